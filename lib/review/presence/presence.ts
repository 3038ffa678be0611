import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { PRESENT_SECONDS } from './constants';
import type { ReviewSnapshot } from './review-snapshot';

type Looking = { reference: string; userId: string; now?: Date };

/**
 * Records that an editor is looking at a contribution, which reserves nothing. Returns who else is, and how far it has
 * been decided. Fails with `not_found`.
 */
export async function noteLooking({
  reference,
  userId,
  now = new Date(),
}: Looking): Promise<Result<{ others: string[]; snapshot: ReviewSnapshot }>> {
  const contribution = await db.contribution.findFirst({
    where: { reference, status: { not: 'draft' } },
    select: { id: true },
  });
  const snapshot = contribution && (await readReviewSnapshot(contribution.id));
  if (!snapshot) return failure('not_found');
  // The same editor's two windows may say so at the same moment.
  await db.$executeRaw`
    INSERT INTO presences (contribution_id, user_id, seen_at) VALUES (${contribution.id}::uuid, ${userId}, ${now})
    ON CONFLICT (contribution_id, user_id) DO UPDATE SET seen_at = greatest(presences.seen_at, excluded.seen_at)`;
  await db.presence.deleteMany({ where: { contributionId: contribution.id, seenAt: { lt: staleAt(now) } } });
  return { ok: true, others: await listPresent(contribution.id, userId, now), snapshot };
}

/** Who is long gone is swept out by who comes next. */
const staleAt = (now: Date) => new Date(now.getTime() - 10 * PRESENT_SECONDS * 1000);

/** Records that an editor has left the page. If no editor was looking, nothing happens. */
export async function stopLooking({ reference, userId }: Omit<Looking, 'now'>): Promise<void> {
  await db.presence.deleteMany({ where: { userId, contribution: { reference } } });
}

/** Who else has the contribution open, by name. Only for editors. */
async function listPresent(contributionId: string, userId: string, now = new Date(), tx: Tx = db): Promise<string[]> {
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
export async function readReviewSnapshot(contributionId: string, tx: Tx = db): Promise<ReviewSnapshot | null> {
  // First: what happens while the rest is read belongs to the next reading.
  const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  const row = await tx.contribution.findFirst({
    where: { id: contributionId, status: { not: 'draft' } },
    select: { status: true, currentRevision: true },
  });
  if (!row) return null;
  const decided = await tx.$queryRaw<ReviewSnapshot['decided']>`
    SELECT d.user_id AS "userId", coalesce(u.name, u.email) AS name, count(*)::int AS count
    FROM proposed_changes x JOIN decisions d ON d.change_id = x.id JOIN users u ON u.id = d.user_id
    WHERE x.contribution_id = ${contributionId}::uuid GROUP BY 1, 2 ORDER BY 2, 1`;
  const moves = await tx.$queryRaw<ReviewSnapshot['moves']>`
    SELECT user_id AS "userId", count(*)::int AS count FROM audit_events
    WHERE subject_kind = 'contribution' AND subject_id = ${contributionId} AND action = ANY(${[...MOVES]}::text[])
    GROUP BY 1 ORDER BY 1`;
  return {
    status: row.status,
    revision: row.currentRevision,
    decided,
    moves,
    readAt: (clock?.at ?? new Date()).toISOString(),
  };
}

/** The events that lib/contributions/status.ts and a new version write into the audit log. */
const MOVES = [
  'submitted',
  'changes_requested',
  'published',
  'unpublished',
  'put_back',
  'declined',
  'kept',
  'reopened',
  'withdrawn',
].map((event) => `contribution.${event}`);
