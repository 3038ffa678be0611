/**
 * Where an answer is written in a file that is filled in without the site. A place has four names, because every editor
 * destroys some of them: the tag of its content control, a bookmark, its place in the order of the paper, and the code
 * that is printed beside it (docs/decisions/0039).
 */
export type AnswerPlace = {
  /** As it is printed: `Q3`, `Q3 / A07`. Places of one row of a table share it and differ by their column. */
  code: string;
  /** The tag of its content control: 64 characters at most, which is Word's limit. */
  tag: string;
  /** The name of its bookmark: letters, digits and underscores, 40 characters at most, which is Word's limit. */
  bookmark: string;
  /** The step of the form: the key of its question, `about` or `check`. */
  step: string;
  /** The proposal that it belongs to. */
  entry?: Entry;
  /** The form field that takes the answer, such as `others`, `0`, `name`. */
  path: readonly string[];
  /** Of a box to tick: what it adds to the list in that field. Without it the field itself is true or false. */
  option?: string;
  control: PlaceControl;
  /** What the place asks for, in words. */
  label: string;
};

/** A proposal of an agreement: one of a draft has its position there, a new one the number of its tables in the file. */
export type Entry = { kind: 'update' | 'new'; number: number; position?: number };

export type PlaceControl =
  /** One line, or text of any length, as it is typed. */
  | { kind: 'line' | 'text' | 'date' | 'number' | 'link' }
  /** One address on each line. */
  | { kind: 'links' }
  | { kind: 'tick' }
  /** One of several: the file shows their labels, the field takes the value. */
  | { kind: 'one'; options: readonly PlaceOption[] }
  /** Any of several, written as codes or names with commas between; the field takes a list of values. */
  | { kind: 'several'; options: readonly CodedOption[] };
/** What is stored, and what is read. */
export type PlaceOption = { value: string; label: string };
export type CodedOption = PlaceOption & { code: string };
