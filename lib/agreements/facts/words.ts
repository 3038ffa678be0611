import facts from '@/lib/platform/i18n/messages/en/facts.json' with { type: 'json' };
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PartiesPart } from './fact';
import { cellName } from './cell-name';
import { referenceName } from './reference-names';
import type { ReferenceNames } from './reference-names';
import { ALL_FIELDS, FACTS, isFactKey } from './registry';
import type { FactField, FactKey, PartiesField, RecordField } from './registry';

type ColumnWords = { title: string; description: string };
type PartWords = { label: string; hint?: string; choices?: Record<string, string> };
type FactWords = {
  /** What the fact is called: on pages, in the form, at the desk, in mails and files. */
  label: string;
  /** What it says of an agreement. */
  description: string;
  /** How it is filled in; empty where the label says enough. */
  help: string;
  choices?: Record<string, string>;
};

// The catalogue has an entry for each fact and for nothing else; a fact of several parts names each of its columns.
type Catalogue = Record<FactField, FactWords> &
  Record<PartiesField, { columns: Record<PartiesPart, ColumnWords> }> &
  Record<RecordField, { parts: Record<string, PartWords>; say: string }>;
// Of every catalogue only this one: the form and the desk send what they import to the browser.
const wordsOf: Record<Locale, Catalogue> = { en: facts };
const wordsIn = (locale: Locale): Catalogue => wordsOf[locale];

/** What a fact is called, the same wherever it is named. */
export const factLabel = (field: FactField, locale: Locale): string => wordsIn(locale)[field].label;

/** What a fact says of an agreement, for those who read its column or field in a file or the API. */
export const factDescription = (field: FactField, locale: Locale): string => wordsIn(locale)[field].description;

/** How a fact is filled in; empty where its label says enough. */
export const factHelp = (field: FactField, locale: Locale): string => wordsIn(locale)[field].help;

/** The label of one of a fact's choices; undefined for any other text. */
export function choiceWord(field: FactField, choice: string, locale: Locale): string | undefined {
  const { choices = {} } = wordsIn(locale)[field];
  return Object.hasOwn(choices, choice) ? choices[choice] : undefined;
}

/** The choices of a fact with their words, in order; none where it has no choices. */
export function choicesOf(field: FactField, locale: Locale): { value: string; word: string }[] {
  const { value } = FACTS[field];
  if (value.kind !== 'choice') return [];
  return value.choices.map((choice) => ({ value: choice, word: choiceWord(field, choice, locale) ?? choice }));
}

/** The words of a part of a record. */
export function recordPartWords(field: RecordField, part: string, locale: Locale): PartWords {
  const { parts }: { parts: Record<string, PartWords> } = wordsIn(locale)[field];
  return parts[part] ?? { label: part };
}

/** The words of one of a part's choices; the choice itself where it has none. */
export const partChoiceWord = (field: RecordField, part: string, choice: string, locale: Locale): string =>
  recordPartWords(field, part, locale).choices?.[choice] ?? choice;

/** What the cell of a fact is called, and for a row its name in words, such as “Further dates: in force”. */
export const factCellLabel = (key: FactKey, locale: Locale, names: ReferenceNames): string =>
  cellName(Object.fromEntries(ALL_FIELDS.map((field) => [field, factLabel(field, locale)])), key, names);

/** What any cell is called: a fact in the reader's language, a criterion by its title, anything else by its key. */
export const cellLabel = (key: string, locale: Locale, names: ReferenceNames): string =>
  isFactKey(key) ? factCellLabel(key, locale, names) : referenceName(names, 'criterion', key);

/** The words of the columns of a fact of several parts. */
export const partColumnWords = (field: PartiesField, locale: Locale) => wordsIn(locale)[field].columns;
