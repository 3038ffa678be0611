import type { Editor } from '@/lib/accounts/policy';
import { momentIn } from '@/lib/calls/local-time';
import { statesBefore } from '@/lib/contributions/state';
import { db } from '@/lib/platform/db/client';
import type { Prisma, Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Reason, Result } from '@/lib/platform/errors';
import { addJob } from '@/lib/platform/jobs/queue';
import { mutation } from '@/lib/platform/mutation';
import { loadReviewable } from '@/lib/review/decide';
import { publishIn } from '@/lib/review/publication';
import { FURTHEST } from './schema';
import type { ScheduleInput } from './schema';

type Scheduling = { editor: Editor; reference: string; now?: Date } & ScheduleInput;

/** From here it is published. What was taken down is put back, with a reason of its own. */
const UNPUBLISHED: readonly string[] = statesBefore('published').filter((status) => status !== 'unpublished');

/**
 * Schedules the publication of a contribution for a day and a time, of the clock of its call; the time of one that is
 * scheduled already becomes this one. It is published then in this editor's name if nothing speaks against it any more.
 * What would refuse the publication now refuses the schedule: the reasons of `publishContribution`, and `invalid` (the
 * time has passed, is more than a year ahead, or does not exist).
 */
export async function schedulePublication({ now = new Date(), ...input }: Scheduling): Promise<Result<{ at: Date }>> {
  const { editor, reference, evenUndecided } = input;
  const possible = await mutation({ actor: editor, dryRun: true }, (context) =>
    publishIn({ editor, reference, now }, context),
  );
  if (!possible.ok) return possible;
  return mutation({ actor: editor, command: 'schedule', reference }, async ({ tx, audit }) => {
    const { id, status } = await loadReviewable(reference, editor, tx);
    if (!UNPUBLISHED.includes(status)) throw new DomainError(failure('not_allowed_in_status'));
    const { currentRevision: revision, call } = await tx.contribution.findUniqueOrThrow({
      where: { id },
      select: { currentRevision: true, call: { select: { timeZone: true } } },
    });
    const publishAt = momentAhead(input, call.timeZone, now);
    const row = { publishAt, revision, evenUndecided, scheduledById: editor.userId, scheduledAt: now };
    await tx.scheduledPublication.upsert({
      where: { contributionId: id },
      create: { contributionId: id, ...row },
      update: { ...row, refusedAt: null, refusedReason: null },
      select: { contributionId: true },
    });
    await addPublicationJob(tx, id, publishAt);
    await audit({
      action: 'contribution.publication_scheduled',
      subject: { kind: 'contribution', id },
      details: { atSecond: Math.floor(publishAt.getTime() / 1000), evenUndecided },
    });
    return { ok: true, at: publishAt };
  });
}

function momentAhead({ day, time }: ScheduleInput, timeZone: string, now: Date): Date {
  const at = momentIn(timeZone, day, time);
  const ahead = at === null ? 0 : at.getTime() - now.getTime();
  if (at === null || ahead <= 0 || ahead > FURTHEST)
    throw new DomainError(failure('invalid', [{ path: 'day', code: 'not_ahead' }]));
  return at;
}

/** The job of an earlier time is replaced; one that finds nothing to publish does nothing. */
export const addPublicationJob = (tx: Tx, contributionId: string, runAt?: Date): Promise<void> =>
  addJob(tx, 'publish-scheduled', { contributionId }, { jobKey: `publish:${contributionId}`, runAt });

/**
 * Cancels the schedule of a contribution, also one that was refused at its time. Without a schedule nothing changes.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status`.
 */
export function cancelSchedule({ editor, reference }: { editor: Editor; reference: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'cancel_schedule', reference }, async ({ tx, audit }) => {
    const { id } = await loadReviewable(reference, editor, tx, ['declined', 'withdrawn']);
    const { count } = await tx.scheduledPublication.deleteMany({ where: { contributionId: id } });
    if (count > 0) await audit({ action: 'contribution.schedule_cancelled', subject: { kind: 'contribution', id } });
    return { ok: true };
  });
}

/** When a contribution is published, or why it was not. */
export type Schedule = {
  at: Date;
  evenUndecided: boolean;
  by: string;
  refused: { at: Date; reason: Reason } | null;
};

/**
 * The schedule of a contribution, and of whose clock its day and time are: the call's. Null for an unknown reference.
 */
export async function readSchedule(reference: string): Promise<{ timeZone: string; schedule: Schedule | null } | null> {
  const row = await db.contribution.findUnique({
    where: { reference },
    select: { call: { select: { timeZone: true } }, schedule: { select: SCHEDULE } },
  });
  return row && { timeZone: row.call.timeZone, schedule: row.schedule && scheduleOf(row.schedule) };
}

const SCHEDULE = {
  publishAt: true,
  evenUndecided: true,
  refusedAt: true,
  refusedReason: true,
  scheduledBy: { select: { name: true, email: true } },
} as const;

const scheduleOf = ({
  publishAt,
  evenUndecided,
  refusedAt,
  refusedReason,
  scheduledBy,
}: Prisma.ScheduledPublicationGetPayload<{ select: typeof SCHEDULE }>): Schedule => ({
  at: publishAt,
  evenUndecided,
  by: scheduledBy.name ?? scheduledBy.email,
  refused: refusedAt && { at: refusedAt, reason: refusedReason as Reason }, // as publish-scheduled.ts stored it
});
