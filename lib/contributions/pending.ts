import { db, Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

/**
 * How many other contributions have a pending change: of the agreement as a whole, and of each of its cells. Only
 * numbers.
 */
export type PendingByOthers = { contributions: number; cells: Record<string, number> };

/**
 * Counts the other contributions with undecided changes of these agreements. By slug; an agreement without such changes
 * has no entry. It reveals neither authors nor contents nor references.
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
