import { issuesOf } from '@/lib/contributions/schema';
import type { Result } from '@/lib/platform/errors';
import { failure, DomainError } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { decisionBlocker } from '@/lib/review/policy';
import type { Editor } from '@/lib/accounts/policy';
import { findForDecision } from '@/lib/review/changes';
import { apartInput } from './schema';

type StatementInput = { editor: Editor; reference: string; input: unknown; now?: Date };

/**
 * Stores an editor's statement that a contribution whose affiliation looks like their own is of another organisation:
 * from now on they may decide on it. Other editors read the reason. Stating it again changes nothing.
 * Reasons: `invalid` (with issues), `not_found`, `already_in_status` (nothing looks alike), and what no statement can
 * lift: `own_organisation`, `other_editor`, `recused`.
 */
export function stateApart({ editor, reference, input, now = new Date() }: StatementInput): Promise<Result> {
  const parsed = apartInput.safeParse(input);
  if (!parsed.success) return Promise.resolve(failure('invalid', issuesOf(parsed.error)));
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const [contribution] = await findForDecision([reference], editor.userId, tx);
    if (!contribution) throw new DomainError(failure('not_found'));
    if (contribution.apart) return { ok: true };
    const blocker = decisionBlocker(editor, contribution);
    if (blocker !== 'likely_own_organisation') throw new DomainError(failure(blocker ?? 'already_in_status'));
    await tx.conflictStatement.create({
      data: { contributionId: contribution.id, userId: editor.userId, reason: parsed.data.reason, createdAt: now },
      select: { userId: true },
    });
    await audit({
      action: 'contribution.conflict_denied',
      subject: { kind: 'contribution', id: contribution.id },
    });
    return { ok: true };
  });
}
