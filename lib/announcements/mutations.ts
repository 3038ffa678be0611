import { Prisma } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { CHANNEL, EVERYTHING } from './channel';

/** Notifications hold at most 8,000 bytes; a longer list means everything. */
const MOST_BYTES = 7_000;

/**
 * Says, in the transaction of a change, which tags it makes stale. PostgreSQL delivers it to every process when the
 * transaction commits, and not at all when it rolls back.
 */
export async function announce(tags: string[], tx: Tx): Promise<void> {
  if (tags.length === 0) return;
  const list = [...new Set(tags)].join(',');
  await tx.$executeRaw(
    Prisma.sql`SELECT pg_notify(${CHANNEL}, ${Buffer.byteLength(list) > MOST_BYTES ? EVERYTHING : list})`,
  );
}
