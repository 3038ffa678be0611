import type { Tx } from '@/lib/db/client';
import type { NoticeKind } from './schema';

export type NoticeRequest = {
  kind: NoticeKind;
  /** Who should hear of it; once each, and never the one who did it. */
  userIds: readonly string[];
  /** The editor whose doing it tells of; null for a contributor's or the system's. */
  by: string | null;
  contributionId?: string;
  agreementId?: string;
};

/** Leaves a notice for these editors, in the transaction of what it tells of. */
export async function notify(tx: Tx, { kind, userIds, by, contributionId, agreementId }: NoticeRequest): Promise<void> {
  const told = [...new Set(userIds)].filter((id) => id !== by);
  if (told.length === 0) return;
  await tx.notice.createMany({ data: told.map((userId) => ({ userId, kind, contributionId, agreementId })) });
}

/** `notify` for the editor who looks after a contribution; nobody hears of one that has nobody. */
export async function notifyAssignee(tx: Tx, { kind, by, contributionId }: Pick<NoticeRequest, 'kind' | 'by'> & { contributionId: string }): Promise<void> {
  const { assigneeId } = await tx.contribution.findUniqueOrThrow({ where: { id: contributionId }, select: { assigneeId: true } });
  if (assigneeId !== null) await notify(tx, { kind, userIds: [assigneeId], by, contributionId });
}
