import { createHash } from 'node:crypto';
import { occurrencesOf, withRedactions } from './marks';
import type { RedactedRange, RedactionView } from './marks';

/**
 * A row of a revision with its free texts. Its place is `answer/<question>`, `signatory/<position>`,
 * `project/<position>` or `cell/<proposed change>`; a text has the place of its row, its column, and the path within a
 * value: `answer/incidents/value/0/what`.
 */
export type TextRow = { place: string; columns: Record<string, unknown> };
export type PlacedText = { place: string; text: string };
export type PlacedRange = RedactedRange & { place: string; textHash: string };

/** SHA-256 of a text in hexadecimal digits. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The free texts of some rows, each with its place, in their order. Keys of choices and dates are no free texts. */
export const listTexts = (rows: readonly TextRow[]): PlacedText[] =>
  rows.flatMap(({ place, columns }) =>
    Object.entries(columns).flatMap(([column, content]) =>
      textsBelow(`${place}/${column}`, content, column !== 'value'),
    ),
  );

const KEY = /^[\da-z-]{1,80}$/;

/** Whether a part of a value is the key of a choice, a date or a year, and no free text. */
export const isChoiceKey = (part: string): boolean => KEY.test(part);

function textsBelow(place: string, content: unknown, isText: boolean): PlacedText[] {
  if (typeof content === 'string')
    return content === '' || (!isText && isChoiceKey(content)) ? [] : [{ place, text: content }];
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, part]) => textsBelow(`${place}/${key}`, part, false));
}

/**
 * The columns of a row that redactions are in, as `view` says; null where there are none. A redaction of another text
 * than the one that is stored is an error: nothing is taken out of wrong words.
 */
export function redactedColumns(
  { place, columns }: TextRow,
  ranges: readonly PlacedRange[],
  view: RedactionView,
): Record<string, unknown> | null {
  const here = ranges.filter((range) => range.place.startsWith(`${place}/`));
  if (here.length === 0) return null;
  const changed = Object.entries(columns).flatMap(([column, content]) => {
    const within = here.filter((range) => isBelow(range.place, `${place}/${column}`));
    return within.length === 0 ? [] : [[column, redactedAt(`${place}/${column}`, content, within, view)] as const];
  });
  return Object.fromEntries(changed);
}

const isBelow = (place: string, above: string) => place === above || place.startsWith(`${above}/`);

function redactedAt(place: string, content: unknown, ranges: readonly PlacedRange[], view: RedactionView): unknown {
  const here = ranges.filter((range) => isBelow(range.place, place));
  if (here.length === 0) return content;
  if (typeof content === 'string') {
    const hash = hashOfText(content);
    if (here.some(({ textHash }) => textHash !== hash)) throw new Error(`${place} is not the text that was redacted`);
    return withRedactions(content, here, view);
  }
  if (Array.isArray(content)) return content.map((part, at) => redactedAt(`${place}/${at}`, part, here, view));
  if (typeof content !== 'object' || content === null) throw new Error(`${place} is no text`);
  return Object.fromEntries(
    Object.entries(content).map(([key, part]) => [key, redactedAt(`${place}/${key}`, part, here, view)]),
  );
}

/** The passages that ranges take out of their texts, each once. */
export function passagesOf(row: TextRow, ranges: readonly PlacedRange[]): (RedactedRange & { passage: string })[] {
  const texts = new Map(listTexts([row]).map(({ place, text }) => [place, text]));
  return ranges.flatMap(({ place, start, end, reason }) => {
    const text = texts.get(place);
    return text === undefined ? [] : [{ start, end, reason, passage: text.slice(start, end) }];
  });
}

/**
 * The words of a value as they were sent, without these passages. Where none of them is found as it was written,
 * nothing of the words is left.
 */
export function redactedWords(
  said: string,
  passages: readonly (RedactedRange & { passage: string })[],
  view: RedactionView,
): string {
  const ranges = passages.map(({ passage, reason }) =>
    occurrencesOf(passage, said).map((range) => ({ ...range, reason })),
  );
  if (view === 'readers' && ranges.some((found) => found.length === 0))
    return withRedactions(said, [{ start: 0, end: said.length, reason: passages[0]?.reason ?? 'law' }], view);
  return withRedactions(said, ranges.flat(), view);
}
