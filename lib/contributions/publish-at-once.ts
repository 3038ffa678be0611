import { queueMail } from '@/lib/notifications/outbox';
import { TAGS } from '@/lib/platform/cache/tags';
import { actingAs } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { changeStatus } from './status';

/**
 * Publishes what was submitted to a call that publishes at once. A contribution with an address waits until the address
 * is confirmed, so that nothing is published in a stranger's name. Its proposals wait for decisions like all others.
 * Nothing happens to a contribution of another call, or one that an editor has taken further.
 */
export async function publishAtOnce(contributionId: string, now: Date, context: MutationContext): Promise<void> {
  const { tx, invalidate } = context;
  const found = await tx.contribution.findUnique({
    where: { id: contributionId, status: 'submitted', editorsOnly: false, call: { publishesAtOnce: true } },
    select: { reference: true, contact: { select: { email: true, emailConfirmedAt: true } } },
  });
  const address = found?.contact?.email ?? null;
  if (!found?.reference || (address !== null && !found.contact?.emailConfirmedAt)) return;
  const changed = await changeStatus({ id: contributionId, to: 'published', now }, actingAs('system', context));
  if (!changed.ok) return;
  if (address !== null)
    await queueMail(tx, {
      kind: 'contribution-published',
      to: { contributionId },
      payload: {},
      dedupeKey: `contribution-published:${contributionId}:${now.getTime()}`,
      status: 'queued',
      locale: 'en',
    });
  invalidate(TAGS.contributions, TAGS.contribution(found.reference), TAGS.dataset);
}
