import { can } from '@/lib/accounts/policy';
import type { Editor } from '@/lib/accounts/policy';
import { notify } from '@/lib/notifications/notices';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure, orThrow } from '@/lib/platform/errors';
import type { Reason } from '@/lib/platform/errors';
import { actingAs, mutation } from '@/lib/platform/mutation';
import { publishIn } from '@/lib/review/publication';
import { addPublicationJob } from './schedule';

type Outcome = 'published' | 'refused' | 'nothing_to_do';

/**
 * Publishes a contribution whose time has come, in the name of the editor who scheduled it and by the same function as
 * by hand. If something speaks against it, nothing is published: the reason is kept, and that editor and the one who
 * looks after the contribution get a notice. Of two workers the second finds nothing to do, and so does one that comes
 * too early or after the schedule was cancelled.
 */
export async function publishScheduled(contributionId: string, now = new Date()): Promise<Outcome> {
  const tried = await mutation({ actor: 'system' }, async (context) => {
    const { tx } = context;
    const due = await holdDue(contributionId, now, tx);
    if (!due) return { ok: true as const, outcome: 'nothing_to_do' as const };
    const editor = await findScheduler(due.scheduledById, tx);
    await demandAsScheduled(contributionId, due, tx);
    orThrow(await publishIn({ editor, reference: due.reference, now }, actingAs(editor, context)));
    await tx.scheduledPublication.deleteMany({ where: { contributionId } });
    return { ok: true as const, outcome: 'published' as const };
  });
  return tried.ok ? tried.outcome : refuse(contributionId, tried.reason, now);
}

type Due = { reference: string; currentRevision: number; assigneeId: string | null } & Scheduled;
type Scheduled = { revision: number; evenUndecided: boolean; scheduledById: string };

/** What is due, held until the transaction ends; null without a schedule, before its time and after a refusal. */
async function holdDue(contributionId: string, now: Date, tx: Tx): Promise<Due | null> {
  // Like every command the contribution first, so that no two can wait for each other.
  const [held] = await tx.$queryRaw<Omit<Due, keyof Scheduled>[]>`
    SELECT reference, current_revision AS "currentRevision", assignee_id AS "assigneeId" FROM contributions
    WHERE id = ${contributionId}::uuid AND reference IS NOT NULL FOR NO KEY UPDATE`;
  const scheduled = await tx.scheduledPublication.findFirst({
    where: { contributionId, publishAt: { lte: now }, refusedAt: null },
    select: { revision: true, evenUndecided: true, scheduledById: true },
  });
  return held && scheduled ? { ...held, ...scheduled } : null;
}

/** The editor who scheduled it, if they may still publish. Throws DomainError `forbidden`. */
async function findScheduler(id: string, tx: Tx): Promise<Editor> {
  const row = await tx.user.findFirst({
    where: { id, deactivatedAt: null },
    select: { role: true, organisation: true, email: true },
  });
  if (!row || !can(row, 'contribution.publish')) throw new DomainError(failure('forbidden'));
  return { userId: id, ...row };
}

/** No page shows it to an editor now: it must be what was scheduled. Throws DomainError `sent_anew`, `undecided_values`. */
async function demandAsScheduled(contributionId: string, due: Due, tx: Tx): Promise<void> {
  if (due.currentRevision !== due.revision) throw new DomainError(failure('sent_anew'));
  if (due.evenUndecided) return;
  const undecided = await tx.proposedChange.count({ where: { contributionId, status: 'pending' } });
  if (undecided > 0) throw new DomainError(failure('undecided_values'));
}

/** Keeps why it was not published, once, and tells the editors concerned. */
async function refuse(contributionId: string, reason: Reason, now: Date): Promise<Outcome> {
  const refused = await mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const due = await holdDue(contributionId, now, tx);
    if (!due) return { ok: true as const, outcome: 'nothing_to_do' as const };
    await tx.scheduledPublication.update({
      where: { contributionId },
      data: { refusedAt: now, refusedReason: reason },
      select: { contributionId: true },
    });
    const userIds = [due.scheduledById, ...(due.assigneeId ? [due.assigneeId] : [])];
    await notify(tx, { kind: 'publication_refused', userIds, by: null, contributionId, reason });
    await audit({
      action: 'contribution.scheduled_publication_refused',
      subject: { kind: 'contribution', id: contributionId },
      details: { reason },
    });
    return { ok: true as const, outcome: 'refused' as const };
  });
  return orThrow(refused).outcome;
}

/** Gives each schedule that has no job one, such as after a backup without the queue was restored. */
export async function queueLostSchedules(): Promise<void> {
  const lost = await db.$queryRaw<{ id: string; publishAt: Date }[]>`
    SELECT s.contribution_id AS id, s.publish_at AS "publishAt" FROM scheduled_publications s WHERE s.refused_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'publish:' || s.contribution_id AND j.attempts < j.max_attempts)`;
  for (const { id, publishAt } of lost) await addPublicationJob(db, id, publishAt);
}
