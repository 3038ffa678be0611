import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

/** How many other contributions wait with a change: of the agreement as a whole, and of each of its cells. Numbers, and nothing else. */
export type PendingByOthers = { contributions: number; cells: Record<string, number> };

/**
 * Counts the contributions that propose a change of these agreements and are still waiting for the decision, the asking one left
 * out. By slug; an agreement that nobody else wants changed has no entry. Neither who, nor what, nor a reference leaves from here.
 */
export async function countPendingByOthers(
  { agreements, except }: { agreements: string[]; except: string },
  tx: Tx = db,
): Promise<Map<string, PendingByOthers>> {
  if (agreements.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ slug: string; key: string | null; count: number }[]>(Prisma.sql`
    SELECT a.slug, p.key, count(DISTINCT p.contribution_id)::int AS count
    FROM agreements a JOIN proposed_changes p ON p.agreement_id = a.id AND p.status = 'pending'
    JOIN contributions c ON c.id = p.contribution_id AND c.status IN ('submitted', 'changes_requested')
    WHERE a.slug = ANY(${agreements}::text[]) AND p.contribution_id <> ${except}::uuid
    GROUP BY GROUPING SETS ((a.slug), (a.slug, p.key))`);
  const found = new Map<string, PendingByOthers>();
  for (const { slug, key, count } of rows) {
    const entry = found.get(slug) ?? { contributions: 0, cells: {} };
    if (key === null) entry.contributions = count;
    else entry.cells[key] = count;
    found.set(slug, entry);
  }
  return found;
}
