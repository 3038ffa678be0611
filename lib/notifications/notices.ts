import { randomUUID } from 'node:crypto';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { NoticeKind, NotifyBy } from './notice-schema';
import { queueMail } from './outbox';

export type NoticeRequest = {
  kind: NoticeKind;
  /** Who should hear of it; once each, and never the one who did it. */
  userIds: readonly string[];
  /** The editor whose doing it tells of; null for a contributor's or the system's. */
  by: string | null;
  contributionId?: string;
  agreementId?: string;
};

/**
 * Leaves a notice for these editors, in the transaction of what it tells of. Who wants to hear at once gets a mail, queued in
 * the same transaction; who wants a digest gets it with the next one. Nobody who has left the desk is told anything.
 */
export async function notify(tx: Tx, { kind, userIds, by, contributionId, agreementId }: NoticeRequest): Promise<void> {
  const told = [...new Set(userIds)].filter((id) => id !== by);
  await notifyEach(
    tx,
    told.map((userId) => ({ userId, kind, contributionId, agreementId })),
  );
}

/** `notify` for the editor who looks after a contribution; nobody hears of one that has nobody. */
export async function notifyAssignee(
  tx: Tx,
  { kind, by, contributionId }: Pick<NoticeRequest, 'kind' | 'by'> & { contributionId: string },
): Promise<void> {
  const { assigneeId } = await tx.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: { assigneeId: true },
  });
  if (assigneeId !== null) await notify(tx, { kind, userIds: [assigneeId], by, contributionId });
}

export type NewNotice = { userId: string; kind: NoticeKind; contributionId?: string; agreementId?: string };

/** Several notices of one command: whoever wants to hear at once gets one mail for all that concern them. */
export async function notifyEach(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const wishes = await holdWishes(
    notices.map(({ userId }) => userId),
    tx,
  );
  const rows = notices.filter(({ userId }) => wishes.has(userId)).map((notice) => ({ ...notice, id: randomUUID() }));
  await tx.notice.createMany({ data: rows });
  for (const [userId, wish] of wishes) {
    const own = rows.filter((row) => row.userId === userId).map(({ id }) => id);
    if (wish === 'instant')
      await queueNotices({ userId, notices: own, daily: false, dedupeKey: `desk-notices:${own[0] ?? ''}` }, tx);
  }
}

/**
 * How those who are still at the desk want to hear. Held until the transaction ends: whoever changes it meanwhile waits, so that
 * no notice falls between one way of telling and the other. In one order, so that two commands never wait for each other.
 */
async function holdWishes(userIds: string[], tx: Tx): Promise<Map<string, NotifyBy>> {
  const rows = await tx.$queryRaw<{ id: string; notify: NotifyBy }[]>`
    SELECT id, notify::text AS notify FROM users WHERE id = ANY(${[...new Set(userIds)]}::text[]) AND deactivated_at IS NULL ORDER BY id FOR SHARE`;
  return new Map(rows.map(({ id, notify: wish }) => [id, wish]));
}

type MailOfNotices = { userId: string; notices: string[]; daily: boolean; dedupeKey: string };

/** Returns whether there is a new mail now; then these notices are told, and never again. */
async function queueNotices({ userId, notices, daily, dedupeKey }: MailOfNotices, tx: Tx): Promise<boolean> {
  if (notices.length === 0) return false;
  const mailId = await queueMail(tx, {
    kind: 'desk-notices',
    to: { userId },
    payload: { notices, daily },
    dedupeKey,
    status: 'queued',
    locale: 'en',
  });
  if (mailId === null) return false;
  await tx.notice.updateMany({ where: { id: { in: notices } }, data: { mailId } });
  return true;
}

/**
 * The day's mail to everybody who wants one a day: all they have neither been told of by mail nor read at the desk. Run as often
 * as you like and by as many processes at once: per person and day (UTC) there is one mail at most, and what comes after it
 * waits for the next day's. Returns how many mails it made.
 */
export async function queueDigests(now = new Date()): Promise<number> {
  const waiting = await db.notice.findMany({
    where: { mailId: null, readAt: null, user: { notify: 'daily', deactivatedAt: null } },
    distinct: ['userId'],
    orderBy: { userId: 'asc' },
    select: { userId: true },
  });
  let made = 0;
  for (const { userId } of waiting)
    if (await db.$transaction((tx) => queueDigest({ userId, day: now.toISOString().slice(0, 10) }, tx))) made += 1;
  return made;
}

async function queueDigest({ userId, day }: { userId: string; day: string }, tx: Tx): Promise<boolean> {
  // Held alone: of two processes at the same moment the second finds nothing left to tell, or the day's mail made.
  const held = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM users WHERE id = ${userId} AND notify = 'daily' AND deactivated_at IS NULL FOR NO KEY UPDATE`;
  if (held.length === 0) return false;
  return queueNotices(
    { userId, notices: await untold(userId, tx), daily: true, dedupeKey: `desk-notices:${userId}:${day}` },
    tx,
  );
}

async function untold(userId: string, tx: Tx): Promise<string[]> {
  const rows = await tx.notice.findMany({
    where: { userId, mailId: null, readAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Sets how an editor wants to hear of what concerns them. Who changes from a digest to mail at once is told now of what the
 * next digest would have said.
 */
export async function setNotify({ userId, notify: wish }: { userId: string; notify: NotifyBy }): Promise<void> {
  await db.$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<
      { notify: NotifyBy }[]
    >`SELECT notify::text AS notify FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    if (!before || before.notify === wish) return;
    await tx.user.update({ where: { id: userId }, data: { notify: wish }, select: { id: true } });
    if (before.notify !== 'daily' || wish !== 'instant') return;
    const left = await untold(userId, tx);
    await queueNotices({ userId, notices: left, daily: false, dedupeKey: `desk-notices:${left[0] ?? ''}` }, tx);
  });
}

/** Marks notices of one's own as read: one, those about one contribution, or all. Those of others, and read ones, stay as they are. */
export async function markRead({
  userId,
  notice,
  reference,
  now = new Date(),
}: {
  userId: string;
  notice?: string;
  reference?: string;
  now?: Date;
}): Promise<void> {
  await db.notice.updateMany({
    where: { userId, readAt: null, ...(notice && { id: notice }), ...(reference && { contribution: { reference } }) },
    data: { readAt: now },
  });
}

export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  at: Date;
  read: boolean;
  /** The contribution's reference, or null where it is about an agreement. */
  reference: string | null;
  agreement: { slug: string; name: string } | null;
};

const ROW = {
  id: true,
  kind: true,
  createdAt: true,
  readAt: true,
  contribution: { select: { reference: true } },
  agreement: { select: { slug: true, shortName: true } },
} as const;
const MOST = 100;

/** An editor's own notices: the unread ones, then what was read last, the newest first; no more than a page can show. */
export async function listNotices(userId: string): Promise<{ unread: NoticeRow[]; read: NoticeRow[] }> {
  const unread = await db.notice.findMany({
    where: { userId, readAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: ROW,
  });
  const read = await db.notice.findMany({
    where: { userId, readAt: { not: null } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 10,
    select: ROW,
  });
  return { unread: unread.map(asRow), read: read.map(asRow) };
}

/** An editor's unread notices about one contribution, oldest first. */
export async function listNoticesAbout({
  userId,
  reference,
}: {
  userId: string;
  reference: string;
}): Promise<NoticeRow[]> {
  const rows = await db.notice.findMany({
    where: { userId, readAt: null, contribution: { reference } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: ROW,
  });
  return rows.map(asRow);
}

/** How many notices an editor has not read. */
export const countUnread = (userId: string) => db.notice.count({ where: { userId, readAt: null } });

/** How an editor wants to hear by mail. */
export async function readNotify(userId: string): Promise<NotifyBy> {
  return (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { notify: true } })).notify;
}

type Found = {
  id: string;
  kind: string;
  createdAt: Date;
  readAt: Date | null;
  contribution: { reference: string | null } | null;
  agreement: { slug: string; shortName: string } | null;
};

function asRow({ id, kind, createdAt, readAt, contribution, agreement }: Found): NoticeRow {
  return {
    id,
    kind: kind as NoticeKind, // `notify` writes no other
    at: createdAt,
    read: readAt !== null,
    reference: contribution?.reference ?? null,
    agreement: agreement && { slug: agreement.slug, name: agreement.shortName },
  };
}
