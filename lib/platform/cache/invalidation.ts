import type { Tx } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/client';

/** The PostgreSQL channel on which every process of the app hears which cached pages are out of date. */
export const CHANNEL = 'bpf_cache_tags';

/** Means every page. */
export const ALL_TAGS = '*';

/** Absent in a process that serves no pages. */
const cache = () => globalThis.bpfPageCache;

/** Marks the tags as stale in this process at once, so that the author of a change sees it. Call it after commit. */
export function invalidateLocal(tags: string[]): void {
  cache()?.expire(tags);
}

/** Notifications hold at most 8,000 bytes; a longer list means everything. */
const MAX_BYTES = 7_000;

/**
 * Publishes, in the transaction of a change, which tags it makes stale. PostgreSQL sends it to every process when the
 * transaction commits, and to none when it rolls back.
 */
export async function publishInvalidation(tags: string[], tx: Tx): Promise<void> {
  if (tags.length === 0) return;
  const list = [...new Set(tags)].join(',');
  await tx.$executeRaw(
    Prisma.sql`SELECT pg_notify(${CHANNEL}, ${Buffer.byteLength(list) > MAX_BYTES ? ALL_TAGS : list})`,
  );
}
