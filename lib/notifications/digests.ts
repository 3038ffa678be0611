import type { DeskNoticesProps } from '@/emails/desk-notices';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { queueNotices, untold } from './notices';

/** An account at the desk, as the right to read and decide depends on it. */
type Reader = { userId: string; role: 'observer' | 'editor' | 'admin'; organisation: string | null; email: string };

/** What the desk has for an editor, as the mail tells it. */
export type DailySummary = NonNullable<DeskNoticesProps['summary']>;

/** Reads what the desk has for an editor; what came after `since` counts as new. */
export type ReadSummary = (editor: Reader, times: { since: Date; now: Date }) => Promise<DailySummary>;

const DAY = 86_400_000;
/** After a long pause of the worker, older contributions are no news. */
const LONGEST_SINCE = 7 * DAY;

/**
 * Makes the mail of the day for each editor who wants one: the notices that were neither mailed nor read at the desk,
 * for those who want these once a day; and what the desk has for them, for those who want that. Nothing to say makes no
 * mail. It may run at any time and in several processes at once: each person gets one mail a day (UTC) at most, and
 * later notices wait for the next day. Returns how many mails it made.
 */
export async function queueDigests(readSummary: ReadSummary, now = new Date()): Promise<number> {
  const people = await db.user.findMany({
    where: {
      deactivatedAt: null,
      OR: [{ dailySummary: true }, { notify: 'daily', notices: { some: { mailId: null, readAt: null } } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, role: true, organisation: true, email: true, dailySummary: true },
  });
  let made = 0;
  for (const { id: userId, dailySummary, ...person } of people) {
    const summary = dailySummary
      ? await readSummary({ userId, ...person }, { since: await lastDigest(userId, now), now })
      : undefined;
    const digest = await mutation({ actor: 'system' }, async ({ tx }) => ({
      ok: true,
      queued: await queueDigest({ userId, day: now.toISOString().slice(0, 10), summary }, tx),
    }));
    if (orThrow(digest).queued) made += 1;
  }
  return made;
}

/** When the last mail of a day was made for the editor: a day ago if there was none. */
async function lastDigest(userId: string, now: Date): Promise<Date> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max(created_at) AS at FROM mails
    WHERE user_id = ${userId} AND kind = 'desk-notices' AND payload->>'daily' = 'true' AND created_at < ${now}`;
  const at = row?.at?.getTime() ?? now.getTime() - DAY;
  return new Date(Math.max(at, now.getTime() - LONGEST_SINCE));
}

type Digest = { userId: string; day: string; summary: DailySummary | undefined };

async function queueDigest({ userId, day, summary }: Digest, tx: Tx): Promise<boolean> {
  // Locked: of two processes at the same moment the second finds no open notice, or finds the mail of the day made.
  const [held] = await tx.$queryRaw<{ daily: boolean; summary: boolean }[]>`
    SELECT notify = 'daily' AS daily, daily_summary AS summary FROM users
    WHERE id = ${userId} AND deactivated_at IS NULL FOR NO KEY UPDATE`;
  if (!held) return false;
  const notices = held.daily ? await untold(userId, tx) : [];
  const told = held.summary && summary && !isNothing(summary) ? summary : undefined;
  return queueNotices({ userId, notices, daily: true, summary: told, dedupeKey: `desk-notices:${userId}:${day}` }, tx);
}

/** In its last week a call is worth a mail of its own. */
const LAST_DAYS = 7;

const isNothing = ({ arrived, mine, approvals, calls }: DailySummary) =>
  arrived.count + mine.count + approvals === 0 && calls.every(({ days }) => days > LAST_DAYS);
