import { changeStatus } from '@/lib/contributions/status';
import type { Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { dropDrafts, joinDecisionDraft, releaseWithPublication } from '@/lib/notifications/mail-commands';
import { queueMail } from '@/lib/notifications/outbox';
import { TAGS } from '@/lib/platform/cache/tags';
import { hasEntered } from '@/lib/review/approvals/entered';
import { readRules } from '@/lib/review/approvals/approval-list';
import { loadReviewable } from './decide';
import type { Editor } from '@/lib/accounts/policy';
import { draftUntoldDecisions } from './persistence';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

type PublicationInput = { editor: Editor; reference: string; now?: Date };

/**
 * Makes a contribution public. The decisions about its proposals stay as they are: publication and dataset are two
 * decisions (docs/decisions/0020). Publishing a published one changes nothing and is fine.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status`, `for_editors_only`, `consent_missing`
 * and `entered_yourself` (an editor entered it: its contributor has not agreed yet, or the rules ask for another editor).
 */
export function publishContribution(input: PublicationInput): Promise<Result> {
  return settle({ ...input, to: 'published' });
}

/**
 * Settles a contribution that is for the editors only: it leaves the queue and is never public. Its cells can still be
 * decided on. Mails that wait for it leave. Keeping a kept one changes nothing and is fine.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status` (also for one that is to be published),
 * `consent_missing`.
 */
export function keepContribution({ editor, reference, now = new Date() }: PublicationInput): Promise<Result> {
  return mutation({ actor: editor, command: 'keep', reference }, async (context) => {
    const { id, editorsOnly, awaitsConsent } = await loadReviewable(reference, editor, context.tx);
    if (!editorsOnly) throw new DomainError(failure('not_allowed_in_status'));
    if (awaitsConsent) throw new DomainError(failure('consent_missing'));
    const changed = await changeStatus({ id, to: 'kept', now }, context);
    if (!changed.ok) {
      if (changed.reason === 'already_in_status') return { ok: true };
      throw new DomainError(changed);
    }
    await releaseWithPublication(context, id);
    return { ok: true };
  });
}

/**
 * Declines a contribution; the contributor reads the reason. Cells accepted from it before stay in the dataset.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status`, `entered_yourself`.
 */
export function declineContribution(input: PublicationInput & { reason: string }): Promise<Result> {
  return settle({ ...input, to: 'declined' });
}

/**
 * Reopens a declined or kept contribution: it is submitted again and can be decided on. The reason is kept among the editors'
 * notes. A mail about the declining that has not left is cancelled. Reopening a reopened one changes nothing.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status`.
 */
export async function reopenContribution({
  editor,
  reference,
  reason,
  now = new Date(),
}: PublicationInput & { reason: string }): Promise<Result> {
  return mutation({ actor: editor, command: 'reopen', reference }, async (context) => {
    const { tx } = context;
    const { id } = await loadReviewable(reference, editor, tx, ['declined']);
    const changed = await changeStatus({ id, to: 'submitted', now }, context);
    if (!changed.ok) {
      if (changed.reason === 'already_in_status') return { ok: true };
      throw new DomainError(changed);
    }
    await tx.note.create({
      data: { contributionId: id, userId: editor.userId, text: reason, createdAt: now },
      select: { id: true },
    });
    // The dropped mail was to tell of decisions as well: they have to be told in another.
    if ((await dropDrafts(context, id, ['contribution-declined'])) > 0) await draftUntoldDecisions(id, tx);
    return { ok: true };
  });
}

/**
 * Removes a published contribution from everything public at once; its address stays and says so, with the reason.
 * Accepted values stay in the dataset (docs/decisions/0020). The contributor gets a mail, the reason is kept among the
 * notes. Taking it down again changes nothing and is fine.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy), `not_allowed_in_status`.
 */
export function takeDownContribution(input: PublicationInput & { reason: string }): Promise<Result> {
  return move(input, { from: 'published', to: 'unpublished' });
}

/**
 * Restores a contribution that was taken down, as it was. The reason is kept among the editors' notes; the contributor
 * gets a mail. Restoring a public one changes nothing and is fine. Reasons: those of `takeDownContribution`.
 */
export function putBackContribution(input: PublicationInput & { reason: string }): Promise<Result> {
  return move(input, { from: 'unpublished', to: 'published' });
}

type Move = { from: 'published'; to: 'unpublished' } | { from: 'unpublished'; to: 'published' };

function move(input: PublicationInput & { reason: string }, way: Move): Promise<Result> {
  const command = way.to === 'unpublished' ? 'take_down' : 'put_back';
  return mutation({ actor: input.editor, reference: input.reference, command }, (context) =>
    moveIn(input, way, context),
  );
}

async function moveIn(
  { editor, reference, reason, now = new Date() }: PublicationInput & { reason: string },
  { from, to }: Move,
  context: MutationContext,
): Promise<Result> {
  const { tx, invalidate } = context;
  const { id, status, reachable } = await loadReviewable(reference, editor, tx);
  if (status === to) return { ok: true };
  if (status !== from) throw new DomainError(failure('not_allowed_in_status'));
  const down = to === 'unpublished';
  const changed = await changeStatus({ id, to, reason: down ? reason : undefined, now }, context);
  if (!changed.ok) throw new DomainError(changed);
  await tx.note.create({
    data: { contributionId: id, userId: editor.userId, text: reason, createdAt: now },
    select: { id: true },
  });
  // The mail would link to a page that is gone. If it was to report decisions as well, another mail reports them.
  if (down && (await dropDrafts(context, id, ['contribution-published'])) > 0) await draftUntoldDecisions(id, tx);
  if (reachable) {
    const common = { to: { contributionId: id }, status: 'queued', locale: 'en' } as const;
    const at = `${id}:${now.getTime()}`;
    if (down)
      await queueMail(tx, {
        ...common,
        kind: 'contribution-unpublished',
        payload: { reason },
        dedupeKey: `contribution-unpublished:${at}`,
      });
    else
      await queueMail(tx, {
        ...common,
        kind: 'contribution-restored',
        payload: {},
        dedupeKey: `contribution-restored:${at}`,
      });
  }
  invalidate(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset);
  return { ok: true };
}

type SettleInput = PublicationInput & { to: 'published' | 'declined'; reason?: string };

function settle(input: SettleInput): Promise<Result> {
  return mutation(
    { actor: input.editor, reference: input.reference, command: input.to === 'published' ? 'publish' : 'decline' },
    (context) => settleIn(input, context),
  );
}

/** `publishContribution` inside the caller's transaction. Throws DomainError for each of its reasons. */
export const publishIn = (input: PublicationInput, context: MutationContext): Promise<Result> =>
  settleIn({ ...input, to: 'published' }, context);

async function settleIn(
  { editor, reference, to, reason, now = new Date() }: SettleInput,
  context: MutationContext,
): Promise<Result> {
  const { tx, invalidate } = context;
  const contribution = await loadReviewable(reference, editor, tx, ['declined']);
  if ((await readRules(tx)).on_behalf && (await hasEntered(editor.userId, [contribution.id], tx)))
    throw new DomainError(failure('entered_yourself'));
  // What was taken down is put back, with a reason of its own.
  if (contribution.status === 'unpublished') throw new DomainError(failure('not_allowed_in_status'));
  const changed = await changeStatus({ id: contribution.id, to, reason, now }, context);
  if (!changed.ok) {
    if (changed.reason === 'already_in_status') return { ok: true };
    throw new DomainError(changed);
  }
  // Its publication, or that it is not published, is decided: no schedule is left to carry out.
  await tx.scheduledPublication.deleteMany({ where: { contributionId: contribution.id } });
  if (contribution.reachable) {
    const kind = `contribution-${to}` as const;
    // Of this one event: a contribution that was reopened can be declined again, and is then told again.
    const dedupeKey = `${kind}:${contribution.id}:${now.getTime()}`;
    const note = await joinDecisionDraft(context, contribution.id, { keepScheduled: to === 'published' });
    await queueMail(tx, {
      kind,
      to: { contributionId: contribution.id },
      payload: { ...(note && { note }) },
      dedupeKey,
      status: 'draft',
      locale: 'en',
    });
  }
  if (to === 'published') await releaseWithPublication(context, contribution.id);
  invalidate(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset);
  return { ok: true };
}
