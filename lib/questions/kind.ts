import { z } from 'zod';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Words } from '@/lib/platform/i18n/words';
import { rule } from './rule';
import type { CodedOption, Entry } from './answer-place';
import type { PlaceMaker } from './answer-places';
import type { Block, Piece } from './paper';
import { pageKey, questionKey } from './question-key';
import type { AgreementNames, RowContext, StoredTables, TableRows } from './rows';
import type { SettingField } from './settings';
import type {
  Comparable,
  Path,
  References,
  SettingsOf,
  ShownValue,
  Telling,
  ValueColumn,
  ValuePart,
} from './value-kind';

/**
 * The fields of a question of every kind; its kind adds settings. Every question takes free text, as its answer or in
 * addition.
 */
export const questionFields = {
  key: pageKey,
  title: z.string().min(1).max(500),
  shortTitle: z.string().min(1).max(60),
  help: z.string().max(4_000).default(''),
  /** The number that readers see; without it, questions are counted. It may change; the key does not. */
  number: z.string().max(12).optional(),
  /** An answer that shows what is meant. */
  example: z.string().max(2_000).optional(),
  /** The key of its section; without it, the question stands before all sections. */
  section: questionKey.optional(),
  /** Whether a contribution can't be sent without it, if it is asked. */
  required: z.boolean().optional(),
  maxLength: z.number().int().min(100).max(50_000).default(20_000),
  maxWords: z.number().int().min(1).max(10_000).optional(),
  /** The question is asked only if all of these hold. */
  askedIf: z.array(rule).min(1).max(10).optional(),
  /** Other words of the same question for one audience of the questionnaire, by its key. */
  wordings: z
    .record(questionKey, z.strictObject({ title: z.string().min(1).max(500), help: z.string().max(4_000).default('') }))
    .optional(),
};
type NoSettings = Record<never, z.ZodType>;
type QuestionFields = z.infer<z.ZodObject<typeof questionFields>>;
export type QuestionWith<Settings extends z.ZodRawShape = NoSettings> = QuestionFields & SettingsOf<Settings>;

/**
 * A part of an answer as data, for every place that shows it: check and status page, public page, desk, Word, print.
 */
export type Shown =
  | { piece: 'names'; items: ShownName[] }
  | { piece: 'projects'; items: ShownProject[] }
  | { piece: 'value'; label: string; values: ShownValue[] }
  | { piece: 'records'; items: ShownRecord[] };
export type ShownRecord = { title: string; fields: { label: string; values: ShownValue[] }[] };
export type ShownName = { agreement: AgreementNames | null; name: string; note?: string };
export type ShownProject = {
  title: string;
  description: string;
  link?: string;
  agreements: AgreementNames[];
  criteria: { key: string; title: string }[];
};

/** The place of a text in an answer: its label, and for a proposed cell the cell and the name of its agreement. */
export type Place = { question: string; label: string; cell?: string; about?: string };
/** One text of an answer. `id` stays the same from one revision to the next. */
export type Statement = { id: string; place: Omit<Place, 'question'>; text: string };

/** How a revision is put into words for a comparison. */
export type Wording = {
  agreement: (slug: string) => string;
  criterion: (key: string) => string;
  /** A cell's title, and its value in running text. */
  cell: (key: string) => string;
  value: (cell: string, value: unknown) => string;
  words: Words;
  locale: string;
};

export function tellingOf({ agreement, criterion, words, locale }: Wording): Telling {
  const named = (slug: string) => ({ slug, name: agreement(slug), shortName: agreement(slug) });
  return { naming: { agreement: named, criterion }, words, locale };
}

/** What a paper to fill in needs besides the question. */
export type BlankContext = {
  locale: Locale;
  words: Words;
  place: PlaceMaker;
  /** The slugs of the agreements in the annex of the call, in its order. */
  annex: readonly string[];
  /** All agreements of the dataset. */
  agreements: readonly CodedOption[];
  sets: readonly CodedSet[];
  /** The address of the dataset, if it has one that others can open. */
  agreementsAddress: string | null;
  /** How many rows of a list are filled in a draft; the paper has room for more. */
  filled: number;
  /** The proposals of a draft; the paper has room for more. */
  entries: readonly BlankEntry[];
  /** The question on this paper: its code, and that of its room for words. */
  code: string;
};
/** Tables under a title; `id` names them within the question. */
export type BlankTables = { id: string; title: string; blocks: Block[] };
export type CodedSet = { title: string; criteria: readonly CodedCriterion[] };
type CodedCriterion = { key: string; title: string; help: string | null; code: string };
/** `rows` are the keys of rows that it has or that are typed; `today` what cells hold, for an update. */
export type BlankEntry = Entry & {
  title: string;
  rows: readonly string[];
  today: ReadonlyMap<string, Piece[]>;
  /** What today's values rest on, each source once. */ sources?: readonly string[];
};

/** The rows of a value as a table: the heads of its columns with what each row says, and the columns of a file. */
type RowsTable = {
  heads: { key: string; label: string; parts(row: unknown, telling: Telling): ValuePart[] }[];
  columns: ValueColumn<unknown>[];
};
/** The labels of form fields, by the first part of their names; the other parts name the row or cell. */
export type FieldLabels = Record<string, (words: Words, names: Record<string, string>, rest: string[]) => string>;

/**
 * One kind of question: data and pure functions, safe in the browser. `Typed` is the content of its form fields,
 * `Value` what is sent besides the free text. The record in `app/(form)/form/kind-fields.tsx` holds its React parts.
 */
export interface QuestionKind<
  Typed extends { text: string } = { text: string },
  Value = unknown,
  Settings extends z.ZodRawShape = NoSettings,
> {
  /** Settings of a question of this kind, and how the editor of questionnaires asks for them. */
  settings: Settings;
  settingFields: readonly SettingField[];
  /** Faults between settings: a code with a sentence, and the place of the setting. */
  settingFaults?(question: QuestionWith<Settings>): Fault[];
  /** Reads the fields leniently. */
  typed: z.ZodType<Typed>;
  labels: FieldLabels;
  /** The label of a field that depends on the question. */
  labelOf?(name: string[], question: QuestionWith<Settings>, words: Words): string | undefined;
  /** What can be chosen in a field of the form, where it is one of a few. */
  choicesIn?(name: string[], question: QuestionWith<Settings>, words: Words): readonly Comparable[];
  /** A list of rows in the form: its name, the field that a new row begins with, and whether rows can change places. */
  rows?: { name: string; first(question: QuestionWith<Settings>): string; movable?: true };
  /** Whether the answer is the files that go with it. */
  files?: true;
  /** Whether the value is typed in sections of its own, one page for each item of the list. */
  entries?: true;
  /** For a value that is a list with tables of its own. */
  list?: ListDefinition<unknown, unknown>;
  /** For a value that is stored with the text of the answer. */
  value?: ValueDefinition<Value, Settings>;
  /** The typed fields in the form in which they are sent, valid or not; undefined if they are empty. */
  sent(typed: Typed, question: QuestionWith<Settings>): unknown;
  /** The form field for a path in the sent value. */
  fieldAt(path: Path, typed: Typed, question: QuestionWith<Settings>): string;
  /** The inverse of `sent`: the fields besides the text. */
  prefill(value: Value | undefined, question: QuestionWith<Settings>): Omit<Typed, 'text'>;
  /** Also for typed values that are not valid yet. */
  shown(value: Value, question: QuestionWith<Settings>, telling: Telling): Shown[];
  /** The texts to compare with another revision. This value is the earlier one; `now` is the later one. */
  statements(value: Value, question: QuestionWith<Settings>, wording: Wording, now?: Value): Statement[];
  /** The columns of a table of answers, besides the free text. */
  columns(question: QuestionWith<Settings>, words: Words): ValueColumn<Value>[];
  /** For a value that is a list of rows of one shape: readers find the rows of all contributions in one table. */
  table?(question: QuestionWith<Settings>, words: Words): RowsTable;
  /** For a value that is another list: the columns of a sheet with a row for each entry. */
  entryColumns?(words: Words): ValueColumn<unknown>[];
  /**
   * For such a value: the rows that the question of another year can take over, each without what that does not ask.
   */
  rowsFor?(value: Value, question: QuestionWith<Settings>): unknown[];
  /** The blank paper's content above the room for free text. */
  blank(question: QuestionWith<Settings>, context: BlankContext): Block[];
  /** Long tables of the blank paper. They come behind all questions, so that a reader need not pass them. */
  blankTables?(context: BlankContext): BlankTables[];
  /** The minutes that an answer takes: a short one and a thorough one. */
  minutes(question: QuestionWith<Settings>): readonly [short: number, thorough: number];
  /** How rules of later questions compare an answer. Without it they can ask only whether there is one. */
  comparison?: Comparison<Value, Settings>;
}

/** The free text of a kind that is answered by text is compared without being named here. */
interface Comparison<Value, Settings extends z.ZodRawShape> {
  /** All that a rule can name, in the order of the form; null if it can name any text. */
  choices(question: QuestionWith<Settings>, words?: Words): readonly Comparable[] | null;
  /** A value, valid or not, as the texts that rules name: the keys of its choices, its number, date or link. */
  texts(value: Value, question: QuestionWith<Settings>): string[];
  /** The things that an answer is about, such as the rows of a rating; none where it is about one. */
  things?(question: QuestionWith<Settings>): readonly Comparable[];
  /** `texts` of one of those things. */
  textsOf?(value: Value, question: QuestionWith<Settings>, thing: string): string[];
}

/** The criteria that exist, and the questions of the kind in the questionnaire; null where either is not known. */
export type Known = {
  criteria: ReadonlySet<string> | null;
  questions: readonly string[] | null;
  /** Names the cell of a new row by its value; the browser leaves them unnamed. */
  cellKey?: (cell: string, value: unknown) => string;
};
type Fault = { message: string; path: Path };

export type ListName = 'signatories' | 'projects' | 'proposals';
export interface ListDefinition<Item, Input> {
  /** What the list is called in the body of a submission, which holds the items of all questions of the kind. */
  name: ListName;
  max: number;
  item(known: Known): z.ZodType<Item & Answering, Input>;
  /** Errors between items. */
  faults(items: readonly (Item & Answering)[], known: Known): Fault[];
  /** The agreements that items name, each with its place in the list. */
  agreements(items: readonly Item[]): { slug: string; path: Path }[];
  /** The words on the subject, for the desk's search. */
  words(items: readonly Item[]): (string | undefined)[];
  rows(items: readonly Item[], context: RowContext): Partial<TableRows>;
}

/** A list whose items are read from its tables alone; proposals are read with the decisions on them. */
export interface StoredList<Item, Input> extends ListDefinition<Item, Input> {
  stored(tables: StoredTables): (Item & Answering)[];
}

/** Absent in an item that answers the first question of its kind. */
export type Answering = { question?: string };

interface ValueDefinition<Value, Settings extends z.ZodRawShape> {
  schema(question: QuestionWith<Settings>): z.ZodType<Value>;
  /** The shape of any value of the kind: for the description of the API. */
  shape: z.ZodType<Value>;
  /** The value in words: stored with it, for mails, for search and for readers of the database. */
  say(value: Value, question: QuestionWith<Settings>, telling: Telling): string;
  references?(value: Value, question: QuestionWith<Settings>): References;
}
