import { randomUUID } from 'node:crypto';
import { recordAudit } from '@/lib/audit/mutations';
import type { AuditActor } from '@/lib/audit/mutations';
import { db } from '@/lib/db/client';
import type { Tx } from '@/lib/db/client';
import { failure } from '@/lib/errors';
import type { Result } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/routing';
import { addJob, addJobs } from '@/lib/jobs/mutations';
import { hashSecret, newSecret } from '@/lib/secret';
import { CONFIRMATION_DAYS } from './constants';
import { mailNote } from './schema';
import type { MailKind, MailPayload } from './schema';
import { canMoveMail, KIND_FOR_UNCONFIRMED } from './state';
import type { MailStatus } from './state';

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

/** `queueMail` for several mails of one change, in two journeys to the database. Returns how many were new. */
export async function queueMails(tx: Tx, mails: MailRequest<MailKind>[]): Promise<number> {
  const now = Date.now();
  // A millisecond apart: the outbox shows them in the order they were asked for.
  const data = mails.map(({ to, ...columns }, at) => ({ id: randomUUID(), ...columns, ...to, createdAt: new Date(now + at) }));
  const made = await tx.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true, status: true } });
  const queued = made.filter(({ status }) => status === 'queued');
  await addJobs(tx, 'send-mail', queued.map(({ id }) => ({ payload: { mailId: id }, jobKey: jobKeyOf(id) })));
  return made.length;
}

/**
 * Sends what waited for the contributor's address to be confirmed: call it in the transaction that confirms.
 * A job that is looking at the mail this very moment does no harm, it is given another.
 */
export async function releaseHeldMail(tx: Tx, contributionId: string): Promise<void> {
  const held = await tx.mail.findMany({ where: { contributionId, status: 'queued' }, select: { id: true }, orderBy: { createdAt: 'asc' } });
  for (const { id } of held) await addSendJob(tx, id);
}

/** Sends a draft that an editor has read. Fails with `not_found`, `already_in_status`. */
export function sendDraft(actor: AuditActor, mailId: string): Promise<Result> {
  return queueAgain(actor, mailId, 'draft', 'mail.released');
}

/** Tries a failed mail once more, from the first attempt on. Fails with `not_found`, `already_in_status`. */
export function retryMail(actor: AuditActor, mailId: string): Promise<Result> {
  return queueAgain(actor, mailId, 'failed', 'mail.retried');
}

/** Drops what has not left of these kinds of mail to a contributor, in the transaction of what makes it untrue. Returns how many. */
export async function dropDrafts(tx: Tx, contributionId: string, kinds: MailKind[]): Promise<number> {
  const drafts = await tx.mail.findMany({ where: { contributionId, status: 'draft', kind: { in: kinds } }, orderBy: { id: 'asc' }, select: { id: true } });
  const dropped = await Promise.all(drafts.map(({ id }) => moveMail(tx, { id, from: 'draft', to: 'discarded' })));
  return dropped.filter(Boolean).length;
}

function queueAgain(actor: AuditActor, mailId: string, from: 'draft' | 'failed', action: string): Promise<Result> {
  return db.$transaction(async (tx) => {
    if (!(await moveMail(tx, { id: mailId, from, to: 'queued' }))) {
      const known = await tx.mail.count({ where: { id: mailId } });
      return failure(known === 0 ? 'not_found' : 'already_in_status');
    }
    await addSendJob(tx, mailId);
    await recordAudit(tx, { actor, action, subject: { kind: 'mail', id: mailId } });
    return { ok: true };
  });
}

/** Sets the editor's own words at the head of a draft. Fails with `invalid`, `not_allowed_in_status`. */
export async function writeNote(actor: AuditActor, mailId: string, note: unknown): Promise<Result> {
  const parsed = mailNote.safeParse(note);
  if (!parsed.success) return failure('invalid', parsed.error.issues.map((issue) => ({ path: 'note', code: issue.message })));
  return db.$transaction(async (tx) => {
    const written = await tx.$executeRaw`
      UPDATE mails SET payload = payload || jsonb_build_object('note', ${parsed.data}::text)
      WHERE id = ${mailId}::uuid AND status = 'draft' AND kind IN ('contribution-published', 'contribution-declined', 'decisions-made')`;
    if (written === 0) return failure('not_allowed_in_status');
    await recordAudit(tx, { actor, action: 'mail.note_written', subject: { kind: 'mail', id: mailId } });
    return { ok: true };
  });
}

/**
 * Takes a mail for one attempt. One that is `sending` since before this attempt began belongs to an attempt that died with its
 * process, since a job is never given to two workers at a time. Returns false where the mail is nobody's to send: sent already, say.
 */
export async function claimMail(id: string, attemptBegan: Date): Promise<boolean> {
  const taken = await moveMail(db, { id, from: 'queued', to: 'sending' });
  return taken || moveMail(db, { id, from: 'sending', to: 'sending', since: attemptBegan });
}

/** The mail server has accepted it. */
export async function markSent(id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await moveMail(tx, { id, from: 'sending', to: 'sent' }))) return;
    await recordAudit(tx, { actor: { kind: 'system' }, action: 'mail.sent', subject: { kind: 'mail', id } });
  });
}

/** An attempt failed. `error` is for editors to read and holds no address. After the last attempt the mail is `failed`. */
export async function markAttemptFailed(id: string, error: string, last: boolean): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await moveMail(tx, { id, from: 'sending', to: last ? 'failed' : 'queued', error }))) return;
    if (last) await recordAudit(tx, { actor: { kind: 'system' }, action: 'mail.failed', subject: { kind: 'mail', id } });
  });
}

/** Makes a link for the mail that is leaving right now, so that no secret ever stands in the outbox. Returns its token. */
export async function createLinkForMail(contributionId: string, purpose: 'manage' | 'confirm_email'): Promise<string> {
  const token = newSecret();
  const expiresAt = purpose === 'confirm_email' ? new Date(Date.now() + CONFIRMATION_DAYS * 86_400_000) : null;
  await db.accessLink.create({ data: { contributionId, purpose, tokenHash: hashSecret(token), expiresAt }, select: { id: true } });
  return token;
}

/**
 * Finds what fell between outbox and queue, once in a while: mails whose last attempt died with its process become `failed`,
 * and queued ones that no job will send any more get one. Those that wait for a confirmation keep waiting.
 */
export async function sweepOutbox(): Promise<void> {
  const lost = await db.mail.findMany({ where: { status: 'sending', statusAt: { lt: new Date(Date.now() - LOST_AFTER) } }, select: { id: true } });
  for (const { id } of lost) await markAttemptFailed(id, 'The process ended while sending', true);
  const stranded = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM mails m LEFT JOIN contacts c ON c.contribution_id = m.contribution_id
    WHERE m.status = 'queued' AND m.status_at < now() - interval '1 hour'
      AND (m.contribution_id IS NULL OR m.kind = ${KIND_FOR_UNCONFIRMED} OR c.email_confirmed_at IS NOT NULL OR c.email IS NULL)
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id AND j.attempts < j.max_attempts)`;
  for (const { id } of stranded) await addSendJob(db, id);
}

/** Longer than the queue keeps the job of a dead process, which is four hours. */
const LOST_AFTER = 6 * 3_600_000;

type Move = { id: string; from: MailStatus; to: MailStatus; error?: string; since?: Date };

/** The one place that writes a mail's status. Moves nothing unless it stands where the caller believes; says whether it did. */
async function moveMail(tx: Tx, { id, from, to, error, since }: Move): Promise<boolean> {
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
function addSendJob(tx: Tx, mailId: string): Promise<void> {
  return addJob(tx, 'send-mail', { mailId }, { jobKey: jobKeyOf(mailId) });
}

const jobKeyOf = (mailId: string) => `mail:${mailId}`;
