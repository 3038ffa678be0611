import type { ProposalInput } from '@/lib/questions/proposal-schema';
import { isSameTarget, wasDecided } from '@/lib/contributions/current-proposals';
import { isSameJson } from '@/lib/platform/json';

type Sent = {
  key: string;
  status: string;
  value: unknown;
  note: string | null;
  source: string | null;
  asOf?: string | null;
};
/** A proposal of an earlier revision, with everything it proposed. */
export type SentProposal = { revision: { number: number }; kind: string; agreementId: string | null; changes: Sent[] };

/**
 * The proposals of a further revision: all its cells except those that were decided before and have not changed, whose
 * decision is still valid. A proposal without any cell left is left out. The name of a new agreement stays with its
 * other cells, because they can't be accepted without it.
 */
export function withoutDecided(
  proposals: readonly ProposalInput[],
  sent: readonly SentProposal[],
  idOf: (slug: string) => string | undefined,
): ProposalInput[] {
  const newestFirst = sent.toSorted((one, other) => other.revision.number - one.revision.number);
  return proposals.flatMap((proposal) => {
    const target = targetOf(proposal, idOf);
    const earlier = newestFirst
      .filter((one) => isSameTarget(one, target))
      .flatMap(({ changes }) => changes.filter(wasDecided));
    const repeats = (change: ProposalInput['changes'][number]) => {
      const decided = earlier.find(({ key }) => key === change.cell);
      return decided !== undefined && saysTheSame(decided, change);
    };
    const left = proposal.changes.filter((change) => !repeats(change));
    if (left.length === 0) return [];
    return [
      {
        ...proposal,
        changes:
          proposal.kind === 'new'
            ? proposal.changes.filter((change) => change.cell === 'name' || left.includes(change))
            : left,
      },
    ];
  });
}

function targetOf(proposal: ProposalInput, idOf: (slug: string) => string | undefined) {
  const agreementId = proposal.kind === 'update' ? (idOf(proposal.agreement) ?? null) : null;
  return {
    kind: proposal.kind,
    agreementId,
    changes: proposal.changes.map(({ cell, value }) => ({ key: cell, status: 'pending', value })),
  };
}

const saysTheSame = (decided: Sent, change: ProposalInput['changes'][number]) =>
  isSameJson(decided.value, change.value) &&
  decided.note === (change.note ?? null) &&
  decided.source === (change.source ?? null) &&
  (decided.asOf ?? null) === (change.asOf ?? null);
