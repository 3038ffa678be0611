import type { CoverageRow } from '@/lib/publication/analysis/drawing/coverage-chart';
import type { AreaValue } from '@/lib/publication/analysis/drawing/patterns';

/**
 * The report of a call as one tree of plain data, from which every format is made: Markdown, HTML, Word and PDF. It has
 * words, never keys; a writer decides on the look and adds no words but page numbers. It can be written as JSON and read
 * back, which is how a published report is kept (docs/decisions/0045).
 */
export type Report = {
  /** The language of the report's own words, as in ISO 639-1. */
  locale: string;
  /** Above the title: who publishes it. */
  site: string;
  title: string;
  /** The name of the call in addresses. */
  call: string;
  /** Its number among the published reports of the call; null for a preview at the desk. */
  edition: number | null;
  /** When its content was read; ISO 8601 in UTC. */
  madeAt: string;
  /** What is said of the report itself, below its title. */
  facts: ReportFact[];
  sections: ReportSection[];
};

export type ReportSection = {
  /** Unique in the report, also as part of an address: letters, digits, hyphens, dots. A contribution has its reference. */
  id: string;
  title: string;
  /** The language of the title, where it is a contributor's words. */
  language?: string | null;
  blocks: ReportBlock[];
  sections: ReportSection[];
};

/** A part of a line. A break begins a new line of the same paragraph. */
export type Inline =
  | { kind: 'text'; text: string; strong?: true; emphasis?: true; struck?: true; code?: true; muted?: true }
  /** An absolute address of the web, http or https. */
  | { kind: 'link'; text: string; address: string }
  /** A section of this report, by its id. */
  | { kind: 'reference'; text: string; section: string }
  | { kind: 'break' };

export type ReportFact = { term: string; content: Inline[] };

/** The first column heads its rows. `widths` are parts of a hundred, one for each column. */
export type ReportTable = {
  kind: 'table';
  /** What the table shows; it is also its name for those who do not see it. */
  caption: string;
  heads: string[];
  widths: number[];
  rows: Inline[][][];
};

export type ReportBlock =
  | { kind: 'paragraph'; content: Inline[] }
  /** A remark of the report on itself, such as what a number can't tell. */
  | { kind: 'note'; content: Inline[] }
  /** A heading within a text. Depth 1 is one level below the title of its section; it begins no section. */
  | { kind: 'heading'; depth: number; content: Inline[] }
  | { kind: 'list'; items: ReportItem[] }
  | { kind: 'quotation'; blocks: ReportBlock[] }
  | { kind: 'code'; text: string }
  | { kind: 'facts'; facts: ReportFact[] }
  | ReportTable
  | ReportChart
  /** A contributor's words. The language as in ISO 639-1; null if it is not known. */
  | { kind: 'words'; language: string | null; blocks: ReportBlock[] };

/**
 * A drawing of numbers that the table after it has as well. A writer that can show no picture says `description`, and the
 * others say it to those who do not see the picture.
 */
export type ReportChart = {
  kind: 'chart';
  /** Unique in the report, letters, digits and hyphens. */
  id: string;
  title: string;
  description: string;
  drawn:
    | { as: 'coverage'; rows: CoverageRow[]; words: Record<AreaValue, string> }
    /** `degree` from 0 to 1, and the same in words. */
    | { as: 'pairs'; rows: { name: string; degree: number; text: string }[] };
};

/** `mark` is the number as it was typed, such as `3.`; null for an item without a number. */
export type ReportItem = { mark: string | null; blocks: ReportBlock[] };

export const text = (words: string): Inline => ({ kind: 'text', text: words });
export const strong = (words: string): Inline => ({ kind: 'text', text: words, strong: true });

export const paragraph = (...content: (Inline | string)[]): ReportBlock => ({
  kind: 'paragraph',
  content: asInline(content),
});
export const note = (words: string): ReportBlock => ({ kind: 'note', content: [text(words)] });

const asInline = (content: (Inline | string)[]): Inline[] =>
  content.map((part) => (typeof part === 'string' ? text(part) : part));

/** Several lines in one cell or paragraph. */
export const lines = (parts: readonly Inline[][]): Inline[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [{ kind: 'break' as const }, ...part]));

/** The words of a line without their look. */
export const wordsOf = (content: readonly Inline[]): string =>
  content.map((part) => (part.kind === 'break' ? '\n' : part.text)).join('');
