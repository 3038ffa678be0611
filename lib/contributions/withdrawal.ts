import { invalidateLocal } from '@/lib/platform/cache/invalidation';
import { publishInvalidation } from '@/lib/platform/cache/invalidation';
import { removeAttachments } from '@/lib/contributions/files/files';
import { eraseText } from './persistence';
import { changeStatus } from './submission';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { queueMail } from '@/lib/notifications/outbox';
import { notifyAssignee } from '@/lib/notifications/notices';
import { TAGS } from '@/lib/platform/cache/tags';

/**
 * The contributor withdraws, and the text is gone, at the desk as in public. A published contribution becomes a tombstone; what is
 * undecided of it goes with the text, what was decided on stays with its decision, in the dataset under its reference where it was
 * accepted. What was typed and not sent, colleagues' comments and files are removed.
 * Withdrawing again changes nothing. Reasons: `not_found`, `not_allowed_in_status` (it was declined).
 */
export async function withdrawContribution({
  contributionId,
  now = new Date(),
}: {
  contributionId: string;
  now?: Date;
}): Promise<Result> {
  const tags: string[] = [];
  const result = await db.$transaction((tx) => withdraw({ contributionId, now, tags }, tx));
  if (result.ok) invalidateLocal(tags);
  return result;
}

async function withdraw(
  { contributionId, now, tags }: { contributionId: string; now: Date; tags: string[] },
  tx: Tx,
): Promise<Result> {
  // The status first, which holds the contribution: a correction or a decision that arrives now waits, and finds it withdrawn.
  const changed = await changeStatus({ id: contributionId, to: 'withdrawn', actor: { kind: 'contributor' }, now }, tx);
  if (!changed.ok) return changed.reason === 'already_in_status' ? { ok: true } : changed;
  await eraseText(contributionId, tx);
  await tx.draftSection.deleteMany({ where: { contributionId } });
  await tx.draftComment.deleteMany({ where: { contributionId } });
  await removeAttachments(contributionId, { kind: 'contributor' }, tx);
  await notifyAssignee(tx, { kind: 'withdrawn', by: null, contributionId });
  const { reference, publishedAt, contact } = await tx.contribution.findUniqueOrThrow({
    where: { id: contributionId },
    select: { reference: true, publishedAt: true, contact: { select: { emailConfirmedAt: true } } },
  });
  if (contact?.emailConfirmedAt) {
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
    tags.push(TAGS.contributions, TAGS.contribution(reference), TAGS.dataset);
  await publishInvalidation(tags, tx);
  return { ok: true };
}
