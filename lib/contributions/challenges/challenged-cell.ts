import { ASKED_FIELDS, fieldOf, isNameField, isPartiesField, isRowField } from '@/lib/agreements/facts/registry';
import type { AgreementCells } from '@/lib/agreements/cells';
import type { CellContent } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';
import { typedFrom } from '@/lib/questions/proposal-changes';
import { typedProposal } from '@/lib/questions/typed-proposal';
import type { ProposalValues } from '@/lib/questions/typed-proposal';

/** Whether a value can be proposed for it: a fact that forms ask for, a row that is there, a new row, or a criterion. */
export function isChallengeable(
  cell: string,
  { cells }: Pick<AgreementCells, 'cells'>,
  criteria: readonly string[],
): boolean {
  const field = fieldOf(cell);
  if (field === null) return criteria.includes(cell);
  if (!ASKED_FIELDS.includes(field)) return false;
  return !cell.includes(':') || Object.hasOwn(cells, cell);
}

/** The key of a cell in the form: a fact of rows without a name means a new row. */
export const formKeyOf = (cell: string): string => (isRowField(cell) ? `${cell}:+1` : cell);

type Challenged = { agreement: string; baseVersion: number; cell: string };

/** The fields of the short form: they begin with today's value, so that a part of it can be corrected. */
export function valuesOf(
  { agreement, baseVersion, cell }: Challenged,
  today: CellContent | undefined,
): Record<string, unknown> {
  const whole = { kind: 'update', agreement, baseVersion: String(baseVersion), attribution: 'anonymous' };
  const field = fieldOf(cell);
  // An assessment is chosen anew, and a new row is empty.
  if (!today || field === null) return whole;
  const typed = typedFrom(cell, today.value);
  if (typeof typed === 'string') return { ...whole, cells: { [cell]: { value: typed } } };
  return 'parts' in typed ? { ...whole, cells: { [cell]: typed } } : { ...whole, [cell]: typed };
}

/**
 * What was typed in the short form as a proposal of one cell; other fields are left out, whatever was sent. Where it is
 * said that there is no value, today's value in the field is not meant.
 */
export function readChallenge(
  { agreement, baseVersion, cell }: Challenged,
  sent: unknown,
  today: CellContent | undefined,
): ProposalValues {
  const typed = typedProposal.parse(sent);
  const key = formKeyOf(cell);
  const ofCell = typed.cells[key];
  const begun = typedProposal.parse(valuesOf({ agreement, baseVersion, cell }, today));
  const values = typedProposal.parse({
    ...{ kind: 'update', agreement, baseVersion },
    cells: ofCell ? { [key]: ofCell } : {},
    ...(isPartiesField(cell) && { [cell]: typed[cell] }),
  });
  if (!ofCell?.clear || !today) return values;
  const { note, source, asOf } = ofCell;
  const before = begun.cells[key];
  const isUntouched = isPartiesField(cell)
    ? isSameJson(typed[cell], begun[cell])
    : ofCell.value === (before?.value ?? '') && isSameJson(ofCell.parts, before?.parts ?? {});
  if (!isUntouched) return values;
  return typedProposal.parse({
    ...{ kind: 'update', agreement, baseVersion },
    cells: { [key]: { clear: 'on', note, source, asOf } },
  });
}

/** Whether the form can say that the cell has no value. */
export function isClearable(cell: string): boolean {
  const field = fieldOf(cell);
  return field !== null && !isNameField(cell) && !isRowField(cell);
}
