import type { FoundPicture, PictureReference } from './pictures';

/**
 * A document as its answers are looked for in it, whichever program wrote it: runs of text in their order, and over them
 * paragraphs, cells of tables, and anchors. What was deleted with changes tracked is not in it.
 */
export type IntakeDocument = {
  runs: Run[];
  paragraphs: Paragraph[];
  cells: Cell[];
  anchors: Anchor[];
  /** Properties that the file that was handed out says of itself; nothing of its author. */
  properties: Record<string, string>;
  noticed: Partial<Record<Noticed, number>>;
  pictures: FoundPicture[];
  /** The text in the heads and feet of its pages, each once. */
  margins: string[];
};

/** Text that looks the same; `\n` is a line break in its paragraph. */
export type Run = {
  text: string;
  paragraph: number;
  bold?: boolean;
  italic?: boolean;
  /** How it stands out besides: a choice may be marked so. */ marks?: readonly Mark[];
  link?: string;
  /** The program shows it because nothing has been typed there. */
  placeholder?: boolean;
};

/** `colour`: its own, or one behind it. */
export type Mark = 'bold' | 'underline' | 'colour';

/** Runs from `from` up to `to`, which is not included. */
export type Range = { from: number; to: number };

export type Paragraph = Range & {
  /** The name of its style; programs rename styles. */
  style: string;
  /** Of a mail: it is quoted from the one that is answered, or a signature. */
  aside?: boolean;
  /** 1 for a heading of the first level; null for none. */
  heading: number | null;
  /** `level` 0 is the outermost list; `mark` is what is before the item: `-`, `3.`, `b)`. */
  list: { level: number; mark: string } | null;
  /** The innermost cell that it is in, by its place in `cells`. */
  cell: number | null;
};

/** A cell that spans several rows or columns counts where it begins. */
export type Cell = Range & {
  table: number;
  row: number;
  column: number;
  /** The cell that its table is in. */ outer: number | null;
};

export type Anchor = Range & {
  kind: 'control' | 'bookmark';
  name: string;
  /** The paragraph that it begins in: an empty one has no run. */
  paragraph: number;
  control?: Control;
};

/** What a content control says besides its text. */
export type Control = {
  type: 'text' | 'checkbox' | 'dropdown' | 'date';
  placeholder: boolean;
  checked?: boolean;
  /** The key of the entry that was chosen, or the day that was picked as `2020-10-17`. */
  value?: string;
};

/** The level of a heading by the name of its style; programs agree on these names, and on few others. */
export function headingNamed(style: string): number | null {
  const [, level] = /^heading[ _]([1-9])$/i.exec(style) ?? [];
  return level === undefined ? null : Number(level);
}

/** What a person who confirms the answers should know of the document. */
export type Noticed =
  | 'comments'
  | 'insertions'
  | 'deletions'
  | 'moves'
  | 'pictures'
  | 'text_boxes'
  | 'notes'
  | 'hidden_text'
  | 'formulas'
  | 'inserted_documents';

type Look = Pick<Run, 'bold' | 'italic' | 'marks' | 'link' | 'placeholder'>;

/** Puts a document together in reading order. */
export class DocumentBuilder {
  private readonly document: IntakeDocument = {
    runs: [],
    paragraphs: [],
    cells: [],
    anchors: [],
    properties: {},
    noticed: {},
    pictures: [],
    margins: [],
  };
  readonly pictureReferences: PictureReference[] = [];
  private paragraph: Paragraph | null = null;
  private joinsNext = false;
  private cell: number | null = null;
  private tables = 0;
  private readonly bookmarks = new Map<string, Pick<Anchor, 'name' | 'from' | 'paragraph'>>();

  /** Begins a paragraph; one whose mark was deleted goes on. */
  beginParagraph(look: Pick<Paragraph, 'style' | 'heading' | 'list' | 'aside'>): void {
    if (this.joinsNext && this.paragraph) {
      this.joinsNext = false;
      return;
    }
    this.paragraph = { ...look, from: this.at(), to: this.at(), cell: this.cell };
    this.document.paragraphs.push(this.paragraph);
  }

  endParagraph({ joinsNext = false } = {}): void {
    this.joinsNext = joinsNext;
    if (!joinsNext) this.paragraph = null;
  }

  addText(text: string, look: Look = {}): void {
    if (text === '') return;
    if (!this.paragraph) this.beginParagraph({ style: '', heading: null, list: null });
    this.document.runs.push({ text, paragraph: this.document.paragraphs.length - 1, ...look });
    if (this.paragraph) this.paragraph.to = this.at();
  }

  nextTable(): number {
    this.tables += 1;
    return this.tables - 1;
  }

  inCell(place: Pick<Cell, 'table' | 'row' | 'column'>, read: () => void): void {
    const outer = this.cell;
    const cell = { ...place, outer, from: this.at(), to: this.at() };
    [this.cell, this.paragraph, this.joinsNext] = [this.document.cells.push(cell) - 1, null, false];
    read();
    cell.to = this.at();
    [this.cell, this.paragraph, this.joinsNext] = [outer, null, false];
  }

  inControl(name: string, control: Control, read: () => void): void {
    const [from, paragraph] = [this.at(), this.paragraphAt()];
    read();
    this.document.anchors.push({ kind: 'control', name, control, from, to: this.at(), paragraph });
  }

  /** A bookmark may end in another paragraph or cell. One without an end is none. */
  beginBookmark(id: string, name: string): void {
    this.bookmarks.set(id, { name, from: this.at(), paragraph: this.paragraphAt() });
  }

  endBookmark(id: string): void {
    const begun = this.bookmarks.get(id);
    if (!begun) return;
    this.bookmarks.delete(id);
    this.document.anchors.push({ kind: 'bookmark', ...begun, to: this.at() });
  }

  addPicture(part: string): void {
    this.pictureReferences.push({ part, at: this.at() });
  }

  notice(what: Noticed, count = 1): void {
    this.document.noticed[what] = (this.document.noticed[what] ?? 0) + count;
  }

  finish(more: Partial<Pick<IntakeDocument, 'properties' | 'pictures' | 'margins'>> = {}): IntakeDocument {
    return { ...this.document, ...more };
  }

  private at(): number {
    return this.document.runs.length;
  }

  private paragraphAt(): number {
    return this.paragraph ? this.document.paragraphs.length - 1 : this.document.paragraphs.length;
  }
}
