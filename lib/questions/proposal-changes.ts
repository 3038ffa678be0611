import {
  ASKED_FIELDS,
  fieldOf,
  isNameField,
  isPartiesField,
  isRecordField,
  isRowField,
  needsSource,
} from '@/lib/agreements/facts/registry';
import type { PartiesField } from '@/lib/agreements/facts/registry';
import { readTypedValue, writeTypedValue } from '@/lib/agreements/facts/typed';
import { hasVisible } from '@/lib/platform/text/clean-text';
import type { CellContent } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';
import type { PartiesValues, ProposalValues } from './typed-proposal';

/** The cells of an agreement against which a proposal was written; an empty cell has no entry. */
export type BaseCells = Record<string, CellContent>;

/** A proposal as it was sent, with the cells of earlier revisions whose decision is still valid. */
export type SentProposal = {
  kind: 'update' | 'new';
  agreement?: string;
  baseVersion?: number;
  comment?: string;
  changes: SentChange[];
  question?: string;
};
type SentChange = {
  cell: string;
  value: CellContent['value'];
  note?: string;
  source?: string;
  asOf?: string;
  decided?: boolean;
};

export type TypedChange = {
  cell: string;
  value: unknown;
  note?: string;
  source?: string;
  asOf?: string;
  /** A value is typed, and also that there is none: no valid change until one of the two is removed. */
  contradictory?: true;
};
type KeyedChange = TypedChange & { key: string };
type Typed = Pick<ProposalValues, 'cells' | PartiesField>;

/**
 * The changes in a typed proposal: only cells that differ from the base, facts first, then criteria in the given order.
 * An empty field proposes nothing. An empty part of a value of several parts proposes nothing either, unless the form
 * began with today's parts. A note, source or date without a value belongs to the value of the base and keeps what it does
 * not replace. The values are as typed: the submission's schema checks whether they are valid.
 */
export const changesOf = (values: Typed, base: BaseCells, criteria: readonly string[]): TypedChange[] =>
  keyedChangesOf(values, base, criteria).map(({ key: _, ...change }) => change);

/** The same with the key of each change in the form: a new row has a number there, and no name yet. */
export function keyedChangesOf(values: Typed, base: BaseCells, criteria: readonly string[]): KeyedChange[] {
  return typedKeys(values, criteria).flatMap((key) => {
    const typed = values.cells[key];
    const cell = isNewRow(key) ? (fieldOf(key) ?? key) : key;
    const note = filled(typed?.note);
    // A corrected quotation keeps its source, which the schema asks for.
    const source = filled(typed?.source) ?? (needsSource(cell) ? (base[cell]?.source ?? undefined) : undefined);
    const isNone = typed?.clear === true && isClearable(cell, base);
    const asOf = filled(typed?.asOf);
    const value = isNone ? null : typedValue(cell, key, values, base);
    if (isNone && isTyped(cell, key, values))
      return [
        { key, cell, value: typedValue(cell, key, values, base), note, source, asOf, contradictory: true as const },
      ];
    const change = changeOf(cell, { value, note, source, asOf }, base[cell]);
    return change ? [{ ...change, key }] : [];
  });
}

function typedValue(cell: string, key: string, values: Typed, base: BaseCells): unknown {
  if (isPartiesField(cell)) return readParties(cell, values[cell], base[cell]);
  if (hasParts(cell)) return readRecord(cell, values.cells[key], base[cell]);
  return readTypedValue(cell, () => values.cells[key]?.value ?? '');
}

/** Whether anything is typed in the fields of the value. */
const isTyped = (cell: string, key: string, values: Typed): boolean => typedValue(cell, key, values, {}) !== undefined;

/**
 * Of which it can be said that there is none: a fact of one cell, whether the dataset has a value or not, and a row
 * that the dataset has (docs/decisions/0029). Not of names.
 */
function isClearable(cell: string, base: BaseCells): boolean {
  const field = fieldOf(cell);
  return field !== null && !isNameField(cell) && (base[cell] !== undefined || !isRowField(field));
}

/** Facts in their order, each row among those of its fact, new ones last; then the criteria in the given order. */
function typedKeys({ cells }: Pick<ProposalValues, 'cells'>, criteria: readonly string[]): string[] {
  const rows = Object.keys(cells).filter((key) => key.includes(':'));
  const ofField = ASKED_FIELDS.flatMap((field) =>
    isRowField(field)
      ? [
          ...rows.filter((key) => fieldOf(key) === field && !isNewRow(key)),
          ...rows.filter((key) => fieldOf(key) === field && isNewRow(key)),
        ]
      : [field],
  );
  return [...ofField, ...criteria];
}

/** Whether the form's key is that of a row that the dataset does not have yet. */
export const isNewRow = (key: string): boolean => /:\+\d{1,3}$/.test(key);

function hasParts(cell: string): boolean {
  const field = fieldOf(cell);
  return field !== null && isRecordField(field);
}

/** As `readParties`: what is left empty stays as it is today. */
function readRecord(cell: string, typed: ProposalValues['cells'][string] | undefined, today: CellContent | undefined) {
  const read = readTypedValue(cell, (part) => typed?.parts[part] ?? '');
  return isParts(read) && isParts(today?.value) && !typed?.whole ? { ...today.value, ...read } : read;
}

/** A record in the fields of the form. */
export type RecordTexts = { parts: Record<string, string>; whole: true };

type TypedCell = { value: unknown; note?: string; source?: string; asOf?: string };

function changeOf(cell: string, typed: TypedCell, today: CellContent | undefined): TypedChange | undefined {
  if (Object.values(typed).every((part) => part === undefined)) return undefined;
  const known = today && today.value !== 'not_assessed' ? today.value : undefined;
  const value = typed.value === undefined ? known : typed.value;
  // That there is none says something new of a cell without content.
  if (!isSameJson(value, known) || (value === null && known === undefined)) return { cell, ...typed };
  const note = typed.note ?? today?.note ?? undefined;
  const source = typed.source ?? today?.source ?? undefined;
  const asOf = typed.asOf ?? today?.asOf ?? undefined;
  const change = { cell, value, note, source, asOf };
  return value !== undefined && saysTheSame(change, today) ? undefined : change;
}

function saysTheSame({ note, source, asOf }: TypedChange, today: CellContent | undefined): boolean {
  return (
    note === (today?.note ?? undefined) &&
    source === (today?.source ?? undefined) &&
    asOf === (today?.asOf ?? undefined)
  );
}

/** Untouched parts stay as they are: a contributor who corrects a count does not mean to delete date or names. */
function readParties(field: PartiesField, { whole, ...texts }: PartiesValues, today: CellContent | undefined): unknown {
  const typed = readTypedValue(field, (part) => texts[part as keyof typeof texts]); // its parts are these
  return isParts(typed) && isParts(today?.value) && !whole ? { ...today.value, ...typed } : typed;
}

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Today's value in the fields of the form, for contributors who want to start from it. */
export function typedFrom(cell: string, value: CellContent['value']): string | PartiesValues | RecordTexts {
  const { value: text = '', ...parts } = writeTypedValue(cell, value === 'not_assessed' ? null : value);
  if (hasParts(cell)) return { parts, whole: true };
  // a text for each part
  return isPartiesField(cell) ? { ...(parts as Omit<PartiesValues, 'whole'>), whole: true } : text;
}

function filled(text: string | undefined): string | undefined {
  return text !== undefined && hasVisible(text) ? text.trim() : undefined;
}
