import { FACT_FIELDS } from '@/lib/agreements/constants';
import { cleanText, hasVisible } from '@/lib/platform/text/clean-text';
import { numberOrText } from '@/lib/platform/text/read-number';
import type { CellContent } from '@/lib/agreements/schema';
import type { CellValues, ProposalValues } from './values';

/** The cells of an agreement as a proposal was written against them; a cell that holds nothing has no entry. */
export type BaseCells = Record<string, CellContent>;
export type TypedChange = { cell: string; value: unknown; note?: string; source?: string };

/**
 * What a typed proposal proposes: only cells that differ from the base, facts first, then criteria in the given order.
 * An empty field proposes nothing, nor does an empty part of the signatories, unless all parts began as today's. A note or source without a value is about the value of the base, and keeps what it does
 * not replace. The values are as typed: whether they are valid is for the submission's schema to say.
 */
export function changesOf(
  { cells, signatories }: Pick<ProposalValues, 'cells' | 'signatories'>,
  base: BaseCells,
  criteria: readonly string[],
): TypedChange[] {
  return [...FACT_FIELDS, ...criteria].flatMap((cell) => {
    const typed = cells[cell];
    const value =
      cell === 'signatories'
        ? withUntouchedParts(signatoriesValue(signatories), signatories, base[cell])
        : valueOf(cell, typed);
    return changeOf(cell, { value, note: filled(typed?.note), source: filled(typed?.source) }, base[cell]) ?? [];
  });
}

type TypedCell = { value: unknown; note?: string; source?: string };

function changeOf(cell: string, typed: TypedCell, today: CellContent | undefined): TypedChange | undefined {
  if (typed.value === undefined && typed.note === undefined && typed.source === undefined) return undefined;
  const known = today && today.value !== null && today.value !== 'not_assessed' ? today.value : undefined;
  const value = typed.value ?? known;
  if (!sameValue(value, known)) return { cell, ...typed };
  const note = typed.note ?? today?.note ?? undefined;
  const source = typed.source ?? today?.source ?? undefined;
  const same = note === (today?.note ?? undefined) && source === (today?.source ?? undefined);
  return same && value !== undefined ? undefined : { cell, value, note, source };
}

function valueOf(cell: string, typed: CellValues | undefined): unknown {
  if (cell !== 'uniqueElements') return filled(typed?.value);
  const items = linesOf(typed?.value ?? '');
  return items.length > 0 ? items : undefined;
}

export function signatoriesValue({
  count,
  unit,
  asOf,
  list,
  link,
}: ProposalValues['signatories']): Record<string, unknown> | undefined {
  const members = linesOf(list);
  const parts = {
    count: filled(count) && numberOrText(count),
    unit: filled(unit),
    asOf: filled(asOf),
    list: members.length > 0 ? members : undefined,
    link: filled(link),
  };
  const given = Object.entries(parts).filter(([, part]) => part !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Parts that nobody touched stay as they are: whoever corrects a count means neither date nor names to go. */
function withUntouchedParts(
  typed: Record<string, unknown> | undefined,
  { whole }: ProposalValues['signatories'],
  today: CellContent | undefined,
) {
  if (typed === undefined || whole || !isParts(today?.value)) return typed;
  return { ...today.value, ...typed };
}

const isParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What today's value reads like in the fields of the form, for those who want to start from it. */
export function typedFrom(cell: string, value: CellContent['value']): string | ProposalValues['signatories'] {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (cell !== 'signatories' || typeof value !== 'object' || value === null)
    return value === null || value === 'not_assessed' ? '' : String(value);
  const { count, unit, asOf, list, link } = value;
  const said = (part: unknown) => (part === undefined || part === null ? '' : String(part));
  return {
    count: said(count),
    unit: said(unit),
    asOf: said(asOf),
    list: Array.isArray(list) ? list.map(String).join('\n') : '',
    link: said(link),
    whole: true,
  };
}

const linesOf = (text: string) =>
  cleanText(text)
    .text.split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function filled(text: string | undefined): string | undefined {
  return text !== undefined && hasVisible(text) ? text.trim() : undefined;
}

/** Equality of two JSON values; the order of an object's keys says nothing. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
