import type { Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { loadReviewable } from '@/lib/review/decide';
import type { Editor } from '@/lib/accounts/policy';
import { findForDecision } from '@/lib/review/changes';
import { mutation } from '@/lib/platform/mutation';

type RecusalInput = { editor: Editor; reference: string; now?: Date };

/**
 * Recuses an editor from a contribution: a recused editor decides nothing about it, is not assigned it, and reads no
 * internal notes about it. If it was assigned to them, it is unassigned. Possible in any state, because anything can be
 * undone later; again changes nothing.
 * Reasons: `not_found`.
 */
export function recuse({ editor, reference, now = new Date() }: RecusalInput): Promise<Result> {
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    // Locked as for a decision: one that has begun ends before, a later one finds the recusal.
    const [contribution] = await findForDecision([reference], editor.userId, tx);
    if (!contribution) throw new DomainError(failure('not_found'));
    const { id } = contribution;
    const { count } = await tx.recusal.createMany({
      data: [{ contributionId: id, userId: editor.userId, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: true };
    const given = await tx.contribution.updateMany({
      where: { id, assigneeId: editor.userId },
      data: { assigneeId: null, assignedAt: null },
    });
    await audit({
      action: 'contribution.recused',
      subject: { kind: 'contribution', id },
      details: { unassigned: given.count > 0 },
    });
    return { ok: true };
  });
}

type LettingIn = { editor: Editor; reference: string; /** Who has stepped aside. */ userId: string };

/**
 * Lets a recused editor decide again. Editors can't do that for themselves: another editor does it, who may decide on
 * the contribution. Without a recusal nothing changes. Reasons: `not_found`, `own_request`, a `Blocker`
 * (lib/review/policy).
 */
export function undoRecusal({ editor, reference, userId }: LettingIn): Promise<Result> {
  return mutation({ actor: editor, command: 'let_back_in', reference }, async ({ tx, audit }) => {
    if (userId === editor.userId) throw new DomainError(failure('own_request'));
    const { id } = await loadReviewable(reference, editor, tx, ['declined', 'withdrawn']);
    const { count } = await tx.recusal.deleteMany({ where: { contributionId: id, userId } });
    if (count > 0)
      await audit({
        action: 'contribution.recusal_withdrawn',
        subject: { kind: 'contribution', id },
        details: { person: userId },
      });
    return { ok: true };
  });
}
