import { db } from '@/lib/platform/db/client';
import { REVISION, serialiseRevision } from './agreements';
import { publicChange } from './schema';
import type { PublicChange } from './schema';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

/** Names one change for whoever reads the list on from there: an agreement's version. */
export type ChangePlace = { agreement: string; version: number };

/**
 * What changed in the dataset, over all agreements, the newest revision first: at most `limit`, those that come after `after` in this
 * order, where given. Nothing where there is no such place.
 */
export async function listDatasetChanges({
  after,
  limit,
  agreement,
}: {
  after?: ChangePlace;
  limit: number;
  /** Only of this one. */ agreement?: string;
}): Promise<PublicChange[]> {
  const place = after && (await findPlace(after));
  if (place === null) return [];
  const rows = await db.revision.findMany({
    where: agreement === undefined ? {} : { agreement: { slug: agreement } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...(place && { cursor: { id: place.id }, skip: 1 }),
    take: limit,
    select: { ...REVISION, agreement: NAMED },
  });
  return rows.map(({ agreement: named, ...revision }) =>
    publicChange.parse({ ...serialiseRevision(revision), agreement: named }),
  );
}

async function findPlace({ agreement, version }: ChangePlace): Promise<{ id: string } | null> {
  return db.revision.findFirst({ where: { version, agreement: { slug: agreement } }, select: { id: true } });
}
