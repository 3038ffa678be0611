import { db } from '@/lib/platform/db/client';
import { isSameJson } from '@/lib/platform/json';
import type { PublicEffect } from './schema';
import { publicEffect } from './schema';

export type LaterChange = { version: number; kind: string; after: unknown };
type EffectState = Pick<PublicEffect['cells'][number], 'standing' | 'since'>;

/**
 * What became of a value, by the later changes of its cell in their order: another value replaced it, an editor took it
 * back, or an editor undid that and it is valid again.
 */
export function currentState(after: unknown, later: readonly LaterChange[]): EffectState {
  let now: EffectState = { standing: 'stands', since: null };
  for (const change of later) {
    const returns = change.kind === 'revert' && isSameJson(change.after, after);
    if (returns) now = { standing: 'stands', since: null };
    else if (now.standing === 'stands')
      now = { standing: change.kind === 'revert' ? 'taken_back' : 'replaced', since: change.version };
  }
  return now;
}

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

/**
 * What a published contribution changed in the dataset, in the order of the revisions that are credited to it, each
 * cell with what became of it. Empty for a contribution that is not published, also if revisions are credited to it.
 */
export async function listEffects(reference: string): Promise<PublicEffect[]> {
  const contribution = await db.contribution.findFirst({
    where: { reference, status: 'published', publishedAt: { not: null } },
    select: { id: true },
  });
  return contribution ? effectsOf(contribution.id) : [];
}

/** The same for the preview of a contribution that is not public yet; for the desk alone. */
export async function listEffectsAsPublished(reference: string): Promise<PublicEffect[]> {
  const contribution = await db.contribution.findFirst({
    where: { reference, status: { not: 'draft' } },
    select: { id: true },
  });
  return contribution ? effectsOf(contribution.id) : [];
}

async function effectsOf(id: string): Promise<PublicEffect[]> {
  const revisions = await db.revision.findMany({
    where: { OR: [{ contributionId: id }, { credits: { some: { contributionId: id } } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      agreementId: true,
      agreement: NAMED,
      version: true,
      createdAt: true,
      contributionId: true,
      credits: { where: { contributionId: id }, select: { key: true } },
      changes: { orderBy: { key: 'asc' }, select: { key: true, after: true } },
    },
  });
  const later = await readChanges(revisions.map(({ agreementId }) => agreementId));
  return revisions.map(({ agreement, agreementId, version, createdAt, contributionId, credits, changes }) => {
    const own = changes.filter(({ key }) => contributionId === id || credits.some((credit) => credit.key === key));
    const cells = own.map(({ key, after }) => {
      const since = later.filter(
        (change) => change.agreementId === agreementId && change.key === key && change.version > version,
      );
      return { cell: key, ...currentState(after, since) };
    });
    return publicEffect.parse({ agreement, version, at: createdAt.toISOString(), cells });
  });
}

/** Every change of these agreements except their first version, in the order of their versions. */
async function readChanges(agreementIds: string[]) {
  const rows = await db.revisionCell.findMany({
    where: { revision: { agreementId: { in: agreementIds }, version: { gt: 1 } } },
    orderBy: { revision: { version: 'asc' } },
    select: { key: true, after: true, revision: { select: { agreementId: true, version: true, kind: true } } },
  });
  return rows.map(({ revision, ...change }) => ({ ...revision, ...change }));
}
