import { db } from '@/lib/platform/db/client';
import { REVISION, serialiseRevision } from './agreements';
import { readCellRedactor } from '@/lib/agreements/redacted-cells';
import { publicChange } from './schema';
import type { PublicChange } from './schema';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

/** The place of one change, from which a program continues reading the list: an agreement and its version. */
export type ChangePlace = { agreement: string; version: number };

/**
 * The changes of the dataset, over all agreements, the newest revision first: at most `limit`, and only those after
 * `after` in this order, where given. Empty if there is no such place.
 */
export async function listDatasetChanges({
  after,
  limit,
  agreement,
}: {
  after?: ChangePlace;
  limit: number;
  /** Only changes of this agreement. */ agreement?: string;
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
  const redact = await readCellRedactor();
  return rows.map(({ agreement: named, ...revision }) =>
    publicChange.parse({ ...serialiseRevision(revision, redact), agreement: named }),
  );
}

async function findPlace({ agreement, version }: ChangePlace): Promise<{ id: string } | null> {
  return db.revision.findFirst({ where: { version, agreement: { slug: agreement } }, select: { id: true } });
}
