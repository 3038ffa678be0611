import { db } from '@/lib/platform/db/client';
import { commands } from '@/lib/review/approvals/schema';

/** A command on proposed cells that waits for a second editor. */
export type WaitingCommand = { id: string; by: string; at: Date; changes: string[] };

/** What waits for a second editor in one contribution, or on agreements for several, the oldest first. */
export async function readWaiting(contributionId: string): Promise<WaitingCommand[]> {
  const rows = await db.approval.findMany({
    // A command on an agreement is of no single contribution.
    where: { OR: [{ contributionId }, { contributionId: null }], kind: 'decisions', status: 'waiting' },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, askedAt: true, command: true, askedBy: { select: { name: true, email: true } } },
  });
  return rows.map(({ id, askedAt, command, askedBy }) => ({
    id,
    by: askedBy.name ?? askedBy.email,
    at: askedAt,
    changes: commands.decisions.parse(command).decisions.map(({ change }) => change),
  }));
}
