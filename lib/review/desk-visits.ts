import { db } from '@/lib/platform/db/client';

/** After so many minutes without a page, the next one begins another visit. */
const VISIT_MINUTES = 30;

/**
 * Records that an editor is at the desk, once a minute at most. What changed since the end of the visit before this one
 * is new to them (the filter `changed` of the queue).
 */
export async function noteVisit(userId: string, now = new Date()): Promise<void> {
  await db.$executeRaw`
    INSERT INTO desk_visits (user_id, seen_at) VALUES (${userId}, ${now})
    ON CONFLICT (user_id) DO UPDATE SET seen_at = excluded.seen_at, previous_at = CASE
      WHEN desk_visits.seen_at < ${now}::timestamptz - ${VISIT_MINUTES} * interval '1 minute' THEN desk_visits.seen_at ELSE desk_visits.previous_at END
    WHERE desk_visits.seen_at < ${now}::timestamptz - interval '1 minute'`;
}

/** Records that a visit goes on, and begins no other: a page that was hidden shows what was new when it was opened. */
export async function prolongVisit(userId: string, now = new Date()): Promise<void> {
  await db.$executeRaw`
    UPDATE desk_visits SET seen_at = ${now} WHERE user_id = ${userId}
      AND seen_at > ${now}::timestamptz - ${VISIT_MINUTES} * interval '1 minute' AND seen_at < ${now}::timestamptz - interval '1 minute'`;
}

/** The end of the visit before this one; null on the first. */
export async function lastVisit(userId: string): Promise<Date | null> {
  const row = await db.deskVisit.findUnique({ where: { userId }, select: { previousAt: true } });
  return row?.previousAt ?? null;
}
