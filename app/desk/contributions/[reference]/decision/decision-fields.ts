import { FACT_FIELDS } from '@/lib/agreements/constants';
import { textAfter } from '@/lib/review/merge';
import { cleanText } from '@/lib/platform/text/clean-text';
import { numberOrText } from '@/lib/platform/text/read-number';

/** The names of the fields in which one proposed change is decided. The change's id is part of each. */
export const fieldName = (change: string, part: string) => `${change}.${part}`;

/** How a cell's value is typed: each kind has its own controls in `_parts/value-controls.tsx` and is read back by `readValue`. */
export type ValueKind = 'assessment' | 'space' | 'bindingNature' | 'line' | 'text' | 'list' | 'signatories';

const KINDS: Record<string, ValueKind> = {
  space: 'space',
  bindingNature: 'bindingNature',
  stakeholders: 'text',
  summary: 'text',
  uniqueElements: 'list',
  signatories: 'signatories',
};

// By the constants and not by the schema, which would bring its parser into the browser.
export const valueKindOf = (key: string): ValueKind =>
  FACT_FIELDS.some((field) => field === key) ? (KINDS[key] ?? 'line') : 'assessment';

/** What a cell holds or is to hold, as far as the fields need it. */
export type Content = { value: unknown; note: string | null; source: string | null };

export const SIGNATORY_PARTS = ['count', 'unit', 'asOf', 'list', 'link'] as const;

/** A stored value as the text of its fields, by part; a value of one field has the part `value`. */
export function valueAsTyped(key: string, value: unknown): Record<string, string> {
  const kind = valueKindOf(key);
  if (value === null || value === undefined) return {};
  if (kind === 'list') return { value: linesOf(value) };
  if (kind !== 'signatories') return { value: String(value) };
  const parts = value as Record<string, unknown>; // an object, as the cell's schema has it
  return Object.fromEntries(
    SIGNATORY_PARTS.map((part) => [part, part === 'list' ? linesOf(parts.list ?? []) : String(parts[part] ?? '')]),
  );
}

/** Note and source as they would stand beside the proposed value: an amendment begins with them, and what is emptied there goes. */
export const textsAfter = ({ current, proposed }: { current: Content | null; proposed: Content }) => ({
  note: textAfter(proposed.note, current?.note ?? null) ?? '',
  source: textAfter(proposed.source, current?.source ?? null) ?? '',
});

/** Whether two contents would fill the fields alike. */
export const sameAsTyped = (key: string, one: Content, other: Content) =>
  JSON.stringify([valueAsTyped(key, one.value), one.note, one.source]) ===
  JSON.stringify([valueAsTyped(key, other.value), other.note, other.source]);

const linesOf = (list: unknown) => (Array.isArray(list) ? list.join('\n') : '');

/** What was typed, as the value that the cell's schema parses: empty fields are absent, a list has one entry per line. */
export function readValue(key: string, typed: (part: string) => string): unknown {
  const kind = valueKindOf(key);
  if (kind === 'list') return entriesOf(typed('value'));
  if (kind !== 'signatories') return typed('value').trim();
  const count = typed('count').trim();
  const list = entriesOf(typed('list'));
  return {
    ...(count && { count: numberOrText(count) }),
    ...Object.fromEntries(
      (['unit', 'asOf', 'link'] as const).flatMap((part) => (typed(part).trim() ? [[part, typed(part).trim()]] : [])),
    ),
    ...(list.length > 0 && { list }),
  };
}

const entriesOf = (text: string) =>
  cleanText(text)
    .text.split('\n')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

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
