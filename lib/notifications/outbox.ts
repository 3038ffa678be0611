import { randomUUID } from 'node:crypto';
import type { AuditActor } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, orThrow } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { addJob, addJobs } from '@/lib/platform/jobs/queue';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import { CONFIRMATION_DAYS } from './constants';
import type { MailKind, MailPayload } from './schema';
import { canMoveMail, KIND_FOR_UNCONFIRMED } from './state';
import type { MailStatus } from './state';
import { actingAs, mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';

export type MailRecipient = { userId: string } | { contributionId: string };

export type MailRequest<Kind extends MailKind> = {
  kind: Kind;
  to: MailRecipient;
  payload: MailPayload<Kind>;
  /** Names its event, e.g. `contribution-received:BPF-2020-007:1`. */
  dedupeKey: string;
  /** `draft`: an editor reads and sends it. */
  status: 'draft' | 'queued';
  locale: Locale;
};

/**
 * Puts a mail into the outbox, in the transaction of its event. The same `dedupeKey` again does nothing. Returns the
 * new mail's id, or null if it existed already.
 */
export async function queueMail<Kind extends MailKind>(tx: Tx, mail: MailRequest<Kind>): Promise<string | null> {
  const { to, ...columns } = mail;
  const id = randomUUID();
  const { count } = await tx.mail.createMany({ data: [{ id, ...columns, ...to }], skipDuplicates: true });
  if (count === 0) return null;
  if (mail.status === 'queued') await addSendJob(tx, id);
  return id;
}

/** `queueMail` for several mails of one change, with two statements. Returns how many are new. */
export async function queueMails(tx: Tx, mails: MailRequest<MailKind>[]): Promise<number> {
  const now = Date.now();
  // A millisecond apart: the outbox then shows them in the order in which they were queued.
  const data = mails.map(({ to, ...columns }, at) => ({
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

/** Sends a draft that an editor has read. Fails with `not_found`, `already_in_status`. */
export function sendDraft(actor: AuditActor, mailId: string): Promise<Result> {
  return moveOne(actor, mailId, 'mail.released');
}

/** Tries a failed mail once more, from the first attempt on. Fails with `not_found`, `already_in_status`. */
export function retryMail(actor: AuditActor, mailId: string): Promise<Result> {
  return moveOne(actor, mailId, 'mail.retried');
}

/**
 * Cancels a draft: it is never sent. The next mail of its kind reports the event. Fails with `not_found`,
 * `already_in_status`.
 */
export function discardDraft(actor: AuditActor, mailId: string): Promise<Result> {
  return moveOne(actor, mailId, 'mail.discarded');
}

function moveOne(actor: AuditActor, mailId: string, action: DeskMove): Promise<Result> {
  return mutation({ actor }, async (context) => {
    const { tx } = context;
    if ((await moveEach(context, [mailId], action)).length === 1) return { ok: true };
    const known = await tx.mail.count({ where: { id: mailId } });
    return failure(known === 0 ? 'not_found' : 'already_in_status');
  });
}

/** The result of a command: how many mails leave now, and how many wait until the contributor confirms the address. */
export type Moved = { ok: true; leaving: number; waiting: number };

/**
 * Sends those of these mails that are still drafts; another command that sends one of them at the same time is not
 * disturbed.
 */
export async function sendDrafts(actor: AuditActor, mailIds: string[]): Promise<Moved> {
  return orThrow(
    await mutation({ actor }, async (context) =>
      countMoved(await moveEach(context, mailIds, 'mail.released'), context.tx),
    ),
  );
}

async function countMoved(ids: string[], tx: Tx): Promise<Moved> {
  const unconfirmed = {
    kind: { not: KIND_FOR_UNCONFIRMED },
    contribution: { contact: { email: { not: null }, emailConfirmedAt: null } },
  };
  const waiting = await tx.mail.count({ where: { id: { in: ids }, ...unconfirmed } });
  return { ok: true, leaving: ids.length - waiting, waiting };
}

/** How many mails one command moves at most; more need another command. */
const MAX_AT_ONCE = 200;

/** Retries failed mails whose recipient still has an address, as many as one command moves. */
export async function retryAllMails(actor: AuditActor): Promise<Moved> {
  const retried = await mutation({ actor }, async (context) => {
    const { tx } = context;
    const reachable = [{ user: { deactivatedAt: null } }, { contribution: { contact: { email: { not: null } } } }];
    const failed = await tx.mail.findMany({
      where: { status: 'failed', OR: reachable },
      orderBy: { createdAt: 'asc' },
      take: MAX_AT_ONCE,
      select: { id: true },
    });
    return countMoved(
      await moveEach(
        context,
        failed.map(({ id }) => id),
        'mail.retried',
      ),
      tx,
    );
  });
  return orThrow(retried);
}

/**
 * Sends the drafts that wait for this contribution's publication: call it in the transaction that publishes. Returns
 * how many.
 */
export async function releaseWithPublication(context: MutationContext, contributionId: string): Promise<number> {
  const { tx } = context;
  const waiting = await tx.mail.findMany({
    where: { contributionId, status: 'draft', withPublication: true },
    select: { id: true },
  });
  return (
    await moveEach(
      context,
      waiting.map(({ id }) => id),
      'mail.released',
    )
  ).length;
}

/**
 * Cancels unsent mails of these kinds to a contributor, in the transaction that makes them untrue. Returns how many.
 */
export async function dropDrafts(context: MutationContext, contributionId: string, kinds: MailKind[]): Promise<number> {
  const { tx } = context;
  const drafts = await tx.mail.findMany({
    where: { contributionId, status: 'draft', kind: { in: kinds } },
    select: { id: true },
  });
  return (
    await moveEach(
      // It is no editor's choice: what it would tell is not true any more.
      actingAs('system', context),
      drafts.map(({ id }) => id),
      'mail.discarded',
    )
  ).length;
}

/**
 * Joins a draft about decisions to the mail that is about to be drafted, so that the contributor gets one mail and not
 * two. Returns the editor's words in that draft. `keepScheduled`: a draft that leaves with the publication still does.
 */
export async function joinDecisionDraft(
  context: MutationContext,
  contributionId: string,
  { keepScheduled }: { keepScheduled: boolean },
): Promise<string | null> {
  const { tx } = context;
  const [draft] = await tx.$queryRaw<{ id: string; note: string | null }[]>`
    SELECT id, payload->>'note' AS note FROM mails WHERE contribution_id = ${contributionId}::uuid AND kind = 'decisions-made' AND status = 'draft'
      AND NOT (${keepScheduled} AND with_publication) ORDER BY id FOR UPDATE`;
  if (!draft) return null;
  await moveEach(context, [draft.id], 'mail.discarded');
  return draft.note;
}

/** The commands on mails at the desk: from which status to which. */
const DESK_MOVES = {
  'mail.released': { from: 'draft', to: 'queued' },
  'mail.retried': { from: 'failed', to: 'queued' },
  'mail.discarded': { from: 'draft', to: 'discarded' },
} as const;
type DeskMove = keyof typeof DESK_MOVES;

/**
 * Moves the mails that have the command's first status, each once even if two commands run at the same time. The order
 * is always the same, so that two commands can't deadlock. Returns their ids.
 */
async function moveEach({ tx, audit }: MutationContext, mailIds: string[], action: DeskMove): Promise<string[]> {
  const { from, to } = DESK_MOVES[action];
  const moved: string[] = [];
  for (const id of [...new Set(mailIds)].sort()) {
    if (!(await moveMail(tx, { id, from, to }))) continue;
    if (to === 'queued') await addSendJob(tx, id);
    await audit({ action, subject: { kind: 'mail', id } });
    moved.push(id);
  }
  return moved;
}

/**
 * Claims a mail for one attempt. A mail that is `sending` since before this attempt belongs to an attempt whose process
 * died, because a job never goes to two workers at a time. The exception is another running job of the same mail, which
 * exists if the mail was queued again. Returns false if this attempt must not send the mail: it was sent, say, or is
 * being sent.
 */
export async function claimMail(id: string, attemptBegan: Date, job?: string): Promise<boolean> {
  if (await moveMail(db, { id, from: 'queued', to: 'sending' })) return true;
  if (job !== undefined && (await isAtWorkElsewhere(id, job))) return false;
  return moveMail(db, { id, from: 'sending', to: 'sending', since: attemptBegan });
}

async function isAtWorkElsewhere(mailId: string, job: string): Promise<boolean> {
  const others = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker._private_jobs
    WHERE locked_at IS NOT NULL AND id <> ${job}::bigint AND payload->>'mailId' = ${mailId} LIMIT 1`;
  return others.length > 0;
}

/** The mail server has accepted it. */
export async function markSent(id: string): Promise<void> {
  orThrow(
    await mutation({ actor: 'system' }, async ({ tx, audit }) => {
      if (await moveMail(tx, { id, from: 'sending', to: 'sent' }))
        await audit({ action: 'mail.sent', subject: { kind: 'mail', id } });
      return { ok: true };
    }),
  );
}

/**
 * The event of the mail is not true any more. Without words of an editor it is cancelled; with them it becomes a draft
 * again, for the editor to read.
 */
export async function markEmpty(id: string): Promise<void> {
  orThrow(
    await mutation({ actor: 'system' }, async ({ tx, audit }) => {
      const { payload } = await tx.mail.findUniqueOrThrow({ where: { id }, select: { payload: true } });
      const written = Object.values(payload as Record<string, unknown>).some(
        (words) => typeof words === 'string' && words !== '',
      ); // an object, as queueMail writes it
      const to = written ? 'draft' : 'discarded';
      if (await moveMail(tx, { id, from: 'sending', to }))
        await audit({
          action: written ? 'mail.returned' : 'mail.discarded',
          subject: { kind: 'mail', id },
        });
      return { ok: true };
    }),
  );
}

/**
 * An attempt failed. `error` is for editors to read and holds no address. After the last attempt the mail is `failed`.
 */
export async function markAttemptFailed(id: string, error: string, last: boolean): Promise<void> {
  orThrow(
    await mutation({ actor: 'system' }, async ({ tx, audit }) => {
      const moved = await moveMail(tx, { id, from: 'sending', to: last ? 'failed' : 'queued', error });
      if (moved && last) await audit({ action: 'mail.failed', subject: { kind: 'mail', id } });
      return { ok: true };
    }),
  );
}

/** Creates the link for a mail at the moment of sending, so that the outbox never holds a secret. Returns its token. */
export async function createLinkForMail(contributionId: string, purpose: 'manage' | 'confirm_email'): Promise<string> {
  const token = newSecret();
  const expiresAt = purpose === 'confirm_email' ? new Date(Date.now() + CONFIRMATION_DAYS * 86_400_000) : null;
  await db.accessLink.create({
    data: { contributionId, purpose, tokenHash: hashSecret(token), expiresAt },
    select: { id: true },
  });
  return token;
}

/**
 * Repairs mails without a job, from time to time: a mail whose last attempt died with its process becomes `failed`, and
 * a queued mail without a job gets one. Mails that wait for a confirmation keep waiting.
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
      AND (m.contribution_id IS NULL OR m.kind = ${KIND_FOR_UNCONFIRMED} OR c.email_confirmed_at IS NOT NULL OR c.email IS NULL)
      AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id AND j.attempts < j.max_attempts)`;
  for (const { id } of stranded) await addSendJob(db, id);
}

/** Longer than the queue keeps the job of a dead process, which is four hours. */
const LOST_AFTER = 6 * 3_600_000;

type Move = { id: string; from: MailStatus; to: MailStatus; error?: string; since?: Date };

/**
 * The only place that writes a mail's status. It moves the mail only from the expected status; returns whether it did.
 */
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
