import { revokeConfirmations } from '@/lib/contributions/corrections/resubmission';
import { queueMail } from '@/lib/notifications/outbox';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import { requiredEmail } from './schema';

/** An address that may be a stranger's gets no more questions than these in a day. */
const MAX_QUESTIONS = 5;
const DAY = 86_400_000;

type AskInput = {
  contributionId: string;
  /** Another address than the one given before; the same one where absent. */ email?: unknown;
  locale: Locale;
  now?: Date;
};

/**
 * Asks again to confirm the contributor's address, or asks at another address instead. Links mailed to the former
 * address confirm nothing from then on. A confirmed address can be changed, but not asked again.
 * Reasons: `not_found` (there is no address to confirm), `invalid` (with issues), `too_many_questions` (five in a day).
 */
export async function askAddressAgain({ contributionId, email, locale, now = new Date() }: AskInput): Promise<Result> {
  return mutation({ actor: 'contributor' }, (context) =>
    askForAddress({ contributionId, email, locale, now }, context),
  );
}

/** `askAddressAgain` in the caller's transaction: an editor asks for a contributor, too. */
export async function askForAddress(
  { contributionId, email, locale, now }: AskInput & { now: Date },
  { tx, audit }: MutationContext,
): Promise<Result> {
  const parsed = email === undefined ? null : requiredEmail(email);
  if (parsed?.ok === false) return parsed;
  const contact = await lockContact(contributionId, tx);
  if (!contact || (contact.confirmed && (!parsed || parsed.address === contact.email))) return failure('not_found');
  const since = new Date(now.getTime() - DAY);
  const asked = await tx.mail.count({ where: { contributionId, kind: 'confirm-address', createdAt: { gt: since } } });
  if (asked >= MAX_QUESTIONS) return failure('too_many_questions');
  const changed = parsed !== null && parsed.address !== contact.email;
  if (changed) await changeAddress(contributionId, parsed.address, now, tx);
  await queueMail(tx, {
    kind: 'confirm-address',
    to: { contributionId },
    payload: {},
    dedupeKey: `confirm-address:${contributionId}:${now.getTime()}`,
    status: 'queued',
    locale,
  });
  await audit({
    action: changed ? 'contribution.address_changed' : 'contribution.address_asked_again',
    subject: { kind: 'contribution', id: contributionId },
  });
  return { ok: true };
}

/** The contact, held so that a confirmation at the same moment goes first or finds the former link revoked. */
async function lockContact(contributionId: string, tx: Tx): Promise<{ email: string; confirmed: boolean } | null> {
  const rows = await tx.$queryRaw<{ email: string; confirmed: boolean }[]>`
    SELECT email, email_confirmed_at IS NOT NULL AS confirmed FROM contacts
    WHERE contribution_id = ${contributionId}::uuid AND email IS NOT NULL AND erased_at IS NULL FOR UPDATE`;
  return rows[0] ?? null;
}

async function changeAddress(contributionId: string, email: string, now: Date, tx: Tx): Promise<void> {
  const data = { email, emailConfirmedAt: null };
  await tx.contact.update({ where: { contributionId }, data, select: { contributionId: true } });
  await revokeConfirmations(contributionId, now, tx);
}

/**
 * The unconfirmed address of a contribution, and whether its mail server refused our mail for good; null if there is
 * none to confirm. Only for people who hold the link with all rights.
 */
export async function readUnconfirmedAddress(
  contributionId: string,
): Promise<{ address: string; refused: boolean } | null> {
  const contact = await db.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true, erasedAt: true },
  });
  if (!contact?.email || contact.emailConfirmedAt || contact.erasedAt) return null;
  const last = await db.mail.findFirst({
    where: { contributionId, kind: 'confirm-address' },
    orderBy: { createdAt: 'desc' },
    select: { status: true },
  });
  return { address: contact.email, refused: last?.status === 'failed' };
}
