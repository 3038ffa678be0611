import { readQuestionnaire } from '@/lib/calls/calls';
import { callState } from '@/lib/calls/state';
import type { CallState } from '@/lib/calls/state';
import { stateForEntries } from '@/lib/contributions/on-behalf/closed-calls';
import { isCorrectable, mayStillSend } from '@/lib/contributions/state';
import type { ContributionStatus } from '@/lib/contributions/state';
import type { AuditActor } from '@/lib/platform/audit/record';
import type { Tx } from '@/lib/platform/db/client';
import type { Failure, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { fill } from './prefill';
import { readAbout, readSentBody } from './sent-body';
import { mutation } from '@/lib/platform/mutation';

/**
 * Opens a correction: a draft with the content of the newest revision, to be changed and sent as the next one. If one
 * is open already, nothing changes. Reasons: `not_found`, `withdrawn`, `not_allowed_in_status` (still a draft, or
 * published or declined), `correction_after_closing` (the call is closed and the editors have not asked for changes).
 */
export async function openCorrection({
  contributionId,
  locale = 'en',
  actor = 'contributor',
  now = new Date(),
}: {
  contributionId: string;
  locale?: string;
  /** An editor corrects what they entered on behalf of the contributor. */
  actor?: AuditActor;
  now?: Date;
}): Promise<Result> {
  return mutation({ actor }, async ({ tx, audit }) => {
    const held = await holdSubmission(contributionId, tx);
    if (!held) return failure('not_found');
    const state = callState(held.call, now);
    const forActor = actor === 'contributor' ? state : await stateForEntries({ id: held.call.id, state }, tx);
    const refused = refusalOf(held, forActor);
    if (refused) return refused;
    if (held.sections > 0) return { ok: true };
    const { currentRevision, questionnaireId } = held;
    const [questionnaire, body, about] = [
      await readQuestionnaire(questionnaireId, locale, tx),
      await readSentBody(contributionId, currentRevision, tx),
      await readAbout(contributionId, tx),
    ];
    if (!questionnaire || !body) return failure('not_found');
    const sections = [...fill(questionnaire, body, about)];
    const version = firstVersionOf(currentRevision + 1);
    await tx.draftSection.createMany({
      data: sections.map(([step, data]) => ({ contributionId, step, data, version, updatedAt: now })),
    });
    await audit({
      action: 'contribution.correction_begun',
      subject: { kind: 'contribution', id: contributionId },
      details: { revision: currentRevision + 1 },
    });
    return { ok: true };
  });
}

/**
 * Versions of a section are never reused, so that a page left open from an earlier revision can't save into a later
 * one.
 */
const firstVersionOf = (revision: number) => (revision - 1) * 100_000 + 1;

/**
 * Throws an open correction away; what was sent stays as it is. Without one nothing changes.
 * Reasons: `not_found`, `not_allowed_in_status` (it was never sent: then it is no correction).
 */
export async function dropCorrection({
  contributionId,
  actor = 'contributor',
}: {
  contributionId: string;
  actor?: AuditActor;
}): Promise<Result> {
  return mutation({ actor }, async ({ tx, audit }) => {
    const held = await holdSubmission(contributionId, tx);
    if (!held) return failure('not_found');
    if (held.status === 'draft') return failure('not_allowed_in_status');
    const { count } = await tx.draftSection.deleteMany({ where: { contributionId } });
    // They hold the text that is thrown away.
    await tx.signOff.deleteMany({ where: { contributionId, revision: { gt: held.currentRevision } } });
    if (count > 0 && held.status !== 'withdrawn')
      await restoreFiles({ contributionId, revision: held.currentRevision }, tx);
    if (count > 0)
      await audit({
        action: 'contribution.correction_dropped',
        subject: { kind: 'contribution', id: contributionId },
      });
    return { ok: true };
  });
}

/** The files as they went with the newest revision: those added since are gone, those taken out are back. */
async function restoreFiles(
  { contributionId, revision }: { contributionId: string; revision: number },
  tx: Tx,
): Promise<void> {
  await tx.attachment.deleteMany({ where: { contributionId, revisions: { none: {} } } });
  await tx.attachment.updateMany({
    where: { contributionId, revisions: { some: { revision: { number: revision } } } },
    data: { removedAt: null },
  });
}

type HeldSubmission = {
  status: ContributionStatus;
  currentRevision: number;
  questionnaireId: string;
  sections: number;
  call: { id: string; opensAt: Date | null; closesAt: Date | null; acceptsLate: boolean };
};

/** The contribution, with its status and its draft locked until the transaction ends. */
async function holdSubmission(id: string, tx: Tx): Promise<HeldSubmission | null> {
  await tx.$queryRaw`SELECT 1 FROM contributions WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.contribution.findUnique({
    where: { id },
    select: {
      status: true,
      currentRevision: true,
      questionnaireId: true,
      _count: { select: { draftSections: true } },
      call: { select: { id: true, opensAt: true, closesAt: true, acceptsLate: true } },
    },
  });
  return row && { ...row, sections: row._count.draftSections };
}

function refusalOf({ status }: HeldSubmission, call: CallState): Failure | null {
  if (status === 'withdrawn') return failure('withdrawn');
  if (!isCorrectable(status)) return failure('not_allowed_in_status');
  return mayStillSend(status, call) ? null : failure('correction_after_closing');
}
