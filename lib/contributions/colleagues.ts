import { queueMail } from '@/lib/notifications/outbox';
import type { Tx } from '@/lib/platform/db/client';

/** Answers that come within this time are told in one mail. */
const COLLECTED_MINUTES = 10;

/**
 * Mails the contributor that colleagues have commented or answered, in the transaction that stores it: one mail for all
 * that comes within ten minutes. Nothing is mailed to an address that is not confirmed.
 */
export async function notifyContributor(contributionId: string, at: Date, tx: Tx): Promise<void> {
  const contact = await tx.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true },
  });
  if (!contact?.email || !contact.emailConfirmedAt) return;
  const kind = 'colleagues-answered' as const;
  // The mail counts when it leaves: one that waits will tell of this, too.
  if ((await tx.mail.count({ where: { contributionId, kind, status: 'queued' } })) > 0) return;
  await queueMail(tx, {
    kind,
    to: { contributionId },
    payload: { since: at.toISOString() },
    dedupeKey: `${kind}:${contributionId}:${at.toISOString()}`,
    status: 'queued',
    locale: 'en',
    runAt: new Date(at.getTime() + COLLECTED_MINUTES * 60_000),
  });
}
