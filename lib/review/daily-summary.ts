import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { listDeskCalls } from '@/lib/calls/desk-calls';
import type { DailySummary, ReadSummary } from '@/lib/notifications/digests';
import { db } from '@/lib/platform/db/client';
import { listApprovals } from './approvals/approval-list';

/** So many references are named; the others are counted. */
const NAMED = 10;
const DAY = 86_400_000;
/** The last days of a call are said from here on. */
const SOON_DAYS = 14;

/** What the desk has for an editor in the morning. It names references, and never who contributed. */
export const readDailySummary: ReadSummary = async (editor, { since, now }): Promise<DailySummary> => {
  const [arrived, mine, approvals, calls] = await Promise.all([
    listArrived(editor.userId, since, now),
    listMine(editor.userId),
    countApprovals(editor),
    listClosing(now),
  ]);
  return { arrived: listed(arrived), mine: listed(mine), approvals, calls };
};

type Row = { reference: string | null };

const listed = (rows: readonly Row[]): DailySummary['mine'] => ({
  count: rows.length,
  references: rows.slice(0, NAMED).flatMap(({ reference }) => reference ?? []),
});

/** What was sent since then, by others, and was not withdrawn. A summary by the forum did not come in. */
const listArrived = (userId: string, since: Date, now: Date): Promise<Row[]> =>
  db.contribution.findMany({
    where: {
      submittedAt: { gt: since, lte: now },
      status: { notIn: ['draft', 'withdrawn'] },
      summaryOf: null,
      OR: [{ authorId: null }, { authorId: { not: userId } }],
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: { reference: true },
  });

const listMine = (userId: string): Promise<Row[]> =>
  db.contribution.findMany({
    where: { assigneeId: userId, status: 'submitted' },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    select: { reference: true },
  });

/** Only those that this editor may answer. */
async function countApprovals(editor: Editor): Promise<number> {
  if (!can(editor, 'contribution.decide')) return 0;
  return (await listApprovals(editor)).filter(({ barred }) => barred === null).length;
}

async function listClosing(now: Date): Promise<DailySummary['calls']> {
  const calls = await listDeskCalls(now);
  return calls
    .flatMap(({ published, state, title, closesAt }) => {
      if (!published || state !== 'open' || closesAt === null) return [];
      const days = Math.floor((closesAt.getTime() - now.getTime()) / DAY);
      return days <= SOON_DAYS ? [{ title, closesAt: closesAt.toISOString(), days }] : [];
    })
    .reverse(); // the one that closes first
}
