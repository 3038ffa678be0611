import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import { CONFIRMATION_DAYS, ENTRY_LINK_DAYS, HELD_LINK_DAYS } from './constants';
import { moveMail } from './mail-status';

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

/** Makes a draft that is scheduled for a time before now a mail that leaves. Returns whether it did. */
export async function releaseIfDue(id: string): Promise<boolean> {
  const released = await mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const due = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM mails WHERE id = ${id}::uuid AND status = 'draft' AND send_after <= now() FOR NO KEY UPDATE`;
    const moved = due.length > 0 && (await moveMail(tx, { id, from: 'draft', to: 'queued' }));
    if (moved) await audit({ action: 'mail.released', subject: { kind: 'mail', id } });
    return { ok: true, moved };
  });
  return orThrow(released).moved;
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
      const { note, subject } = payload as { note?: string; subject?: string }; // an object, as queueMail writes it
      const written = Boolean(note || subject);
      const to = written ? 'draft' : 'discarded';
      // The moment it was scheduled for has passed: it would leave again by itself.
      if (written) await tx.mail.update({ where: { id }, data: { sendAfter: null }, select: { id: true } });
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

/** `check_entry`: a link with all rights to what an editor entered; it ends unless its owner confirms the entry. */
export type LinkInMail = 'manage' | 'confirm_email' | 'check_entry' | 'read_held';

/** Creates the link for a mail at the moment of sending, so that the outbox never holds a secret. Returns its token. */
export async function createLinkForMail(contributionId: string, made: LinkInMail): Promise<string> {
  const token = newSecret();
  const days = {
    manage: null,
    confirm_email: CONFIRMATION_DAYS,
    check_entry: ENTRY_LINK_DAYS,
    read_held: HELD_LINK_DAYS,
  }[made];
  const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000);
  const purpose = made === 'check_entry' ? 'manage' : made;
  await db.accessLink.create({
    data: { contributionId, purpose, tokenHash: hashSecret(token), expiresAt },
    select: { id: true },
  });
  return token;
}
