import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { PRESENT_SECONDS } from './constants';
import type { Standing } from './standing';

/** Who else has the contribution open, by name. Editors only: nobody else ever reads it. */
export async function listPresent(
  contributionId: string,
  userId: string,
  now = new Date(),
  tx: Tx = db,
): Promise<string[]> {
  const rows = await tx.presence.findMany({
    where: {
      contributionId,
      userId: { not: userId },
      seenAt: { gt: new Date(now.getTime() - PRESENT_SECONDS * 1000) },
      user: { deactivatedAt: null },
    },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    select: { user: { select: { name: true, email: true } } },
  });
  return rows.map(({ user }) => user.name ?? user.email);
}

/** How far a contribution has been decided, and by whom; null where there is none for an editor to see. */
export async function readStanding(contributionId: string, tx: Tx = db): Promise<Standing | null> {
  // First: what happens while the rest is read belongs to the next reading.
  const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  const row = await tx.contribution.findFirst({
    where: { id: contributionId, status: { not: 'draft' } },
    select: { status: true, currentRevision: true },
  });
  if (!row) return null;
  const decided = await tx.$queryRaw<Standing['decided']>`
    SELECT d.user_id AS "userId", coalesce(u.name, u.email) AS name, count(*)::int AS count
    FROM proposed_changes x JOIN decisions d ON d.change_id = x.id JOIN users u ON u.id = d.user_id
    WHERE x.contribution_id = ${contributionId}::uuid GROUP BY 1, 2 ORDER BY 2, 1`;
  return {
    status: row.status,
    revision: row.currentRevision,
    decided,
    readAt: (clock?.at ?? new Date()).toISOString(),
  };
}
