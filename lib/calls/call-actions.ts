import type { Editor } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Reason, Result } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import type { NewDeadline } from './call-input-schema';
import { deadlineIn } from './call-input-schema';
import { lockCall, writeNotice } from './locked-call';
import type { LockedCall } from './locked-call';
import { readCallReadiness } from './readiness';
import { acceptsContributions, callState } from './state';
import type { CallNoticeKind } from './state';

type ActionInput = { editor: Editor; slug: string; now?: Date };
type DeadlineInput = Omit<ActionInput, 'slug'> & { input: NewDeadline };

/** What an action writes: the columns it changes, the notice for readers, and its name in the audit log. */
type Change = {
  columns: Partial<Pick<LockedCall, 'closesAt' | 'acceptsLate' | 'published'>>;
  notice: CallNoticeKind | null;
  action: string;
};

/**
 * Gives a public call whose deadline has not passed a later one. Reasons: `not_found`, `call_hidden`, `invalid`
 * (`deadline_not_later`, `not_a_day`), `deadline_passed` (it is to be reopened), `no_deadline` (the standing call).
 */
export function extendCall({ editor, input, now = new Date() }: DeadlineInput): Promise<Result> {
  return change({ editor, slug: input.slug, now }, (call) => {
    refuseUnless(call.published, 'call_hidden');
    const deadline = deadlineNow(call);
    refuseUnless(deadline > now, 'deadline_passed');
    const closesAt = deadlineOf(call, input);
    if (closesAt <= deadline)
      throw new DomainError(failure('invalid', [{ path: 'closesOn', code: 'deadline_not_later' }]));
    return { columns: { closesAt }, notice: 'extended', action: 'call.extended' };
  });
}

/**
 * Ends the taking of contributions, late ones included. Reasons: `not_found`, `call_hidden`, `call_takes_none` (it is
 * not open), `no_deadline` (the standing call, which can only be hidden).
 */
export function closeCall({ editor, slug, now = new Date() }: ActionInput): Promise<Result> {
  return change({ editor, slug, now }, (call) => {
    refuseUnless(call.published, 'call_hidden');
    refuseUnless(acceptsContributions(callState(call, now)), 'call_takes_none');
    // A deadline that has passed stays: it is what contributors were told.
    const deadline = deadlineNow(call);
    const closesAt = deadline > now ? now : deadline;
    return { columns: { closesAt, acceptsLate: false }, notice: 'closed', action: 'call.closed' };
  });
}

/**
 * Opens a public call again after its deadline, until a new one. Reasons: `not_found`, `call_hidden`,
 * `deadline_not_passed` (it is to be extended), `invalid` (`deadline_in_the_past`, `not_a_day`), `no_deadline` (the
 * standing call).
 */
export function reopenCall({ editor, input, now = new Date() }: DeadlineInput): Promise<Result> {
  return change({ editor, slug: input.slug, now }, (call) => {
    refuseUnless(call.published, 'call_hidden');
    refuseUnless(deadlineNow(call) <= now, 'deadline_not_passed');
    const closesAt = deadlineOf(call, input);
    if (closesAt <= now)
      throw new DomainError(failure('invalid', [{ path: 'closesOn', code: 'deadline_in_the_past' }]));
    return { columns: { closesAt }, notice: 'reopened', action: 'call.reopened' };
  });
}

/** Takes a call out of public; contributions to it stay. Hiding a hidden one changes nothing. Reasons: `not_found`. */
export function hideCall({ editor, slug, now = new Date() }: ActionInput): Promise<Result> {
  return change({ editor, slug, now }, (call) =>
    call.published ? { columns: { published: false }, notice: 'hidden', action: 'call.hidden' } : null,
  );
}

/**
 * Makes a call public: for the first time when its check list is complete, or again after it was hidden. Showing a
 * public one changes nothing. Reasons: `not_found`, `call_not_ready` (with an issue for each line of the list).
 */
export function showCall({ editor, slug, now = new Date() }: ActionInput): Promise<Result> {
  return change({ editor, slug, now }, async (call, tx) => {
    if (call.published) return null;
    const wasPublic = (await tx.callNotice.count({ where: { callId: call.id, kind: 'hidden' } })) > 0;
    const checks = (await readCallReadiness(slug, now, tx)) ?? [];
    // What was public already only has to be complete: its deadline may have passed since.
    const open = checks.filter(({ key, ok }) => !ok && !(wasPublic && ['deadline', 'walk'].includes(key)));
    if (open.length > 0)
      throw new DomainError(
        failure(
          'call_not_ready',
          open.map(({ key }) => ({ path: key, code: `not_ready_${key}` })),
        ),
      );
    return wasPublic
      ? { columns: { published: true }, notice: 'shown', action: 'call.shown' }
      : { columns: { published: true }, notice: null, action: 'call.published' };
  });
}

function change(
  { editor, slug, now }: Required<ActionInput>,
  decide: (call: LockedCall, tx: Tx) => Change | null | Promise<Change | null>,
): Promise<Result> {
  return mutation({ actor: editor }, async ({ tx, audit, invalidate }) => {
    const call = await lockCall(slug, tx);
    const decided = await decide(call, tx);
    if (!decided) return { ok: true };
    const { columns, notice, action } = decided;
    const { closesAt } = await tx.call.update({
      where: { id: call.id },
      data: { ...columns, version: { increment: 1 }, changedAt: now },
      select: { closesAt: true },
    });
    if (notice) await writeNotice({ call, kind: notice, closesAt, now }, tx);
    await audit({
      action,
      subject: { kind: 'call', id: slug },
      details: { closesAt: closesAt?.toISOString() ?? null },
    });
    invalidate(TAGS.calls);
    return { ok: true };
  });
}

function refuseUnless(condition: boolean, reason: Reason): void {
  if (!condition) throw new DomainError(failure(reason));
}

/** The deadline of a call; the standing call has none that could be moved. Throws DomainError `no_deadline`. */
function deadlineNow({ closesAt }: LockedCall): Date {
  if (closesAt === null) throw new DomainError(failure('no_deadline'));
  return closesAt;
}

function deadlineOf({ timeZone }: LockedCall, input: NewDeadline): Date {
  const closesAt = deadlineIn(timeZone, input);
  if (!closesAt) throw new DomainError(failure('invalid', [{ path: 'closesOn', code: 'not_a_day' }]));
  return closesAt;
}
