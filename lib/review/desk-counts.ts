import { can } from '@/lib/accounts/policy';
import type { Actor } from '@/lib/accounts/policy';
import { db } from '@/lib/platform/db/client';
import type { QueueCount } from './queue/queue';

/** What waits at the desk for an editor: each count is that of the rows of one page. */
export type DeskCounts = {
  /** Submitted contributions, counted up to 250: the queue without a filter. */
  waiting: QueueCount;
  /** Commands that wait for a second editor. */
  approvals: number;
  /** Mails that an editor has to read before they leave, and those that failed: 0 for those who may not read mails. */
  drafts: number;
  failedMails: number;
  /** Notices that this editor has not read. */
  unread: number;
  /** When they were read, by the database's clock: of two readings the page shows the newer one. */
  readAt: string;
};

const MAX_COUNTED = 250;

/** The counts in the desk's navigation, in one statement: it is read with every page, and once a minute after that. */
export async function readDeskCounts({ userId, role }: Pick<Actor, 'userId' | 'role'>): Promise<DeskCounts> {
  const [row] = await db.$queryRaw<(Omit<DeskCounts, 'waiting' | 'readAt'> & { waiting: number; readAt: Date })[]>`
    SELECT clock_timestamp() AS "readAt",
      (SELECT count(*)::int FROM (SELECT FROM contributions WHERE status = 'submitted' AND submitted_at IS NOT NULL LIMIT 251) c) AS waiting,
      (SELECT count(*)::int FROM approvals WHERE status = 'waiting') AS approvals,
      (SELECT count(*)::int FROM mails WHERE status = 'draft') AS drafts,
      (SELECT count(*)::int FROM mails WHERE status = 'failed') AS "failedMails",
      (SELECT count(*)::int FROM notices WHERE user_id = ${userId} AND read_at IS NULL) AS unread`;
  const { waiting, readAt, ...counts } = row ?? { ...NOTHING, readAt: new Date() };
  const mails = can({ role }, 'mail.read') ? {} : { drafts: 0, failedMails: 0 };
  return {
    ...counts,
    ...mails,
    waiting: { count: Math.min(waiting, MAX_COUNTED), more: waiting > MAX_COUNTED },
    readAt: readAt.toISOString(),
  };
}

const NOTHING = { waiting: 0, approvals: 0, drafts: 0, failedMails: 0, unread: 0 };
