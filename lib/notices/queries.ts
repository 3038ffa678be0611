import { db } from '@/lib/db/client';
import type { NoticeKind, NotifyBy } from './schema';

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
