import { z } from 'zod';
import { hasVisible } from '@/lib/platform/text/clean-text';

/**
 * The content of the form fields: texts as they were typed, valid or not. Reading is lenient, because a draft is never
 * refused for its content: what does not fit the shape is left out, what is missing is empty.
 */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What its reader parses, because only the reader knows the shape. */
export const unparsed = z.unknown();
export const typedText = z.unknown().transform((value) => (typeof value === 'string' ? value : ''));
export const ticked = z.unknown().transform((value) => value === true || value === 'on' || value === 'true');
export const chosen = z.unknown().transform((value) => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((entry): entry is string => typeof entry === 'string' && entry !== ''))];
});
export const version = z.unknown().transform((value) => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
});
export const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z.unknown().transform((value) => choices.find((choice) => choice === value) ?? '');

/** Several fields under one name. Each key is set, because zod checks the keys of an object before their values. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) =>
      Object.fromEntries(
        Object.keys(shape).map((key) => [key, isRecord(value) && Object.hasOwn(value, key) ? value[key] : null]),
      ),
    z.object(shape),
  );

/**
 * A row that was removed in the browser leaves a gap: it stays as an empty row, so that the others keep their places.
 */
export const rows = <Row extends z.ZodType>(row: Row) =>
  z.preprocess((value) => (Array.isArray(value) ? Array.from(value) : []), z.array(row));

const MAX_ENTRIES = 200;
const entries = (value: unknown) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).slice(0, MAX_ENTRIES)) : {};

/** Fields whose names only the page knows: the slug of an agreement, the key of a cell. */
export const byName = <Field extends z.ZodType>(field: Field) => z.preprocess(entries, z.record(z.string(), field));

/** Whether a text, or every text of a row, is empty: such a row has no content and is no error. Flags do not count. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'boolean') return true;
  if (typeof value === 'string') return !hasVisible(value);
  return Array.isArray(value) ? value.every(isBlank) : isRecord(value) && Object.values(value).every(isBlank);
};
