import { fieldOf } from '@/lib/agreements/facts/registry';
import type { RowField } from '@/lib/agreements/facts/registry';
import { recordOf } from '@/lib/agreements/facts/record';
import type { RecordValue } from '@/lib/agreements/facts/fact';
import type { PublicAgreement, PublicCell } from './schema';

export type FactRow = { key: string; cell: PublicCell; value: RecordValue };

/**
 * The rows of a fact that have a value, in the order in which readers need them: dated ones by date, the newest count
 * first, all others by name. A row that was removed has none and is only in the history.
 */
export function rowsOf(agreement: Pick<PublicAgreement, 'facts'>, field: RowField): FactRow[] {
  const rows = Object.entries(agreement.facts).flatMap(([key, cell]) => {
    const value = fieldOf(key) === field ? recordOf(cell.value) : null;
    return value === null ? [] : [{ key, cell, value }];
  });
  return rows.toSorted((one, other) => compareRows(field, one, other));
}

function compareRows(field: RowField, one: FactRow, other: FactRow): number {
  const byDate = dateOf(one).localeCompare(dateOf(other));
  const byKey = one.key < other.key ? -1 : 1;
  return (field === 'counts' ? -byDate : byDate) || byKey;
}

/** The date by which a row is sorted; rows without one come last among dates and counts. */
const dateOf = ({ value: { date, asOf, from } }: FactRow) => String(date ?? asOf ?? from ?? '');

/** The passage that an agreement's assessment on a criterion rests on; null where none was entered. */
export const quotationOf = (agreement: Pick<PublicAgreement, 'facts'>, criterion: string): PublicCell | null =>
  rowsOf(agreement, 'quotations').find(({ value }) => value.criterion === criterion)?.cell ?? null;
