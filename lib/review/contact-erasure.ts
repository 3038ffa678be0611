import type { Result } from '@/lib/platform/errors';
import { DomainError } from '@/lib/platform/errors';
import { erase, noticeOfErasure } from '@/lib/contributions/erasure';
import { loadReviewable } from './decide';
import type { Editor } from '@/lib/accounts/policy';
import { mutation } from '@/lib/platform/mutation';

type DeskErasureInput = {
  editor: Editor;
  reference: string;
  /** The contributor reads it on the status page. */ reason: string;
  alsoPublic: boolean;
  now?: Date;
};

/**
 * An editor erases the contact details of a contribution, as its contributor could: because they were asked to by
 * another way, or because the details belong to another person. The reason becomes a message to the contributor on the
 * status page; a last mail confirms it, as when contributors do it themselves.
 * Reasons: `not_found`, a `Blocker` (lib/review/policy).
 */
export async function eraseContactAtDesk({
  editor,
  reference,
  reason,
  alsoPublic,
  now = new Date(),
}: DeskErasureInput): Promise<Result> {
  let tellErased = () => {};
  const result = await mutation({ actor: editor, command: 'erase_contact', reference }, async (context) => {
    const { tx } = context;
    const { id } = await loadReviewable(reference, editor, tx, ['declined', 'withdrawn']);
    const { currentRevision } = await tx.contribution.findUniqueOrThrow({
      where: { id },
      select: { currentRevision: true },
    });
    tellErased = await noticeOfErasure(id, tx);
    const erased = await erase({ contributionId: id, alsoPublic, now }, context);
    if (!erased.ok) throw new DomainError(erased);
    await tx.message.create({
      data: {
        contributionId: id,
        kind: 'note',
        revision: currentRevision,
        text: reason,
        userId: editor.userId,
        createdAt: now,
      },
      select: { id: true },
    });
    return { ok: true };
  });
  if (!result.ok) return result;
  tellErased();
  return result;
}
