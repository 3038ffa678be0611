import type { Size } from '@/lib/publication/analysis/drawing/canvas';
import type { FigureName } from '@/lib/publication/analysis/figures';
import type { CsvValue } from '@/lib/platform/csv';

/** One figure: its finding, its drawing, and its numbers. */
export type Figure = {
  name: FigureName;
  title: string;
  /**
   * The finding in plain words, computed from the data; where too few agreements were assessed, how many were and how
   * many are needed.
   */
  finding: string;
  /** Whether enough agreements were assessed: otherwise its drawing is empty, and its table says how many were. */
  isSaid: boolean;
  /** What it counts, and how to read it; null where nothing is drawn. */
  method: string | null;
  /** What readers should know about the data. */
  notes?: string[];
  /**
   * The drawings for a wide page and for a phone; only one where `scrolls`: a table of shades keeps its size and
   * scrolls.
   */
  draw: (size: Size, id: string) => string;
  scrolls: boolean;
  table: FigureTable;
  /** Links to pages that go on from here; an entry without an address is only words. */
  /** Where the measure is defined. */
  definition?: { words: string; href: string };
  ways?: { title: string; links: { words: string; href?: string; current?: boolean }[] };
};

export type FigureTable = { columns: Column[]; rows: FigureCell[][] };

/** `key` is the column's name in the file, `title` in the page; without a title it is only in the file. */
type Column = { key: string; title: string | null; numeric?: boolean };

/** A value as in the file; a page may format it or link it. */
export type FigureCell = CsvValue | { value: CsvValue; shown?: string; href?: string };

export const valueOf = (cell: FigureCell): CsvValue => (typeof cell === 'object' && cell !== null ? cell.value : cell);

/** Shares in files have four decimals, more than enough for samples of this size. */
export const rounded = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 10_000;
