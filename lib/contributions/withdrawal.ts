import { removeAttachments } from '@/lib/contributions/files/files';
import { forgetEntry } from '@/lib/contributions/on-behalf/consent';
import { removeOriginals } from './originals';
import { eraseText } from './persistence';
import { changeStatus } from './status';
import type { AuditActor } from '@/lib/platform/audit/record';
import type { Result } from '@/lib/platform/errors';
import { queueMail } from '@/lib/notifications/outbox';
import { notifyAssignee } from '@/lib/notifications/notices';
import { TAGS } from '@/lib/platform/cache/tags';
import type { Tx } from '@/lib/platform/db/client';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

/**
 * The contributor withdraws, and the text is removed, at the desk and in public. A published contribution becomes a
 * tombstone; undecided cells are removed, decided ones stay with their decision, accepted ones in the dataset under its
 * reference. Unsent texts, colleagues' comments and approvals, and files are removed.
 * Withdrawing again changes nothing. Reasons: `not_found`, `not_allowed_in_status` (it was declined).
 */
export function withdrawContribution({
  contributionId,
  actor = 'contributor',
  now = new Date(),
}: {
  contributionId: string;
  /** An editor discards a draft that they enter on behalf of its contributor. */
  actor?: AuditActor;
  now?: Date;
}): Promise<Result> {
  return mutation({ actor }, (context) => withdraw({ contributionId, now }, context));
}

/** `withdrawContribution` inside the caller's transaction. No mail says so where it was not the contributor. */
export async function withdraw(
  { contributionId, now, byContributor = true }: { contributionId: string; now: Date; byContributor?: boolean },
  context: MutationContext,
): Promise<Result> {
  const { tx, invalidate } = context;
  // The status first, which locks the contribution: a correction or a decision at this moment waits, and finds it
  // withdrawn.
  const changed = await changeStatus({ id: contributionId, to: 'withdrawn', now }, context);
  if (!changed.ok) return changed.reason === 'already_in_status' ? { ok: true } : changed;
  await eraseText(contributionId, tx);
  await tx.draftSection.deleteMany({ where: { contributionId } });
  await tx.wordExport.deleteMany({ where: { contributionId } });
  await tx.draftComment.deleteMany({ where: { contributionId } });
  await tx.signOff.deleteMany({ where: { contributionId } });
  await removeAttachments(contributionId, context);
  await forgetEntry(contributionId, now, tx);
  await removeOriginals(contributionId, tx);
  await notifyAssignee(tx, { kind: 'withdrawn', by: null, contributionId });
  const { reference, publishedAt, contact } = await tx.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: { reference: true, publishedAt: true, contact: { select: { emailConfirmedAt: true } } },
  });
  if (reference === null) await forgetAddressOfDraft(contributionId, tx);
  else if (byContributor && contact?.emailConfirmedAt) {
    await queueMail(tx, {
      kind: 'contribution-withdrawn',
      to: { contributionId },
      payload: {},
      dedupeKey: `contribution-withdrawn:${contributionId}`,
      status: 'queued',
      locale: 'en',
    });
  }
  if (reference !== null && publishedAt !== null)
    invalidate(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset);
  return { ok: true };
}

/** The editors never had the address of a draft: it goes with it, and so do mails that have not left. */
async function forgetAddressOfDraft(contributionId: string, tx: Tx): Promise<void> {
  await tx.contact.deleteMany({ where: { contributionId } });
  await tx.mail.deleteMany({ where: { contributionId, status: 'queued' } });
}
