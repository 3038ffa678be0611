import { randomUUID } from 'node:crypto';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { addJobs } from '@/lib/platform/jobs/queue';
import { markAttemptFailed } from './delivery-attempt';
import { addSendJob, jobKeyOf } from './mail-status';
import type { MailKind, MailPayload } from './schema';
import { KINDS_FOR_UNCONFIRMED } from './state';

type MailRecipient = { userId: string } | { contributionId: string };

export type MailRequest<Kind extends MailKind> = {
  kind: Kind;
  to: MailRecipient;
  payload: MailPayload<Kind>;
  /** Names its event, e.g. `contribution-received:BPF-2020-007:1`. */
  dedupeKey: string;
  /** `draft`: an editor reads and sends it. */
  status: 'draft' | 'queued';
  locale: Locale;
  /** When it leaves, for a mail that collects what comes until then; at once if absent. */
  runAt?: Date;
};

/**
 * Puts a mail into the outbox, in the transaction of its event. The same `dedupeKey` again does nothing. Returns the
 * new mail's id, or null if it existed already.
 */
export async function queueMail<Kind extends MailKind>(tx: Tx, mail: MailRequest<Kind>): Promise<string | null> {
  const { to, runAt, ...columns } = mail;
  const id = randomUUID();
  const { count } = await tx.mail.createMany({ data: [{ id, ...columns, ...to }], skipDuplicates: true });
  if (count === 0) return null;
  if (mail.status === 'queued') await addSendJob(tx, id, runAt);
  return id;
}

/** `queueMail` for several mails of one change, with two statements. Returns how many are new. */
export async function queueMails(tx: Tx, mails: MailRequest<MailKind>[]): Promise<number> {
  const now = Date.now();
  // A millisecond apart: the outbox then shows them in the order in which they were queued.
  const data = mails.map(({ to, runAt: _, ...columns }, at) => ({
    id: randomUUID(),
    ...columns,
    ...to,
    createdAt: new Date(now + at),
  }));
  const made = await tx.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true, status: true } });
  const queued = made.filter(({ status }) => status === 'queued');
  await addJobs(
    tx,
    'send-mail',
    queued.map(({ id }) => ({ payload: { mailId: id }, jobKey: jobKeyOf(id) })),
  );
  return made.length;
}

/**
 * Sends the mails that waited for the contributor's address to be confirmed: call it in the transaction that confirms.
 * A job that reads the mail at this moment does no harm: the mail gets another job.
 */
export async function releaseHeldMail(tx: Tx, contributionId: string): Promise<void> {
  const held = await tx.mail.findMany({
    where: { contributionId, status: 'queued' },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  });
  for (const { id } of held) await addSendJob(tx, id);
}

/**
 * Repairs mails without a job, from time to time: a mail whose last attempt died with its process becomes `failed`, and
 * a queued or scheduled mail without a job gets one. Mails that wait for a confirmation keep waiting.
 */
export async function sweepOutbox(): Promise<void> {
  const lost = await db.mail.findMany({
    where: { status: 'sending', statusAt: { lt: new Date(Date.now() - LOST_AFTER) } },
    select: { id: true },
  });
  for (const { id } of lost) await markAttemptFailed(id, 'The process ended while sending', true);
  const stranded = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM mails m LEFT JOIN contacts c ON c.contribution_id = m.contribution_id
    WHERE m.status = 'queued' AND m.status_at < now() - interval '1 hour'
      AND (m.contribution_id IS NULL OR m.kind = ANY(${[...KINDS_FOR_UNCONFIRMED]}::text[]) OR c.email_confirmed_at IS NOT NULL OR c.email IS NULL)
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id AND j.attempts < j.max_attempts)
    UNION ALL
    SELECT m.id FROM mails m WHERE m.status = 'draft' AND m.send_after < now() - interval '1 hour'
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id AND j.attempts < j.max_attempts)`;
  for (const { id } of stranded) await addSendJob(db, id);
}

/** Longer than the queue keeps the job of a dead process, which is four hours. */
const LOST_AFTER = 6 * 3_600_000;
