import { randomUUID } from 'node:crypto';
import type { DailySummary } from '@/emails/desk-notices';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Reason } from '@/lib/platform/errors';
import { orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { NoticeKind, NotifyBy } from './notice-schema';
import { queueMail } from './outbox';

export type NoticeRequest = {
  kind: NoticeKind;
  /** The editors to notify; once each, and never the editor who acted. */
  userIds: readonly string[];
  /** The editor who acted; null if a contributor or the system did. */
  by: string | null;
  contributionId?: string;
  agreementId?: string;
  /** Why it happened: a reason of lib/platform/errors. */ reason?: Reason;
};

/**
 * Stores a notice for these editors, in the transaction of its event. Editors who want mail at once get one, queued in
 * the same transaction; others get it with the next digest. Editors who have left the desk get no notice.
 */
export async function notify(tx: Tx, { kind, userIds, by, ...about }: NoticeRequest): Promise<void> {
  const told = [...new Set(userIds)].filter((id) => id !== by);
  await notifyEach(
    tx,
    told.map((userId) => ({ userId, kind, ...about })),
  );
}

/** `notify` for the editor to whom a contribution is assigned; without an editor there is no notice. */
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

export type NewNotice = Omit<NoticeRequest, 'userIds' | 'by'> & { userId: string };

/** Several notices of one command: an editor who wants mail at once gets one mail for all of them. */
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
 * The mail settings of the editors who are still at the desk. Locked until the transaction ends, so that a change of
 * the setting waits and no notice gets lost between the two ways. Always in the same order, so that two commands can't
 * deadlock.
 */
async function holdWishes(userIds: string[], tx: Tx): Promise<Map<string, NotifyBy>> {
  const rows = await tx.$queryRaw<{ id: string; notify: NotifyBy }[]>`
    SELECT id, notify::text AS notify FROM users WHERE id = ANY(${[...new Set(userIds)]}::text[]) AND deactivated_at IS NULL ORDER BY id FOR SHARE`;
  return new Map(rows.map(({ id, notify: wish }) => [id, wish]));
}

type MailOfNotices = {
  userId: string;
  notices: string[];
  daily: boolean;
  summary?: DailySummary;
  dedupeKey: string;
};

/** Returns whether it made a new mail; then these notices are marked as mailed and never mailed again. */
export async function queueNotices(
  { userId, notices, daily, summary, dedupeKey }: MailOfNotices,
  tx: Tx,
): Promise<boolean> {
  if (notices.length === 0 && !summary) return false;
  const mailId = await queueMail(tx, {
    kind: 'desk-notices',
    to: { userId },
    payload: { notices, daily, ...(summary && { summary }) },
    dedupeKey,
    status: 'queued',
    locale: 'en',
  });
  if (mailId === null) return false;
  await tx.notice.updateMany({ where: { id: { in: notices } }, data: { mailId } });
  return true;
}

/** The notices of an editor that were neither mailed nor read, oldest first. */
export async function untold(userId: string, tx: Tx): Promise<string[]> {
  const rows = await tx.notice.findMany({
    where: { userId, mailId: null, readAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type MailWish = {
  notify: NotifyBy;
  /** Whether the editor gets the short mail of each morning, too. */
  summary: boolean;
};

/**
 * Stores how an editor wants to get mail; without `summary`, that wish stays. An editor who changes from the digest to
 * mail at once gets the content of the next digest now.
 */
export async function setNotify({
  userId,
  notify: wish,
  summary,
}: { userId: string } & Pick<MailWish, 'notify'> & Partial<MailWish>): Promise<void> {
  const changed = await mutation({ actor: { userId } }, async ({ tx }) => {
    const [before] = await tx.$queryRaw<
      { notify: NotifyBy }[]
    >`SELECT notify::text AS notify FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
    if (!before) return { ok: true };
    if (summary !== undefined)
      await tx.user.update({ where: { id: userId }, data: { dailySummary: summary }, select: { id: true } });
    if (before.notify === wish) return { ok: true };
    await tx.user.update({ where: { id: userId }, data: { notify: wish }, select: { id: true } });
    if (before.notify !== 'daily' || wish !== 'instant') return { ok: true };
    const left = await untold(userId, tx);
    await queueNotices({ userId, notices: left, daily: false, dedupeKey: `desk-notices:${left[0] ?? ''}` }, tx);
    return { ok: true };
  });
  orThrow(changed);
}

/** Marks an editor's own notices as read: one, those about one contribution, or all. Other notices stay as they are. */
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
  reason: Reason | null;
  read: boolean;
  /** The contribution's reference, or null where it is about an agreement. */
  reference: string | null;
  agreement: { slug: string; name: string } | null;
};

const ROW = {
  id: true,
  kind: true,
  reason: true,
  createdAt: true,
  readAt: true,
  contribution: { select: { reference: true } },
  agreement: { select: { slug: true, shortName: true } },
} as const;
const MOST = 100;

/**
 * An editor's own notices: the unread ones, then what was read last, the newest first; no more than a page can show.
 */
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
export async function readNotify(userId: string): Promise<MailWish> {
  const { notify: wish, dailySummary } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { notify: true, dailySummary: true },
  });
  return { notify: wish, summary: dailySummary };
}

type Found = {
  id: string;
  kind: string;
  reason: string | null;
  createdAt: Date;
  readAt: Date | null;
  contribution: { reference: string | null } | null;
  agreement: { slug: string; shortName: string } | null;
};

function asRow({ id, kind, reason, createdAt, readAt, contribution, agreement }: Found): NoticeRow {
  return {
    id,
    kind: kind as NoticeKind, // `notify` writes no other
    at: createdAt,
    reason: reason as Reason | null, // as `notify` stored it
    read: readAt !== null,
    reference: contribution?.reference ?? null,
    agreement: agreement && { slug: agreement.slug, name: agreement.shortName },
  };
}
