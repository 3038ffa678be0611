import { z } from 'zod';
import type { AuditActor } from '@/lib/platform/audit/record';
import type { Tx } from '@/lib/platform/db/client';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { DRAFTED_KINDS, mailNote, mailSubject } from './schema';
import { mutation } from '@/lib/platform/mutation';
import { addSendJob } from './mail-status';

const draftWords = z.object({ note: mailNote, subject: mailSubject });

/**
 * Stores the editors' own subject and their own words at the head of a draft. The same words again change nothing.
 * Fails with `invalid`, `not_allowed_in_status`.
 */
export async function writeDraft(actor: AuditActor, mailId: string, words: unknown): Promise<Result> {
  const parsed = draftWords.safeParse(words);
  if (!parsed.success)
    return failure(
      'invalid',
      parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: message })),
    );
  const { note, subject } = parsed.data;
  return mutation({ actor }, async ({ tx, audit }) => {
    const before = await holdDraft(mailId, tx);
    if (!before) return failure('not_allowed_in_status');
    const same = (before.note ?? '') === note && (before.subject ?? '') === subject;
    if (same) return { ok: true };
    await tx.mail.update({ where: { id: mailId }, data: { payload: { note, subject } }, select: { id: true } });
    await audit({ action: 'mail.draft_written', subject: { kind: 'mail', id: mailId } });
    return { ok: true };
  });
}

/** The words of a draft, locked until the transaction ends; null where there is no such draft any more. */
async function holdDraft(mailId: string, tx: Tx): Promise<{ note: string | null; subject: string | null } | null> {
  const rows = await tx.$queryRaw<{ note: string | null; subject: string | null }[]>`
    SELECT payload->>'note' AS note, payload->>'subject' AS subject FROM mails
    WHERE id = ${mailId}::uuid AND status = 'draft' AND kind = ANY (${[...DRAFTED_KINDS]}::text[]) FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/**
 * Schedules a draft to leave when its contribution is published, or cancels that.
 * Fails with `not_allowed_in_status`: it is no draft any more, or its contribution can't be published from its status.
 */
export async function scheduleWithPublication(actor: AuditActor, mailId: string, on: boolean): Promise<Result> {
  return mutation({ actor }, async ({ tx, audit }) => {
    // A publication at the same moment runs before this or waits: otherwise the draft would wait for a moment that has
    // passed.
    await tx.$queryRaw`SELECT 1 FROM contributions c JOIN mails m ON m.contribution_id = c.id WHERE m.id = ${mailId}::uuid FOR SHARE OF c`;
    const { count } = await tx.mail.updateMany({
      where: {
        id: mailId,
        status: 'draft',
        contribution: on ? { status: { in: ['submitted', 'changes_requested'] } } : {},
      },
      data: { withPublication: on, ...(on && { sendAfter: null }) },
    });
    if (count === 0) return failure('not_allowed_in_status');
    await audit({
      action: 'mail.scheduled',
      subject: { kind: 'mail', id: mailId },
      details: { withPublication: on },
    });
    return { ok: true };
  });
}

/** So far ahead a mail can be scheduled. */
const FURTHEST = 366 * 86_400_000;

type Schedule = { mailId: string; /** A moment in ISO 8601, or null to cancel. */ at: string | null; now?: Date };

/**
 * Schedules a draft to leave at a time, instead of another time or of the publication; or cancels that. To an address
 * that is not confirmed by then it leaves when it is.
 * Fails with `invalid` (the time has passed, or is more than a year ahead), `not_allowed_in_status`: it is no draft any
 * more.
 */
export async function scheduleAt(actor: AuditActor, { mailId, at, now = new Date() }: Schedule): Promise<Result> {
  const sendAfter = at === null ? null : new Date(at);
  const ahead = sendAfter === null ? 1 : sendAfter.getTime() - now.getTime();
  // Not a number, where it is no time at all.
  if (!(ahead > 0 && ahead <= FURTHEST)) return failure('invalid', [{ path: 'sendAfter', code: 'not_ahead' }]);
  return mutation({ actor }, async ({ tx, audit }) => {
    const { count } = await tx.mail.updateMany({
      where: { id: mailId, status: 'draft' },
      data: { sendAfter, ...(sendAfter && { withPublication: false }) },
    });
    if (count === 0) return failure('not_allowed_in_status');
    // The job of an earlier time is replaced; one that finds nothing scheduled does nothing.
    if (sendAfter) await addSendJob(tx, mailId, sendAfter);
    await audit({
      action: 'mail.scheduled',
      subject: { kind: 'mail', id: mailId },
      details: { atSecond: sendAfter && Math.floor(sendAfter.getTime() / 1000) },
    });
    return { ok: true };
  });
}
