import type { Size } from '@/lib/publication/analysis/drawing/canvas';
import type { FigureName } from '@/lib/publication/analysis/figures';
import type { CsvValue } from '@/lib/platform/csv';

/** One figure: what it found, how it is drawn, and the numbers behind it. */
export type Figure = {
  name: FigureName;
  title: string;
  /** The finding in plain words, told from the data. */
  finding: string;
  /** What is counted, and how to read it. */
  method: string;
  /** What readers should know of this state of the data. */
  notes?: string[];
  /** Drawn for a wide page and for a phone; where `scrolls`, once: a table of shades keeps its size and moves sideways. */
  draw: (size: Size, id: string) => string;
  scrolls: boolean;
  table: FigureTable;
  ways?: { title: string; links: { words: string; href: string }[] };
};

export type FigureTable = { columns: Column[]; rows: FigureCell[][] };

/** `key` heads the column in the file, `title` in the page; without a title it is only in the file. */
export type Column = { key: string; title: string | null; numeric?: boolean };

/** A value as the file has it; in a page it may be written otherwise, or lead somewhere. */
export type FigureCell = CsvValue | { value: CsvValue; shown?: string; href?: string };

export const valueOf = (cell: FigureCell): CsvValue => (typeof cell === 'object' && cell !== null ? cell.value : cell);

/** Shares in files: four decimals say more than any of these samples can. */
export const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 10_000;
