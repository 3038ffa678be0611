import { deactivatePerson } from '@/lib/accounts/people';
import type { Actor } from '@/lib/accounts/policy';
import { Prisma } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Failure, Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { notifyEach } from '@/lib/notifications/notices';
import { loadReviewable } from '@/lib/review/decide';
import type { Editor } from '@/lib/accounts/policy';
import type { ContributionForDecision } from '@/lib/review/changes';
import { countUnassigned, holdUnassigned, listCandidates } from './assignees';
import { assignmentBlocker, roundRobin } from './round-robin';
import type { Unassigned } from './round-robin';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

type AssignInput = {
  editor: Editor;
  reference: string;
  /** The editor who gets it; null for none. */
  to: string | null;
  /**
   * The assigned editor on the page of the editor who sends this: an assignment made meanwhile is not overwritten
   * unseen.
   */
  from: string | null;
  now?: Date;
};

/** Work is handed out by one transaction at a time: only so does each know what the others have just given to whom. */
const ASSIGNMENT_LOCK = 20_201_018;
const takeAssignmentLock = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${ASSIGNMENT_LOCK}::bigint)`;

const assigning = <R extends Result>(
  actor: Pick<Editor, 'userId'>,
  work: (context: MutationContext) => Promise<R>,
): Promise<R | Failure> =>
  mutation({ actor }, async (context) => {
    await takeAssignmentLock(context.tx);
    return work(context);
  });

/**
 * Takes a contribution, assigns it to an editor, or unassigns it. The new and the former assignee are notified. The
 * same again changes nothing. Reasons: `not_found`, a `Blocker` of the asking editor (lib/review/policy),
 * `not_allowed_in_status` (declined or withdrawn), `assigned_meanwhile`, `cannot_take_it` (with an issue that says why:
 * `assignee_gone`, `assignee_own_organisation`, `assignee_other`, `assignee_recused`).
 */
export function assignContribution({ editor, reference, to, from, now = new Date() }: AssignInput): Promise<Result> {
  return assigning(editor, async ({ tx, audit }) => {
    const contribution = await loadReviewable(reference, editor, tx);
    const { assigneeId } = await tx.contribution.findUniqueOrThrow({
      where: { id: contribution.id },
      select: { assigneeId: true },
    });
    if (assigneeId === to) return { ok: true };
    if (assigneeId !== from) return failure('assigned_meanwhile');
    if (to !== null) await refuseWhoCannot(to, contribution, tx);
    await tx.contribution.update({
      where: { id: contribution.id },
      data: { assigneeId: to, assignedAt: to === null ? null : now },
      select: { id: true },
    });
    await audit({
      action: to === null ? 'contribution.unassigned' : 'contribution.assigned',
      subject: { kind: 'contribution', id: contribution.id },
      details: { from: assigneeId, to },
    });
    const told = [
      { kind: 'assigned', userId: to },
      { kind: 'taken_over', userId: to === null ? null : assigneeId },
    ] as const;
    await notifyEach(
      tx,
      told.flatMap(({ kind, userId }) =>
        userId === null || userId === editor.userId ? [] : [{ kind, userId, contributionId: contribution.id }],
      ),
    );
    return { ok: true };
  });
}

/** Throws DomainError `cannot_take_it`. */
async function refuseWhoCannot(userId: string, contribution: ContributionForDecision, tx: Tx): Promise<void> {
  const refuse = (code: string) => new DomainError(failure('cannot_take_it', [{ path: 'to', code }]));
  // No person can be removed at this moment, because a removal waits for the assignment lock as well.
  const person = await tx.user.findUnique({
    where: { id: userId, deactivatedAt: null, role: { not: 'observer' } },
    select: { organisation: true, email: true },
  });
  if (!person) throw refuse('assignee_gone');
  const blocker = assignmentBlocker({ userId, ...person }, await withRecused(contribution, tx));
  if (blocker !== null) throw refuse(blocker);
}

async function withRecused(
  { id, affiliation, email, affiliationPublic, authorId }: ContributionForDecision,
  tx: Tx,
): Promise<Unassigned> {
  const recusals = await tx.recusal.findMany({ where: { contributionId: id }, select: { userId: true } });
  return { id, affiliation, email, affiliationPublic, authorId, recused: recusals.map(({ userId }) => userId) };
}

/**
 * Assigns an unassigned contribution to the next editor: the one with fewest open contributions, then the one who has
 * waited longest for a new one. Editors of its own organisation, recused editors and people who have left are left out.
 * Returns who got it.
 * Reasons: as `assignContribution`, and `nobody_free`.
 */
export function assignNext({
  editor,
  reference,
  now = new Date(),
}: {
  editor: Editor;
  reference: string;
  now?: Date;
}): Promise<Result<{ userId: string }>> {
  return assigning(editor, async (context) => {
    const { tx } = context;
    const contribution = await loadReviewable(reference, editor, tx);
    const { assignee } = await tx.contribution.findUniqueOrThrow({
      where: { id: contribution.id },
      select: { assignee: { select: { deactivatedAt: true } } },
    });
    if (assignee && !assignee.deactivatedAt) return failure('assigned_meanwhile');
    const userId = roundRobin([await withRecused(contribution, tx)], await listCandidates(tx)).get(contribution.id);
    if (userId === undefined) return failure('nobody_free');
    await giveOut(new Map([[contribution.id, userId]]), editor, now, context);
    return { ok: true, userId };
  });
}

/** What one command gives out at most; the rest is for the next one. */
const MAX_AT_ONCE = 500;

/**
 * Assigns all waiting contributions without an editor, oldest first, in turns as `assignNext`. Each editor gets one
 * mail about all of theirs. Two editors who do this at the same moment assign nothing twice. Returns how many were
 * assigned, and how many are left because no editor can take them or because there were too many for one command.
 */
export function autoAssign({
  editor,
  now = new Date(),
}: {
  editor: Editor;
  now?: Date;
}): Promise<Result<{ assigned: number; left: number }>> {
  return assigning(editor, async (context) => {
    const { tx } = context;
    const waiting = await holdUnassigned(MAX_AT_ONCE, tx);
    const turns = roundRobin(waiting, await listCandidates(tx));
    await giveOut(turns, editor, now, context);
    return { ok: true, assigned: turns.size, left: await countUnassigned(tx) };
  });
}

async function giveOut(
  turns: Map<string, string>,
  editor: Editor,
  now: Date,
  { tx, audit }: MutationContext,
): Promise<void> {
  const rows = [...turns].map(([id, userId]) => ({ id, user_id: userId }));
  if (rows.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    UPDATE contributions c SET assignee_id = x.user_id, assigned_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, user_id text) WHERE c.id = x.id`);
  await audit(
    ...rows.map((row) => ({
      action: 'contribution.assigned',
      subject: { kind: 'contribution' as const, id: row.id },
      details: { to: row.user_id, turn: true },
    })),
  );
  const told = rows.filter((row) => row.user_id !== editor.userId);
  await notifyEach(
    tx,
    told.map((row) => ({ userId: row.user_id, kind: 'assigned', contributionId: row.id })),
  );
}

/**
 * An editor who asks a contributor for something is assigned the contribution, unless another editor is. Call it in the
 * transaction that locks it.
 */
export async function takeIfNobodys(
  { contributionId, editor, now }: { contributionId: string; editor: Editor; now: Date },
  { tx, audit }: MutationContext,
): Promise<void> {
  const { count } = await tx.contribution.updateMany({
    where: { id: contributionId, assigneeId: null },
    data: { assigneeId: editor.userId, assignedAt: now },
  });
  if (count === 0) return;
  await audit({
    action: 'contribution.assigned',
    subject: { kind: 'contribution', id: contributionId },
    details: { from: null, to: editor.userId },
  });
}

/**
 * Removes a person from the allow-list, as `deactivatePerson`, and unassigns their contributions.
 * Reasons: `forbidden` (also for oneself), `not_found`, `already_in_status`.
 */
export function removePerson({ actor, userId }: { actor: Actor; userId: string }): Promise<Result> {
  return assigning(actor, async (context) => {
    const { tx, audit } = context;
    // Contributions are locked before people, in the same order as in every command that notifies the assignee.
    await tx.$queryRaw`SELECT 1 FROM contributions WHERE assignee_id = ${userId} ORDER BY id FOR NO KEY UPDATE`;
    const removed = await deactivatePerson(actor, userId, context);
    if (!removed.ok) return removed;
    const theirs = await tx.contribution.updateManyAndReturn({
      where: { assigneeId: userId },
      data: { assigneeId: null, assignedAt: null },
      select: { id: true },
    });
    for (const { id } of theirs) {
      await audit({
        action: 'contribution.unassigned',
        subject: { kind: 'contribution', id },
        details: { from: userId, to: null },
      });
    }
    return { ok: true };
  });
}
