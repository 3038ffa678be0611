import { readTypedValue, writeTypedValue } from '@/lib/agreements/facts/typed';
import type { FieldText } from '@/lib/agreements/facts/typed';
import { textAfter } from '@/lib/review/merge';

/** The names of the fields in which one proposed change is decided. The change's id is part of each. */
export const fieldName = (change: string, part: string) => `${change}.${part}`;

/** What a cell holds or is to hold, as far as the fields need it. */
export type Content = { value: unknown; note: string | null; source: string | null };

/** A stored value as the text of its fields, by part; a value of one field has the part `value`. */
export const valueAsTyped = (key: string, value: unknown): Record<string, string> =>
  value === null || value === undefined ? {} : writeTypedValue(key, value);

/** Note and source as they would stand beside the proposed value: an amendment begins with them, and what is emptied there goes. */
export const textsAfter = ({ current, proposed }: { current: Content | null; proposed: Content }) => ({
  note: textAfter(proposed.note, current?.note ?? null) ?? '',
  source: textAfter(proposed.source, current?.source ?? null) ?? '',
});

/** Whether two contents would fill the fields alike. */
export const sameAsTyped = (key: string, one: Content, other: Content) =>
  JSON.stringify([valueAsTyped(key, one.value), one.note, one.source]) ===
  JSON.stringify([valueAsTyped(key, other.value), other.note, other.source]);

/** What was typed, as the value that the cell's schema parses; where nothing was, the schema asks for it. */
export const readValue = (key: string, typed: FieldText): unknown => readTypedValue(key, typed) ?? '';

const INPUT_PARTS = ['outcome', 'reason', 'slug', 'note', 'source'];

/** Whether a part is entered by the editor, and not sent along with what is. */
export const isInputPart = (part: string) => INPUT_PARTS.includes(part) || part.startsWith('amended-');

/** What the fields of a change begin with: no choice, and the proposed content to amend. */
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
