import type { AuditActor } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { failure, orThrow } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { actingAs, mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { addSendJob, moveMail } from './mail-status';
import { DRAFTED_KINDS } from './schema';
import type { MailKind } from './schema';
import { KINDS_FOR_UNCONFIRMED } from './state';

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

/** Whether a mail that was sent waits until the contributor confirms the address. */
export async function isWaiting(mailId: string): Promise<boolean> {
  return (await countMoved([mailId], db)).waiting > 0;
}

async function countMoved(ids: string[], tx: Tx): Promise<Moved> {
  const unconfirmed = {
    kind: { notIn: [...KINDS_FOR_UNCONFIRMED] },
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
 * Cancels the drafts about decisions of these contributions that have nothing to tell any more, because all they told
 * of was undone. A draft with an editor's own words stays: its page says that it is empty. Returns how many.
 */
export async function dropEmptiedDrafts(context: MutationContext, contributionIds: string[]): Promise<number> {
  const { tx } = context;
  const drafts = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text FROM mails m WHERE m.contribution_id = ANY(${contributionIds}::uuid[]) AND m.kind = 'decisions-made' AND m.status = 'draft'
      AND coalesce(m.payload->>'note', '') = '' AND coalesce(m.payload->>'subject', '') = ''
      AND NOT EXISTS (SELECT FROM decisions d JOIN proposed_changes x ON x.id = d.change_id
        WHERE x.contribution_id = m.contribution_id
          AND d.decided_at > coalesce((SELECT max(s.status_at) FROM mails s WHERE s.contribution_id = m.contribution_id AND s.status = 'sent'
            AND s.kind = ANY(${[...DRAFTED_KINDS]}::text[])), '-infinity')
          AND NOT EXISTS (SELECT FROM proposed_changes y WHERE y.proposal_id = x.proposal_id AND y.key = x.key AND y.round > x.round))
    ORDER BY m.id FOR UPDATE OF m`;
  const moved = await moveEach(
    actingAs('system', context),
    drafts.map(({ id }) => id),
    'mail.discarded',
  );
  return moved.length;
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
