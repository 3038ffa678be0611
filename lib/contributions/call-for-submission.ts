import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { questionnaireOf } from '@/lib/calls/calls';
import type { Questionnaire } from '@/lib/calls/schema';
import { acceptsContributions, callState } from '@/lib/calls/state';
import type { CallState } from '@/lib/calls/state';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Submission } from './schema';

export type CallForSubmission = {
  id: string;
  slug: string;
  opensAt: Date | null;
  closesAt: Date | null;
  acceptsLate: boolean;
  publishesAtOnce: boolean;
  offersEditorsOnly: boolean;
  /** Of the call's row: a call that has changed since is looked at again when the submission is stored. */
  version: number;
  questionnaireId: string;
  questionnaire: Questionnaire;
};

/**
 * A published call as a submission needs it: with the questionnaire its draft began with, or the newest published one.
 * Null for an unknown or unpublished call, or a draft of another.
 */
export async function findCallForSubmission(
  slug: string,
  locale: string,
  draftId?: string,
): Promise<CallForSubmission | null> {
  const row = await db.call.findFirst({
    where: { slug, published: true },
    select: {
      id: true,
      slug: true,
      opensAt: true,
      closesAt: true,
      acceptsLate: true,
      publishesAtOnce: true,
      offersEditorsOnly: true,
      version: true,
      maxWords: true,
      questionnaires: {
        where: draftId ? { contributions: { some: { id: draftId } } } : { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { id: true, content: true },
      },
    },
  });
  const chosen = row?.questionnaires[0];
  if (!row || !chosen) return null;
  const { questionnaires: _, maxWords, ...call } = row;
  return {
    ...call,
    questionnaireId: chosen.id,
    questionnaire: questionnaireOf(chosen.content, locale, maxWords),
  };
}

type ChangedCall = {
  opensAt: Date | null;
  closesAt: Date | null;
  acceptsLate: boolean;
  published: boolean;
  changedAt: Date;
};

/**
 * Refuses a submission to a call that an admin has closed or hidden after it was read: what counts is the state after
 * that change. Throws DomainError `unknown_call`, `call_not_open`, `call_closed`.
 */
export function refuseChangedCall(call: ChangedCall, now: Date): void {
  if (!call.published) throw new DomainError(failure('unknown_call'));
  const state = stateAfterChange(call, now);
  if (!acceptsContributions(state))
    throw new DomainError(failure(state === 'upcoming' ? 'call_not_open' : 'call_closed'));
}

/**
 * The state of a call for a correction, which may be sent also where the call takes nothing new. A change of the call
 * that is under way is waited for, and one that comes later waits for this transaction.
 */
export async function lockedState(callId: string, now: Date, tx: Tx): Promise<CallState> {
  await tx.$queryRaw`SELECT 1 FROM calls WHERE id = ${callId}::uuid FOR SHARE`;
  const call = await tx.call.findUniqueOrThrow({
    where: { id: callId },
    select: { opensAt: true, closesAt: true, acceptsLate: true, published: true, changedAt: true },
  });
  return stateAfterChange(call, now);
}

/** A call that was closed after the submission arrived is closed for it too. */
const stateAfterChange = (call: ChangedCall, now: Date) =>
  callState(
    call,
    call.closesAt !== null && call.closesAt <= call.changedAt
      ? new Date(Math.max(now.getTime(), call.changedAt.getTime() + 1))
      : now,
  );

const NOT_OFFERED = { path: ['about', 'attribution'].join('.'), code: 'not_offered' };

/**
 * A contribution for the editors only is refused where the call does not offer it; one that was so before is not made
 * public by a call that offers it no longer. Throws DomainError `invalid`.
 */
export function refuseUnoffered(
  { about }: Submission,
  { offered, before }: { offered: boolean; before: boolean },
): void {
  if (about.editorsOnly && !offered && !before) throw new DomainError(failure('invalid', [NOT_OFFERED]));
}
