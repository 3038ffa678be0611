import { db } from '@/lib/platform/db/client';
import { listQueue } from './queue';
import type { QueueFilter, QueuePlace } from './schema';
import { queueFilter } from './schema';

/** So many pages without a hit are skipped before the search for the next one is given up. */
const MOST_PAGES = 5;

/**
 * The reference that follows this one in the queue under a filter, for `userId` as the editor who asks; null at its end. The one
 * that was just decided on need not be under the filter any more: what counts is where it stands in the order.
 */
export async function nextInQueue(
  { limit: _, ...filter }: QueueFilter,
  reference: string,
  userId: string,
): Promise<string | null> {
  let after: QueuePlace | undefined = await placeOf(reference, filter);
  for (let page = 0; after && page < MOST_PAGES; page += 1) {
    const { rows, next }: Awaited<ReturnType<typeof listQueue>> = await listQueue(
      { ...filter, after, limit: 1 },
      userId,
    );
    const [row] = rows;
    if (row) return row.reference;
    after = next === null ? undefined : queueFilter.parse({ sort: filter.sort, after: next }).after;
  }
  return null;
}

async function placeOf(reference: string, { sort = 'newest' }: QueueFilter): Promise<QueuePlace | undefined> {
  const row = await db.contribution.findUnique({
    where: { reference },
    select: { id: true, submittedAt: true, statusAt: true },
  });
  const at = sort === 'changed' ? row?.statusAt : row?.submittedAt;
  return row && at ? { at: at.toISOString(), id: row.id, sort } : undefined;
}
