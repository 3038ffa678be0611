/**
 * What a PDF file says, without a look: the data that template.typ lays out. All of it is text, never source, so nothing
 * in it can run. A line end in a text is one in the file.
 */
export type PdfDocument = {
  /** ISO 639-1: of the file, where a part does not name its own. */
  language: string;
  title: string;
  /** Above the title. */
  site: string;
  /** At the foot of each page, beside its number. */
  foot: string;
  /** What is said where letters are shown as □, because no font of the file has them. */
  missing: string;
  /** What other programs show of the file. */
  description: string;
  blocks: PdfBlock[];
};

/** A part of a line. An address in `link` can be followed. */
export type PdfInline = {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  struck?: boolean;
  code?: boolean;
  muted?: boolean;
  link?: string;
};

/** A paragraph, in its own direction. */
export type PdfLine = { direction: 'ltr' | 'rtl'; inlines: PdfInline[] };

export type PdfBlock =
  | {
      kind: 'heading';
      /** From 1, without gaps, as PDF/UA demands. */ level: number;
      direction: 'ltr' | 'rtl';
      text: string;
      /** Above it, small. */ above?: string;
      newPage?: boolean;
    }
  | ({ kind: 'paragraph'; look: 'plain' | 'help' | 'said' | 'remark'; /** ISO 639-1 */ language?: string } & PdfLine)
  | {
      kind: 'list';
      items: PdfBlock[][];
      /** What stands before each item; without it a dash. */ marks?: string[];
    }
  | { kind: 'quotation'; blocks: PdfBlock[] }
  | { kind: 'facts'; facts: { term: string; lines: PdfLine[] }[] }
  | { kind: 'faults'; title: string; items: PdfLine[] }
  | PdfTable
  /** Room for each to be written by hand. */
  | { kind: 'signature'; labels: string[] };

/** The first row heads it on every page, the first column heads its rows. `widths` are parts of a hundred. */
export type PdfTable = {
  kind: 'table';
  heads: string[];
  widths: number[];
  /** Rows of cells of paragraphs. */ rows: PdfLine[][][];
};
