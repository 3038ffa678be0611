import { writeRevision } from '@/lib/agreements/revisions';
import { failure, DomainError } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { askForApproval } from '@/lib/review/approvals/request-approval';
import { readRules } from '@/lib/review/approvals/approval-list';
import type { Editor } from '@/lib/accounts/policy';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

export type RetirementInput = { editor: Editor; /** Its slug. */ agreement: string; reason: string; now?: Date };
export type Retirement = {
  /** The request that waits for a second editor; then nothing has happened yet. */ waiting: string | null;
};

/**
 * Removes an agreement from lists, matrix and downloads; its page and history stay, with the reason. Nothing is
 * deleted. If the desk's rules say so, it waits for a second editor. Reasons: `not_found`, `already_in_status`.
 */
export function retireAgreement(input: RetirementInput): Promise<Result<Retirement>> {
  return change({ ...input, kind: 'retirement' });
}

/** Takes an agreement back in. Reasons: those of `retireAgreement`. */
export function reinstateAgreement(input: RetirementInput): Promise<Result<Retirement>> {
  return change({ ...input, kind: 'reinstatement' });
}

type Change = RetirementInput & { kind: 'retirement' | 'reinstatement' };

function change({ now = new Date(), ...input }: Change): Promise<Result<Retirement>> {
  return mutation({ actor: input.editor }, async (context) => ({
    ok: true,
    ...(await setRetired({ ...input, now }, context)),
  }));
}

export type RetirementChange = Required<Change> & { secondedById?: string };

/** The change itself, in the caller's transaction. Throws DomainError `not_found`, `already_in_status`. */
export async function setRetired(
  { kind, editor, agreement: slug, reason, now, secondedById }: RetirementChange,
  context: MutationContext,
): Promise<Retirement> {
  const { tx, audit, invalidate } = context;
  const [held] = await tx.$queryRaw<{ id: string; retired: boolean }[]>`
    SELECT id, retired_at IS NOT NULL AS retired FROM agreements WHERE slug = ${slug} AND version > 0 FOR NO KEY UPDATE`;
  if (!held) throw new DomainError(failure('not_found'));
  const retires = kind === 'retirement';
  if (held.retired === retires) throw new DomainError(failure('already_in_status'));
  if (secondedById === undefined && (await readRules(tx)).retire) {
    return {
      waiting: await askForApproval(
        { kind, agreement: { id: held.id }, command: { reason }, rules: ['retire'], editor, now },
        context,
      ),
    };
  }
  await tx.agreement.update({
    where: { id: held.id },
    data: { retiredAt: retires ? now : null },
    select: { id: true },
  });
  const summary = retires ? 'Retired from the dataset' : 'Back in the dataset';
  const { version } = await writeRevision(
    {
      agreementId: held.id,
      kind,
      summary,
      reason,
      userId: editor.userId,
      secondedById,
      contributionId: null,
      cells: [],
      at: now,
    },
    tx,
  );
  const details = { version, ...(secondedById !== undefined && { secondedBy: secondedById }) };
  await audit({
    action: retires ? 'agreement.retired' : 'agreement.reinstated',
    subject: { kind: 'agreement', id: held.id },
    details,
  });
  invalidate(TAGS.dataset, TAGS.agreement(slug), TAGS.calls, TAGS.contributions);
  return { waiting: null };
}
