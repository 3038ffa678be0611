import { z } from 'zod';
import { hasVisible } from '@/lib/platform/text/clean-text';

/**
 * What the fields of a form hold while they are typed: texts as they stand there, valid or not. Reading is lenient by design, since a
 * draft is never refused for what it says: what does not fit the shape is left out, what is missing is empty.
 */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** Several fields under one name. Each key is put there, since zod asks for the keys of an object before it asks what they hold. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) =>
      Object.fromEntries(
        Object.keys(shape).map((key) => [key, isRecord(value) && Object.hasOwn(value, key) ? value[key] : null]),
      ),
    z.object(shape),
  );

/** A row taken out in the browser leaves a hole behind: it stays an empty row, so that the others keep their places. */
export const rows = <Row extends z.ZodType>(row: Row) =>
  z.preprocess((value) => (Array.isArray(value) ? Array.from(value) : []), z.array(row));

const MAX_ENTRIES = 200;
const entries = (value: unknown) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).slice(0, MAX_ENTRIES)) : {};

/** Fields by a name that only the page knows: the slug of an agreement, the key of a cell. */
export const byName = <Field extends z.ZodType>(field: Field) => z.preprocess(entries, z.record(z.string(), field));

/** Whether a text, or every text of a row, is empty: such a row says nothing and is no fault. Flags are no words. */
export const isBlank = (value: unknown): boolean => {
  if (typeof value === 'boolean') return true;
  if (typeof value === 'string') return !hasVisible(value);
  return Array.isArray(value) ? value.every(isBlank) : isRecord(value) && Object.values(value).every(isBlank);
};
