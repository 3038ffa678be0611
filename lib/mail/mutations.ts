import { randomUUID } from 'node:crypto';
import type { Tx } from '@/lib/db/client';
import type { Locale } from '@/lib/i18n/routing';
import { addJob } from '@/lib/jobs/mutations';
import type { MailKind, MailPayload } from './schema';

export type MailRecipient = { userId: string } | { contributionId: string };

export type MailRequest<Kind extends MailKind> = {
  kind: Kind;
  to: MailRecipient;
  payload: MailPayload<Kind>;
  /** Names the event it tells of, e.g. `contribution-received:BPF-2020-007:1`. */
  dedupeKey: string;
  /** `draft`: an editor reads it first and sends it. */
  status: 'draft' | 'queued';
  locale: Locale;
};

/**
 * Puts a mail into the outbox, in the transaction of the change it tells of. The same `dedupeKey` again does nothing.
 * Returns the new mail's id, or null where it was there already.
 */
export async function queueMail<Kind extends MailKind>(tx: Tx, mail: MailRequest<Kind>): Promise<string | null> {
  const { to, ...columns } = mail;
  const id = randomUUID();
  const { count } = await tx.mail.createMany({ data: [{ id, ...columns, ...to }], skipDuplicates: true });
  if (count === 0) return null;
  if (mail.status === 'queued') await addSendJob(tx, id);
  return id;
}

/** One job per mail: the key lets a retry replace a job that waits for its next attempt. */
function addSendJob(tx: Tx, mailId: string): Promise<void> {
  return addJob(tx, 'send-mail', { mailId }, { jobKey: `mail:${mailId}` });
}
