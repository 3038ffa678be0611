import type { CellContent } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';

/**
 * Per-cell three-way merge (docs/decisions/0002): what a proposed content means for a cell, given the content it was
 * written against and the present content. `null` is an empty cell.
 * - `apply`: the cell has not changed since the proposal was written; the proposal is applied as it is.
 * - `unchanged`: the cell holds the proposed value already; nothing to write.
 * - `conflict`: the cell has changed to something else meanwhile; an editor must look at base, present and proposed
 * content.
 */
export type MergeState = 'apply' | 'unchanged' | 'conflict';

/** For note, source and date, `null` keeps the present one, and empty text removes it. */
export type Proposed = {
  value: CellContent['value'];
  note: string | null;
  source: string | null;
  asOf?: string | null;
};

export function mergeCell(base: CellContent | null, current: CellContent | null, proposed: Proposed): MergeState {
  if (current !== null && saysTheSame(current, proposed)) return 'unchanged';
  return sameContent(base, current) ? 'apply' : 'conflict';
}

/**
 * The content of the cell after the proposal is accepted. Omitting is not erasing: the present note and source stay,
 * and beside the present value its date, unless the proposal has others or removes them. A value always has a source.
 */
export function mergedContent(current: CellContent | null, proposed: Proposed, fallbackSource: string): CellContent {
  return {
    value: proposed.value,
    note: textAfter(proposed.note, current?.note ?? null),
    source: textAfter(proposed.source, currentSource(current, proposed.value)) ?? fallbackSource,
    asOf: textAfter(proposed.asOf ?? null, currentDate(current, proposed.value)),
  };
}

/** The source of a value without a named source. */
export const contributionSource = (reference: string) => `Contribution ${reference}`;
const NAMES_A_CONTRIBUTION = /^Contribution [A-Z][A-Z0-9]{1,9}-[A-Z0-9-]+$/;

/**
 * A source that only names the contribution of its value is removed with that value, because it is not the source of
 * another one.
 */
function currentSource(current: CellContent | null, value: CellContent['value']): string | null {
  const source = current?.source ?? null;
  const ours = source !== null && NAMES_A_CONTRIBUTION.test(source) && !isSameJson(current?.value, value);
  return ours ? null : source;
}

/** The date says when the present value was true, so it goes with that value (docs/decisions/0042). */
const currentDate = (current: CellContent | null, value: CellContent['value']): string | null =>
  isSameJson(current?.value, value) ? (current?.asOf ?? null) : null;

/** A note, source or date as a proposal leaves it. */
export const textAfter = (said: string | null, stands: string | null) => (said === null ? stands : said || null);

/** Whether two proposals for one cell come to the same, so that both are accepted together and both credited. */
export function sameProposal(one: Proposed, other: Proposed): boolean {
  const agree = (said: string | null = null, also: string | null = null) =>
    said === null || also === null || said === also;
  return isSameJson(one.value, other.value) && agree(one.note, other.note) && agree(one.asOf, other.asOf);
}

/** The cell holds the proposed value, and the proposal has nothing else to say of it. */
function saysTheSame(current: CellContent, proposed: Proposed): boolean {
  return (
    isSameJson(current.value, proposed.value) &&
    sameOrSilent(proposed.note, current.note) &&
    sameOrSilent(proposed.source, current.source) &&
    sameOrSilent(proposed.asOf ?? null, current.asOf ?? null)
  );
}

const sameOrSilent = (said: string | null, stands: string | null) => textAfter(said, stands) === stands;

export function sameContent(one: CellContent | null, other: CellContent | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    isSameJson(one.value, other.value) &&
    one.note === other.note &&
    one.source === other.source &&
    (one.asOf ?? null) === (other.asOf ?? null)
  );
}
