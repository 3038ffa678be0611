import { z } from 'zod';
import { cleanText, hasVisible } from './clean-text';
import { readDate } from './read-date';
import { webAddress } from './web-address';

/**
 * What people type, as it is kept from now on. Messages are codes, not sentences: the catalogue in `lib/platform/i18n`
 * has the sentence for each (`errors.codes`). What was stored under older rules is read by
 * `lib/agreements/facts/schemas.ts`.
 */
const typed = z.string({ error: 'not_text' }).transform((value) => shown(cleanText(value).text.trim()));

/** A text without anything visible counts as empty. */
const shown = (value: string) => (hasVisible(value) ? value : '');

/**
 * Text of one or more lines: line ends become `
 * `, invisible characters and outer spaces are removed, the rest stays.
 */
export const text = (max: number) => typed.pipe(z.string().max(max, 'too_long'));

/** Text of a single line; a line end in it, as many programs paste one, is a space. */
export const line = (max: number) =>
  typed.transform((value) => value.replace(/\s*[\n\t]\s*/g, ' ')).pipe(z.string().max(max, 'too_long'));

/** The same, but not empty; `code` says what is missing. */
export const filled = <T extends z.ZodType<string>>(schema: T, code = 'required') => schema.refine(hasVisible, code);

/** For `z.preprocess`: a text without anything visible was left empty. */
export const emptyIsAbsent = (value: unknown) => (typeof value === 'string' && !hasVisible(value) ? undefined : value);

/** What may be left out, or left empty. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsAbsent, schema.optional());

/** A web address that a reader can open; one without `https://` gets it. */
export const link = line(2_000).transform((value, context) => {
  const read = webAddress(value);
  if (read.ok) return read.address;
  context.issues.push({ code: 'custom', message: read.reason, input: value });
  return z.NEVER;
});

/** A year, a month or a day, as `2018`, `2018-02` or `2018-04-17`, however it is typed. */
export const partialDate = z.string({ error: 'not_a_partial_date' }).transform((value, context) => {
  const read = readDate(cleanText(value).text);
  if (read.ok) return read.date;
  context.issues.push({ code: 'custom', message: read.reason, input: value });
  return z.NEVER;
});

/** The same of what has happened: not later than today, as far as the date says. */
export const pastDate = partialDate.refine(
  (date) => date <= new Date().toISOString().slice(0, date.length),
  'date_in_future',
);

/** Such a date, or the empty text for none. */
export const pastDateOrNone = z.unknown().transform((value, context): string => {
  const parsed = value === '' ? null : pastDate.safeParse(value);
  if (parsed === null || parsed.success) return parsed?.data ?? '';
  context.issues.push({
    code: 'custom',
    message: parsed.error.issues[0]?.message ?? 'not_a_partial_date',
    input: value,
  });
  return z.NEVER;
});
