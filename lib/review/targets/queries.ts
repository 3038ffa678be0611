import { DECIDABLE } from '@/lib/contributions/state';
import { db } from '@/lib/db/client';

export type Proposed = { id: string; reference: string; name: string };
/** A proposal for an agreement that is not in the dataset, and what it could be brought together with. */
export type OpenTarget = Proposed & {
  /** Proposals of others that are decided together with it. */
  together: Proposed[];
  /** Proposals of others that wait, too: those it could be decided together with. */
  others: Proposed[];
};

const OPEN = [...DECIDABLE];
const ROW = {
  id: true,
  sameAsId: true,
  contribution: { select: { reference: true } },
  changes: { where: { key: 'name' }, orderBy: { round: 'desc' }, take: 1, select: { value: true } },
} as const;

/** More than an editor chooses from a list; the newest. */
const MOST = 100;

/** The proposals of a contribution for new agreements that nothing has been accepted of yet. */
export async function listOpenTargets(reference: string): Promise<OpenTarget[]> {
  const waiting = { kind: 'new', agreementId: null, changes: { some: { status: 'pending' } } } as const;
  const mine = await db.proposal.findMany({
    where: { ...waiting, contribution: { reference, status: { in: OPEN } } },
    orderBy: { position: 'asc' },
    select: ROW,
  });
  if (mine.length === 0) return [];
  const rows = await db.proposal.findMany({
    where: { ...waiting, contribution: { reference: { not: reference }, status: { in: OPEN } } },
    orderBy: [{ contribution: { submittedAt: 'desc' } }, { position: 'asc' }],
    take: MOST,
    select: ROW,
  });
  const groupOf = ({ id, sameAsId }: { id: string; sameAsId: string | null }) => sameAsId ?? id;
  return mine.map((row) => ({
    ...named(row),
    together: rows.filter((other) => groupOf(other) === groupOf(row)).map(named),
    others: rows.filter((other) => groupOf(other) !== groupOf(row)).map(named),
  }));
}

type Row = { id: string; contribution: { reference: string | null }; changes: { value: unknown }[] };
const named = ({ id, contribution, changes }: Row): Proposed => ({
  id,
  reference: contribution.reference ?? '',
  name: String(changes[0]?.value ?? ''),
});
