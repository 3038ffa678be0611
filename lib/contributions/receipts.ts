import { settleSentEntry } from '@/lib/contributions/on-behalf/consent';
import type { SentEntry } from '@/lib/contributions/on-behalf/consent';
import { queueMails } from '@/lib/notifications/outbox';
import type { Tx } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { MutationContext } from '@/lib/platform/mutation';

type Sent = Omit<SentEntry, 'contributionId'> & { id: string; isDraft: boolean };

/**
 * Mails the contributor what was sent, in the transaction that stores it: a receipt, or a link to check it where an
 * editor entered it on their behalf.
 */
export async function mailContributor({ id, isDraft, ...sent }: Sent, context: MutationContext): Promise<void> {
  const { tx } = context;
  if (isDraft && (await settleSentEntry({ contributionId: id, ...sent }, context))) return;
  const { revision, email, readdressed, locale } = sent;
  if (!email) return;
  const confirm = readdressed || (revision === 1 && !(isDraft && (await isConfirmed(id, tx))));
  await queueReceipts({ id, revision, confirm, locale }, tx);
}

/** The address of a draft was confirmed if its private link was mailed there. */
const isConfirmed = async (contributionId: string, tx: Tx) =>
  (await tx.contact.count({ where: { contributionId, emailConfirmedAt: { not: null } } })) > 0;

/**
 * An unconfirmed address gets only a link to confirm it; the receipt, which holds content, waits for the confirmation.
 * A corrected address has to be confirmed again.
 */
async function queueReceipts(
  { id, revision, confirm, locale }: { id: string; revision: number; confirm: boolean; locale: Locale },
  tx: Tx,
): Promise<void> {
  const common = { to: { contributionId: id }, status: 'queued', locale } as const;
  const confirmation = revision === 1 ? `confirm-address:${id}` : `confirm-address:${id}:${revision}`;
  const receipt = {
    ...common,
    kind: 'contribution-received',
    payload: { revision },
    dedupeKey: `contribution-received:${id}:${revision}`,
  } as const;
  await queueMails(
    tx,
    confirm ? [{ ...common, kind: 'confirm-address', payload: {}, dedupeKey: confirmation }, receipt] : [receipt],
  );
}
