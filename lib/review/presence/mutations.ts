import { db } from '@/lib/db/client';
import { failure } from '@/lib/errors';
import type { Result } from '@/lib/errors';
import { PRESENT_SECONDS } from './constants';
import { listPresent, readStanding } from './queries';
import type { Standing } from './standing';

type Looking = { reference: string; userId: string; now?: Date };

/**
 * Says that an editor is looking at a contribution, which claims nothing. Returns who else is, and how far it has been decided.
 * Fails with `not_found`.
 */
export async function noteLooking({
  reference,
  userId,
  now = new Date(),
}: Looking): Promise<Result<{ others: string[]; standing: Standing }>> {
  const contribution = await db.contribution.findFirst({
    where: { reference, status: { not: 'draft' } },
    select: { id: true },
  });
  const standing = contribution && (await readStanding(contribution.id));
  if (!standing) return failure('not_found');
  // The same editor's two windows may say so at the same moment.
  await db.$executeRaw`
    INSERT INTO presences (contribution_id, user_id, seen_at) VALUES (${contribution.id}::uuid, ${userId}, ${now})
    ON CONFLICT (contribution_id, user_id) DO UPDATE SET seen_at = greatest(presences.seen_at, excluded.seen_at)`;
  await db.presence.deleteMany({ where: { contributionId: contribution.id, seenAt: { lt: staleAt(now) } } });
  return { ok: true, others: await listPresent(contribution.id, userId, now), standing };
}

/** Who is long gone is swept out by who comes next. */
const staleAt = (now: Date) => new Date(now.getTime() - 10 * PRESENT_SECONDS * 1000);

/** Says that an editor looks elsewhere. Nothing happens where nobody was looking. */
export async function stopLooking({ reference, userId }: Omit<Looking, 'now'>): Promise<void> {
  await db.presence.deleteMany({ where: { userId, contribution: { reference } } });
}
