import type { IntakeDocument, Range } from '@/lib/intake/document';
import { plainTextIn } from '@/lib/intake/document-text';

/** A cell with its place in `cells` of the document, and its text. */
export type LaidCell = Range & { index: number; table: number; row: number; column: number; text: string };
export type TableLayout = {
  /** The rows of all tables in their order, each with its cells in theirs. */
  rows: LaidCell[][];
  cellAt(index: number | null | undefined): LaidCell | undefined;
  rowBelow(row: readonly LaidCell[]): LaidCell[] | undefined;
};

/** The tables of a document by rows. */
export function layoutOf(document: IntakeDocument): TableLayout {
  const cells = document.cells.map((cell, index): LaidCell => ({ ...cell, index, text: plainTextIn(document, cell) }));
  const byRow = new Map<string, LaidCell[]>();
  const keyOf = (table: number, row: number) => `${table} ${row}`;
  for (const cell of cells) {
    const key = keyOf(cell.table, cell.row);
    byRow.set(key, [...(byRow.get(key) ?? []), cell]);
  }
  const rows = [...byRow.values()].map((row) => row.toSorted((a, b) => a.column - b.column));
  return {
    rows,
    cellAt: (index) => cells[index ?? -1],
    rowBelow: ([first]) => first && byRow.get(keyOf(first.table, first.row + 1)),
  };
}

/** A code as it is compared: `Q3 / A07`, whatever spaces and slashes a program put into it. */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00A0]+/g, '')
    .replace(/[\u2044\u2215\u29F8]/g, '/')
    .toUpperCase();

/** The paragraphs of a range, each with its text and the range of its runs. */
export function paragraphsIn(
  document: IntakeDocument,
  { from, to }: Range,
): (Range & { index: number; text: string })[] {
  return document.paragraphs.flatMap((paragraph, index) => {
    const own = { from: Math.max(from, paragraph.from), to: Math.min(to, paragraph.to) };
    return own.from < own.to ? [{ ...own, index, text: plainTextIn(document, own) }] : [];
  });
}
