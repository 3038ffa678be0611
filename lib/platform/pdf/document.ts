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
  /** A page of its own for the title and these facts, and a table of contents below this heading. */
  cover?: { facts: PdfFact[]; contents: string };
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
  /** A heading of the same document, by its id. */ to?: string;
};

/** A paragraph, in its own direction. */
export type PdfLine = { direction: 'ltr' | 'rtl'; inlines: PdfInline[] };

export type PdfFact = { term: string; lines: PdfLine[] };

export type PdfBlock =
  | {
      kind: 'heading';
      /** From 1, without gaps, as PDF/UA demands. */ level: number;
      direction: 'ltr' | 'rtl';
      text: string;
      /** For what refers to it; unique. */ id?: string;
      /** Above it, small. */ above?: string;
      newPage?: boolean;
    }
  | ({ kind: 'paragraph'; look: 'plain' | 'help' | 'said' | 'remark'; /** ISO 639-1 */ language?: string } & PdfLine)
  | {
      kind: 'list';
      items: PdfBlock[][];
      /** The mark before each item; without it a dash. */ marks?: string[];
    }
  | { kind: 'code'; text: string }
  | { kind: 'quotation'; blocks: PdfBlock[] }
  | { kind: 'facts'; facts: PdfFact[] }
  | { kind: 'faults'; title: string; items: PdfLine[] }
  | PdfTable
  /** A drawing of ours as SVG, as wide as the text; `alternative` is what it says to those who do not see it. */
  | { kind: 'drawing'; caption: string; alternative: string; svg: string }
  /** Room for each to be written by hand. */
  | { kind: 'signature'; labels: string[] };

/** The first row heads it on every page, the first column heads its rows. `widths` are parts of a hundred. */
type PdfTable = {
  kind: 'table';
  /** Above it. */ caption?: string;
  /** Too many columns for a page that stands upright: it lies on pages of its own. */ wide?: boolean;
  heads: string[];
  widths: number[];
  /** Rows of cells of paragraphs. */ rows: PdfLine[][][];
};
