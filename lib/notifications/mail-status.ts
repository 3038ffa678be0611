import type { Tx } from '@/lib/platform/db/client';
import { addJob } from '@/lib/platform/jobs/queue';
import { canMoveMail } from './state';
import type { MailStatus } from './state';

type Move = { id: string; from: MailStatus; to: MailStatus; error?: string; since?: Date };

/**
 * The only place that writes a mail's status. It moves the mail only from the expected status; returns whether it did.
 */
export async function moveMail(tx: Tx, { id, from, to, error, since }: Move): Promise<boolean> {
  if (!canMoveMail(from, to)) throw new Error(`A mail can't go from ${from} to ${to}`);
  // The database's clock, because the queue's is compared with it.
  const moved = await tx.$executeRaw`
    UPDATE mails SET status = ${to}::mail_status, status_at = now(),
      attempts = attempts + ${error === undefined ? 0 : 1}::int,
      last_error = coalesce(${error ?? null}::text, CASE WHEN ${to} = 'sent' THEN NULL ELSE last_error END)
    WHERE id = ${id}::uuid AND status = ${from}::mail_status AND (${since ?? null}::timestamptz IS NULL OR status_at < ${since ?? null}::timestamptz)`;
  return moved === 1;
}

/** One job per mail: the key lets a retry replace a job that waits for its next attempt. */
export function addSendJob(tx: Tx, mailId: string, runAt?: Date): Promise<void> {
  return addJob(tx, 'send-mail', { mailId }, { jobKey: jobKeyOf(mailId), runAt });
}

export const jobKeyOf = (mailId: string) => `mail:${mailId}`;
