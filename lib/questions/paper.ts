import type { AnswerPlace } from './answer-place';

/**
 * A contribution, or the empty questions of a call, as a paper without a file format. The print page and the Word file
 * are two ways to lay out the same paper.
 */
export type Paper = {
  locale: string;
  /** The language of the contributor's own words, if it is known. */
  language?: string | null;
  /** Above the title: the author of this paper. */
  site: string;
  title: string;
  /** Name for a file, without its ending. */
  fileName: string;
  /** At the foot of each page, beside the title. */
  foot?: string;
  /** What the file says of itself to the program that reads it. */
  properties?: Record<string, string>;
  /** The head: which call, which state. */
  facts: Fact[];
  /** Before the first section. */
  preface: Block[];
  sections: PaperSection[];
};

export type PaperSection = {
  id: string;
  /** The section of the questionnaire that begins here. */ chapter?: { title: string; help: string };
  title: string;
  /** Above the title, small. */ eyebrow?: string;
  blocks: Block[];
};

/**
 * A text of one or more lines, and how it looks beside others. One with a place is what is written there; `to` is the id
 * of a section of the same paper that it leads to.
 */
export type Piece = { text: string; look?: 'muted' | 'link' | 'strong'; place?: AnswerPlace; to?: string };
export type Fact = { term: string; pieces: Piece[] };

export type Block =
  | { kind: 'heading'; text: string; /** Begins a page: what follows is long. */ newPage?: true }
  /** What the forum says. */
  | { kind: 'help'; text: string; /** It speaks of the table after it: both go on the same page. */ withNext?: true }
  /** What the contributor says: Markdown. */
  | { kind: 'said'; text: string }
  | { kind: 'remark'; text: string }
  | { kind: 'list'; label?: string; items: Piece[][] }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'faults'; title: string; items: string[] }
  | PaperTable
  /** Room for each to be written by hand. */
  | { kind: 'signature'; labels: string[] }
  /** Room to write in. */
  | { kind: 'room'; label: string; lines: number; place: AnswerPlace; text?: string };

/** The first column heads its rows. `widths` are parts of a hundred. */
export type PaperTable = { kind: 'table'; caption: string; heads: string[]; widths: number[]; rows: Piece[][][] };

export const piece = (text: string, look?: Piece['look']): Piece => (look ? { text, look } : { text });

export const EMPTY: Piece[] = [piece('')];

/** A table below its name, which is also its heading. */
export const captioned = (table: PaperTable, hint?: string): Block[] => [
  { kind: 'heading', text: table.caption },
  ...(hint ? [{ kind: 'help' as const, text: hint, withNext: true as const }] : []),
  table,
];
