import { occurrencesOf, withRedactions } from './marks';
import type { RedactionReason, TextRange } from './marks';
import { isChoiceKey } from './texts';

/** A shorter passage can be a part of other words, so that it is not looked for everywhere. */
export const MIN_LENGTH_ANYWHERE = 8;

export type Passage = {
  passage: string;
  reason: RedactionReason;
  /** In its own text it begins and ends with a word: if it is short, it is looked for as whole words only. */
  wholeWords?: boolean;
};

/**
 * A value with the marks of readers in place of these passages, in each of its free texts, as `listTexts` counts them:
 * dates, keys of choices, references and names of cells stay.
 */
export const withoutPassages = <T>(value: T, passages: readonly Passage[]): T =>
  passages.length === 0 ? value : (without(value, passages, 'other') as T); // of the same form

/** `value`: the value of a cell, with its parts. `other`: a part whose name does not say whether it is a text. */
type Kind = 'text' | 'value' | 'other' | 'none';
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['value', 'value'],
  ...named('text', ['note', 'source', 'text', 'reason', 'comment', 'name', 'title', 'description', 'link', 'said']),
  ...named('none', ['id', 'key', 'cell', 'criterionKey', 'slug', 'status', 'outcome', 'asOf', 'at', 'decidedAt']),
  ...named('none', ['reference', 'references', 'contribution', 'contributions', 'supersededBy']),
]);

function named(kind: Kind, names: readonly string[]): [string, Kind][] {
  return names.map((name) => [name, kind]);
}

function without(value: unknown, passages: readonly Passage[], kind: Kind): unknown {
  if (typeof value === 'string')
    return kind === 'none' || (kind !== 'text' && isChoiceKey(value)) ? value : withMarks(value, passages);
  if (Array.isArray(value)) return value.map((part: unknown) => without(part, passages, kind));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      without(part, passages, kind === 'value' ? kind : (KINDS.get(name) ?? 'other')),
    ]),
  );
}

function withMarks(text: string, passages: readonly Passage[]): string {
  const ranges = passages.flatMap(({ passage, reason, wholeWords = false }) =>
    occurrencesOf(passage, text)
      .filter((range) => passage.length >= MIN_LENGTH_ANYWHERE || !wholeWords || isWholeWords(text, range))
      .map((range) => ({ ...range, reason })),
  );
  return withRedactions(text, ranges, 'readers');
}

// Scripts that put no space between words have no ends of words to go by.
const LETTER = String.raw`(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}]`;
const STARTS_WITHIN = new RegExp(`^${LETTER}`, 'u');
const ENDS_WITHIN = new RegExp(`${LETTER}$`, 'u');

/** Whether a part of a text neither begins nor ends within a word or a number. */
export function isWholeWords(text: string, { start, end }: TextRange): boolean {
  const [before, part, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const cutsBefore = ENDS_WITHIN.test(before) && STARTS_WITHIN.test(part);
  return !cutsBefore && !(ENDS_WITHIN.test(part) && STARTS_WITHIN.test(after));
}
