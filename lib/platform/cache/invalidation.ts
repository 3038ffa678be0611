import type { Tx } from '@/lib/platform/db/client';
import { Prisma } from '@/lib/platform/db/client';

/** The PostgreSQL channel on which every process of the app hears which cached pages are out of date. */
export const CHANNEL = 'bpf_cache_tags';

/** Stands for every page. */
export const EVERYTHING = '*';

/** Absent in a process that serves no pages. */
const cache = () => globalThis.bpfPageCache;

/** Makes the tags stale in this very process at once, for the reader whose own change this was. Call it after commit. */
export function expireHere(tags: string[]): void {
  cache()?.expire(tags);
}

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
