import { cleanText, hasVisible } from '@/lib/platform/text/clean-text';
import { numberOrText } from '@/lib/platform/text/read-number';
import { PARTIES_PARTS } from './fact';
import type { FactKind, FactValue } from './fact';
import { FACTS, fieldOf } from './registry';

/** The text of one field of a value; a value of one field has the part `value` only. */
export type FieldText = (part: string) => string;

type RecordParts = Extract<FactValue, { kind: 'record' }>['parts'];

type Typed = {
  /** The typed text as the value that the schema parses; undefined if nothing was typed. */
  read: (typed: FieldText, parts: RecordParts) => unknown;
  /** A stored value as the texts of its fields. */
  write: (value: unknown, parts: RecordParts) => Record<string, string>;
};

const ONE_FIELD: Typed = {
  read: (typed) => filled(typed('value')),
  write: (value) => ({ value: textOf(value) }),
};
const LINES: Typed = { ...ONE_FIELD, read: (typed) => linesOf(typed('value')) };
const PARTS: Typed = {
  read: readParties,
  write: (value) => Object.fromEntries(PARTIES_PARTS.map((part) => [part, textOf(partOf(value, part))])),
};

const RECORD: Typed = {
  read: readRecord,
  write: (value, parts) => Object.fromEntries(Object.keys(parts).map((part) => [part, textOf(partOf(value, part))])),
};

const TYPED: Record<FactKind, Typed> = {
  line: ONE_FIELD,
  text: ONE_FIELD,
  date: ONE_FIELD,
  choice: ONE_FIELD,
  link: ONE_FIELD,
  list: LINES,
  parties: PARTS,
  record: RECORD,
};

/** The typed text of a cell as the value that its schema parses; undefined if nothing was typed. */
export function readTypedValue(cell: string, typed: FieldText): unknown {
  const { kinds, parts } = typedOf(cell);
  return kinds.read(typed, parts);
}

/** The stored value of a cell as the texts of its fields, by part; an absent value is an empty text. */
export function writeTypedValue(cell: string, value: unknown): Record<string, string> {
  const { kinds, parts } = typedOf(cell);
  return kinds.write(value, parts);
}

function typedOf(cell: string): { kinds: Typed; parts: RecordParts } {
  const field = fieldOf(cell);
  if (field === null) return { kinds: ONE_FIELD, parts: {} };
  const { value } = FACTS[field];
  return { kinds: TYPED[value.kind], parts: value.kind === 'record' ? value.parts : {} };
}

function readRecord(typed: FieldText, parts: RecordParts): Record<string, unknown> | undefined {
  const given = Object.entries(parts).flatMap(([part, { kind }]) => {
    const text = filled(typed(part));
    if (text === undefined) return [];
    return [[part, kind === 'number' ? numberOrText(text) : text] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

function readParties(typed: FieldText): Record<string, unknown> | undefined {
  const count = filled(typed('count'));
  const parts = {
    count: count && numberOrText(count),
    unit: filled(typed('unit')),
    asOf: filled(typed('asOf')),
    list: linesOf(typed('list')),
    link: filled(typed('link')),
  };
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

const filled = (text: string): string | undefined => (hasVisible(text) ? text.trim() : undefined);

/** A list has one entry per line. */
function linesOf(text: string): string[] | undefined {
  const lines = cleanText(text)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : undefined;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(String).join('\n') : String(value);
}

const partOf = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
