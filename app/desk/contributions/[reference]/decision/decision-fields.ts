import { readTypedValue, writeTypedValue } from '@/lib/agreements/facts/typed';
import type { FieldText } from '@/lib/agreements/facts/typed';
import { textAfter } from '@/lib/review/merge';
import { isSameJson } from '@/lib/platform/json';

/** The names of the fields for one proposed change. The change's id is part of each. */
export const fieldName = (change: string, part: string) => `${change}.${part}`;

/** A present or proposed content of a cell, as far as the fields need it. */
export type Content = { value: unknown; note: string | null; source: string | null; asOf?: string | null };

/** A stored value as the text of its fields, by part; a value with a single field has the part `value`. */
export const valueAsTyped = (key: string, value: unknown): Record<string, string> =>
  value === null || value === undefined ? {} : writeTypedValue(key, value);

/** Note, source and date for the proposed value: an amendment begins with them; an emptied field removes its content. */
export const textsAfter = ({ current, proposed }: { current: Content | null; proposed: Content }) => ({
  note: textAfter(proposed.note, current?.note ?? null) ?? '',
  source: textAfter(proposed.source, current?.source ?? null) ?? '',
  // The date of another value is not that of the proposed one.
  asOf:
    textAfter(proposed.asOf ?? null, isSameJson(current?.value, proposed.value) ? (current?.asOf ?? null) : null) ?? '',
});

/** Whether two contents would fill the fields equally. */
export const sameAsTyped = (key: string, one: Content, other: Content) =>
  isSameJson(
    [valueAsTyped(key, one.value), one.note, one.source, one.asOf],
    [valueAsTyped(key, other.value), other.note, other.source, other.asOf],
  );

/** The typed text as a value for the cell's schema; an empty one, for which the schema then asks. */
export const readValue = (key: string, typed: FieldText): unknown => readTypedValue(key, typed) ?? '';

const INPUT_PARTS = ['outcome', 'reason', 'slug', 'note', 'source', 'asOf'];

/** Whether the editor enters this part; the other parts are hidden fields. */
export const isInputPart = (part: string) => INPUT_PARTS.includes(part) || part.startsWith('amended-');

/** The initial fields of a change: no choice, and the proposed content to amend. */
export function initialFields(change: { key: string; current: Content | null; proposed: Content }) {
  const amended = Object.entries(valueAsTyped(change.key, change.proposed.value));
  return {
    outcome: '',
    reason: '',
    slug: '',
    ...textsAfter(change),
    ...Object.fromEntries(amended.map(([part, text]) => [`amended-${part}`, text])),
  };
}
