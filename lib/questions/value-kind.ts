import { z } from 'zod';
import type { CsvValue } from '@/lib/platform/csv';
import type { Words } from '@/lib/platform/i18n/words';
import { hasVisible } from '@/lib/platform/text/clean-text';
import type { CodedOption, PlaceControl } from './answer-place';
import type { PlaceMaker } from './answer-places';
import type { Piece } from './paper';
import type { SettingField } from './settings';
import { eachKeyOnce, partKey } from './question-key';
import type { AgreementNames } from './rows';

/** The names of the agreements and criteria that a value refers to by slug or key. */
export type Naming = { agreement(slug: string): AgreementNames; criterion(key: string): string };

/** How a value is put into words: in which language, and with which names. */
export type Telling = { naming: Naming; words: Words; locale: string };

export type Path = (string | number)[];

/** A part of a value in words; with a label where the value has several parts. */
export type ValuePart = { label?: string; values: ShownValue[] };
export type ShownValue = { text: string; link?: string };

/** One column of a table of answers: the end of its name, what it says, and its content for a value. */
export type ValueColumn<Value> = { name: string; title: string; cell(value: Value): CsvValue };

/** The agreements and criteria that a value names, each with its place in the value. */
export type References = { agreements: Named[]; criteria: Named[] };
type Named = { key: string; path: Path };

/** A value that can be compared, by its key and as it is read. */
export type Comparable = { value: string; label: string };

/** Of a kind without settings nothing is known. */
export type SettingsOf<Settings extends z.ZodRawShape> = [keyof Settings] extends [never]
  ? unknown
  : z.infer<z.ZodObject<Settings>>;

/**
 * One sort of value: what a question asks for, or one field of its records. `Typed` is the content of its form fields,
 * `Value` what is sent and stored. Data and pure functions, safe in the browser.
 */
export interface ValueKind<Typed, Value, Settings extends z.ZodRawShape> {
  settings: Settings;
  settingFields: readonly SettingField[];
  /** Faults between settings: codes with a sentence each, and the name of the setting. */
  settingFaults?(settings: SettingsOf<Settings>): { message: string; path: Path }[];
  /** Reads the fields leniently. */
  typed: z.ZodType<Typed>;
  /** The typed fields in the form in which they are sent, valid or not; undefined if they are empty. */
  sent(typed: Typed, settings: SettingsOf<Settings>): unknown;
  schema(settings: SettingsOf<Settings>): z.ZodType<Value>;
  /** The shape of any value of the kind, whatever the settings: for the description of the API. */
  shape: z.ZodType<Value>;
  /** The form field for a path in the sent value, below the name of the value. */
  fieldAt(path: Path, settings: SettingsOf<Settings>): string[];
  /** What that form field is called, if the value has several. */
  labelOf?(rest: string[], settings: SettingsOf<Settings>, words: Words): string | undefined;
  /** The inverse of `sent`. */
  prefill(value: Value | undefined): Typed;
  parts(value: Value, settings: SettingsOf<Settings>, telling: Telling): ValuePart[];
  /** What a condition compares: the keys of choices, or a number, date or link as text. */
  compared(value: Value): string[];
  /** All that `compared` can give, where these are a few. */
  comparable?(settings: SettingsOf<Settings>, words?: Words): readonly Comparable[];
  /** For a value about several things: what they are, and what `compared` gives of one of them. */
  things?(settings: SettingsOf<Settings>): readonly Comparable[];
  comparedOf?(value: Value, thing: string): string[];
  references?(value: Value): References;
  columns(settings: SettingsOf<Settings>, words: Words): ValueColumn<Value>[];
  /** Where the value is written on paper: a row for each of its parts. `label` is that of the value. */
  paperRows(settings: SettingsOf<Settings>, context: PaperContext, label: string): PaperRow[];
  /** The minutes that an answer takes: a short one and a thorough one. */
  minutes(settings: SettingsOf<Settings>): readonly [short: number, thorough: number];
}

/** What a value needs to know of the paper: names what can be picked, and makes places. */
export type PaperContext = {
  words: Words;
  place: PlaceMaker;
  agreements: readonly CodedOption[];
  criteria: readonly CodedOption[];
};

/** A row of a table to fill in: what is asked, how, and the places for the answer and for what it rests on. */
export type PaperRow = { label: string; hints?: readonly string[]; answer: Piece[]; more?: Piece[] };

/** The row of a value that is typed into one field. */
export const oneRow = (
  control: PlaceControl,
  { place }: PaperContext,
  label: string,
  hints: readonly string[] = [],
): PaperRow[] => [{ label, hints, answer: [place('', { path: [], control, label })] }];

/** The choices of a question: what is stored, and what is read. */
const option = z.strictObject({ key: partKey, label: z.string().min(1).max(300) });
export type Option = z.infer<typeof option>;

export const options = (min: number, max: number) =>
  z
    .array(option)
    .min(min)
    .max(max)
    .refine(...eachKeyOnce);

export const labelIn = (list: readonly Option[], key: string): string =>
  list.find((one) => one.key === key)?.label ?? key;

/** A value in one text: its parts, each on a line. */
export const sayParts = (parts: readonly ValuePart[]): string =>
  parts
    .map(({ label, values }) => {
      const text = values.map(sayValue).join('; ');
      return label === undefined ? text : `${label}: ${text}`;
    })
    .join('\n');

const sayValue = ({ text, link }: ShownValue) => (link === undefined || link === text ? text : `${text} (${link})`);

/** The parts of a sent value; of one that is not valid yet, the texts in it as they were typed. */
export function partsOf<Value, Settings extends z.ZodRawShape>(
  kind: Pick<ValueKind<never, Value, Settings>, 'schema' | 'parts'>,
  value: unknown,
  settings: SettingsOf<Settings>,
  telling: Telling,
): ValuePart[] {
  const parsed = kind.schema(settings).safeParse(value);
  if (parsed.success) return kind.parts(parsed.data, settings, telling);
  const typed = textsIn(value).filter(hasVisible);
  return typed.length === 0 ? [] : [{ values: typed.map((text) => ({ text })) }];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The fields of a value in which something is written, and nothing chosen. */
const WRITTEN = ['other', 'evidence'];

/** What can be chosen in a form field of a value: `name` is what follows the value's own name. */
export const choicesIn = <Settings extends z.ZodRawShape>(
  kind: Pick<ValueKind<never, never, Settings>, 'comparable'>,
  name: readonly string[],
  settings: SettingsOf<Settings>,
  words: Words,
): readonly Comparable[] => (WRITTEN.includes(name.at(-1) ?? '') ? [] : (kind.comparable?.(settings, words) ?? []));

/** A value of one text. */
export const single = (text: string, link?: string): ValuePart[] => [
  { values: [link === undefined ? { text } : { text, link }] },
];
