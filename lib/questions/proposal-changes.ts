import { FACT_FIELDS, isPartiesField } from '@/lib/agreements/facts/registry';
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
type SentChange = { cell: string; value: CellContent['value']; note?: string; source?: string; decided?: boolean };

export type TypedChange = { cell: string; value: unknown; note?: string; source?: string };

/**
 * The changes in a typed proposal: only cells that differ from the base, facts first, then criteria in the given order.
 * An empty field proposes nothing. An empty part of a value of several parts proposes nothing either, unless the form
 * began with today's parts. A note or source without a value belongs to the value of the base and keeps what it does
 * not replace. The values are as typed: the submission's schema checks whether they are valid.
 */
export function changesOf(
  values: Pick<ProposalValues, 'cells' | PartiesField>,
  base: BaseCells,
  criteria: readonly string[],
): TypedChange[] {
  return [...FACT_FIELDS, ...criteria].flatMap((cell) => {
    const typed = values.cells[cell];
    const value = isPartiesField(cell)
      ? readParties(cell, values[cell], base[cell])
      : readTypedValue(cell, () => typed?.value ?? '');
    return changeOf(cell, { value, note: filled(typed?.note), source: filled(typed?.source) }, base[cell]) ?? [];
  });
}

type TypedCell = { value: unknown; note?: string; source?: string };

function changeOf(cell: string, typed: TypedCell, today: CellContent | undefined): TypedChange | undefined {
  if (typed.value === undefined && typed.note === undefined && typed.source === undefined) return undefined;
  const known = today && today.value !== null && today.value !== 'not_assessed' ? today.value : undefined;
  const value = typed.value ?? known;
  if (!isSameJson(value, known)) return { cell, ...typed };
  const note = typed.note ?? today?.note ?? undefined;
  const source = typed.source ?? today?.source ?? undefined;
  const change = { cell, value, note, source };
  return value !== undefined && saysTheSame(change, today) ? undefined : change;
}

function saysTheSame({ note, source }: Pick<TypedChange, 'note' | 'source'>, today: CellContent | undefined): boolean {
  return note === (today?.note ?? undefined) && source === (today?.source ?? undefined);
}

/** Untouched parts stay as they are: a contributor who corrects a count does not mean to delete date or names. */
function readParties(field: PartiesField, { whole, ...texts }: PartiesValues, today: CellContent | undefined): unknown {
  const typed = readTypedValue(field, (part) => texts[part as keyof typeof texts]); // its parts are these
  return isParts(typed) && isParts(today?.value) && !whole ? { ...today.value, ...typed } : typed;
}

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Today's value in the fields of the form, for contributors who want to start from it. */
export function typedFrom(cell: string, value: CellContent['value']): string | PartiesValues {
  const { value: text = '', ...parts } = writeTypedValue(cell, value === 'not_assessed' ? null : value);
  // a text for each part
  return isPartiesField(cell) ? { ...(parts as Omit<PartiesValues, 'whole'>), whole: true } : text;
}

function filled(text: string | undefined): string | undefined {
  return text !== undefined && hasVisible(text) ? text.trim() : undefined;
}
