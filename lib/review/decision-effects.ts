import type { LockedAgreement } from '@/lib/agreements/revisions';
import type { CellContent } from '@/lib/agreements/schema';
import type { Tx } from '@/lib/platform/db/client';
import type { Planned } from './plan';
import type { Settled } from './competing-changes';

/** What one decision would do to one cell. */
export type Effect = {
  change: string;
  key: string;
  /** `slug` is the one it would get where the agreement is new. */
  agreement: { slug: string | null; name: string };
  outcome: 'accepted' | 'amended' | 'rejected';
  before: CellContent | null;
  /** Null for a rejection. */
  after: CellContent | null;
  writes: boolean;
  /** The proposed value becomes one of several views. */
  as: 'beside' | 'dispute' | null;
  /** Pending proposals of others for the same cell, and what would become of them. */
  rivals: { reference: string; outcome: 'accepted' | 'superseded' }[];
};

type EffectsInput = { planned: Planned[]; settled: Settled[]; agreements: Map<string, LockedAgreement> };

/** What a plan comes to, in the words of a reader: cell by cell, in the order of the command. */
export async function effectsOf({ planned, settled, agreements }: EffectsInput, tx: Tx): Promise<Effect[]> {
  const ids = [...new Set(settled.map(({ rival }) => rival.contributionId))];
  const rivals = await tx.contribution.findMany({ where: { id: { in: ids } }, select: { id: true, reference: true } });
  const references = new Map(rivals.map(({ id, reference }) => [id, reference ?? '']));
  return planned.map((one) => {
    const { change, outcome, content, cells, as = null } = one;
    const agreement = change.agreementId === null ? undefined : agreements.get(change.agreementId);
    return {
      change: change.id,
      key: change.key,
      agreement: { slug: agreement?.slug ?? null, name: agreement?.name ?? '' },
      outcome,
      before: change.current,
      after: content,
      writes: cells.length > 0,
      as,
      rivals: settled
        .filter(({ by }) => by === one)
        .map(({ rival, outcome: fate }) => ({ reference: references.get(rival.contributionId) ?? '', outcome: fate })),
    };
  });
}
