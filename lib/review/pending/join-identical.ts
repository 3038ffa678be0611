import type { CellContent } from '@/lib/agreements/schema';
import { mergeCell, sameProposal } from '@/lib/review/merge';
import type { MergeState } from '@/lib/review/merge';
import type { Blocker } from '@/lib/review/policy';

/** One contribution's undecided proposal for a cell. */
export type PendingProposal = {
  /** The id of the proposed change. */
  change: string;
  reference: string;
  proposed: CellContent;
  /** What the cell held when it was written; null where it held nothing. */
  base: CellContent | null;
  /** An editor entered it, and its contributor has not agreed yet: nothing is decided on it. */
  awaitsConsent: boolean;
  /** Why this editor may not decide on its contribution; null if they may. */
  blocker: Blocker | null;
};

/** Proposals that come to the same: accepting one accepts all of them, and credits all their contributions. */
export type PendingVariant = {
  /** The proposal that the others are joined to; the others say the same or less. */
  lead: PendingProposal;
  /** The lead first. */
  proposals: PendingProposal[];
  /** `conflict` if one of them is; `unchanged` only if all are. */
  state: MergeState;
};

/**
 * Groups the proposals for one cell: the most frequent value first, and then in the order they came. The lead of a
 * group is the one with the most to say, since what it leaves out would be filled in from the cell, and the others
 * could then differ from it. What waits for consent is a group of its own, because it is not decided along.
 */
export function joinIdentical(proposals: readonly PendingProposal[], current: CellContent | null): PendingVariant[] {
  const groups: PendingProposal[][] = [];
  const fullestFirst = proposals.toSorted((one, other) => textsIn(other) - textsIn(one));
  for (const proposal of fullestFirst) {
    const group = groups.find(([lead]) => lead !== undefined && isCoveredBy(proposal, lead));
    if (group) group.push(proposal);
    else groups.push([proposal]);
  }
  return groups
    .flatMap(([lead, ...others]) => (lead ? [variantOf(lead, [lead, ...others], current)] : []))
    .toSorted(
      (one, other) =>
        Number(one.lead.awaitsConsent) - Number(other.lead.awaitsConsent) ||
        other.proposals.length - one.proposals.length ||
        proposals.indexOf(one.lead) - proposals.indexOf(other.lead),
    );
}

const textsIn = ({ proposed: { note, asOf } }: PendingProposal) =>
  Number(note !== null) + Number((asOf ?? null) !== null);

/** It says the same, and nothing that the other one leaves out. */
const isCoveredBy = (one: PendingProposal, lead: PendingProposal) =>
  one.awaitsConsent === lead.awaitsConsent &&
  sameProposal(one.proposed, lead.proposed) &&
  (one.proposed.note === null || lead.proposed.note !== null) &&
  ((one.proposed.asOf ?? null) === null || (lead.proposed.asOf ?? null) !== null);

function variantOf(lead: PendingProposal, proposals: PendingProposal[], current: CellContent | null): PendingVariant {
  const states = proposals.map(({ base, proposed }) => mergeCell(base, current, proposed));
  const state = states.includes('conflict')
    ? 'conflict'
    : states.every((one) => one === 'unchanged')
      ? 'unchanged'
      : 'apply';
  return { lead, proposals, state };
}
