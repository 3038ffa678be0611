import { revokeConfirmations } from '@/lib/contributions/corrections/resubmission';
import { queueMail } from '@/lib/notifications/outbox';
import { MAX_LINKED } from '@/lib/notifications/schema';
import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { mutation } from '@/lib/platform/mutation';
import { requiredEmail } from './schema';
import type { ContributionStatus } from './state';

/** Of each kind, a contribution causes no more mails than these in a day. */
const MAX_MAILS = 5;
const DAY = 86_400_000;

type Asked = { contributionId: string; locale: Locale; now: Date };

type DraftLinkInput = Omit<Asked, 'now'> & {
  email: unknown;
  /** Also a mail to this address before the call closes; each request says it anew. */
  remind?: boolean;
  now?: Date;
};

/**
 * Mails the private link of a draft. An address that is not confirmed for it gets a confirmation mail only, and the link
 * once it is confirmed. The draft keeps one address, so another one takes the place of the first. `sent` says whether
 * the link leaves at once. Reasons: `invalid` (with issues), `not_found`, `already_submitted`, `too_many_questions`.
 */
export async function mailDraftLink({
  contributionId,
  email,
  locale,
  remind = false,
  now = new Date(),
}: DraftLinkInput): Promise<Result<{ sent: boolean }>> {
  const parsed = requiredEmail(email);
  if (!parsed.ok) return parsed;
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const [draft] = await tx.$queryRaw<{ status: ContributionStatus }[]>`
      SELECT status::text AS status FROM contributions WHERE id = ${contributionId}::uuid FOR NO KEY UPDATE`;
    if (!draft) return failure('not_found');
    if (draft.status !== 'draft') return failure('already_submitted');
    const asked = { contributionId, locale, now };
    if (!(await hasRoom(asked, tx))) return failure('too_many_questions');
    const confirmed = await keepAddress(asked, { email: parsed.address, remindIn: remind ? locale : null }, tx);
    if (!confirmed) await queueConfirmation(asked, tx);
    await queueLinks(asked, [contributionId], tx);
    await audit({ action: 'contribution.link_mailed', subject: { kind: 'contribution', id: contributionId } });
    return { ok: true, sent: confirmed };
  });
}

/**
 * Mails the private link of a contribution that was sent, to its confirmed address. Reasons: `not_found` (it has none),
 * `too_many_questions`.
 */
export async function mailSentLink({
  contributionId,
  locale,
  now = new Date(),
}: Omit<Asked, 'now'> & { now?: Date }): Promise<Result> {
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const [contact] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM contacts WHERE contribution_id = ${contributionId}::uuid AND email_confirmed_at IS NOT NULL FOR UPDATE`;
    if (!contact) return failure('not_found');
    const asked = { contributionId, locale, now };
    if (!(await hasRoom(asked, tx))) return failure('too_many_questions');
    await queueLinks(asked, [contributionId], tx);
    await audit({ action: 'contribution.link_mailed', subject: { kind: 'contribution', id: contributionId } });
    return { ok: true };
  });
}

/**
 * Mails the private links of what an address has contributed or begun; with a reference, of that contribution only. What
 * the address is not confirmed for gets a confirmation mail instead, and its link once it is confirmed. The result is
 * the same whether there is anything, so that it does not tell who has contributed. Reasons: `invalid` (with issues).
 */
export async function mailOwnLinks({
  email,
  reference,
  locale,
  now = new Date(),
}: {
  email: unknown;
  /** As it is typed; empty for all. */
  reference: unknown;
  locale: Locale;
  now?: Date;
}): Promise<Result> {
  const parsed = requiredEmail(email);
  if (!parsed.ok) return parsed;
  const named = typeof reference === 'string' ? reference.trim().toUpperCase() : '';
  return mutation({ actor: 'contributor' }, async ({ tx, audit }) => {
    const found = await tx.contribution.findMany({
      where: {
        ...(named !== '' && { reference: named }),
        status: { not: 'withdrawn' },
        call: { published: true },
        contact: { email: parsed.address, erasedAt: null },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: MAX_LINKED,
      select: { id: true, contact: { select: { emailConfirmedAt: true } } },
    });
    const confirmed = found.filter(({ contact }) => contact?.emailConfirmedAt).map(({ id }) => id);
    const unconfirmed = found.filter(({ contact }) => !contact?.emailConfirmedAt).map(({ id }) => id);
    for (const [first, mailed] of [
      ...(confirmed[0] === undefined ? [] : [[confirmed[0], confirmed] as const]),
      ...unconfirmed.map((id) => [id, [id]] as const),
    ]) {
      const asked = { contributionId: first, locale, now };
      if (!(await hasRoom(asked, tx))) continue;
      if (!confirmed.includes(first)) await queueConfirmation(asked, tx);
      await queueLinks(asked, mailed, tx);
      await audit({ action: 'contribution.link_mailed', subject: { kind: 'contribution', id: first } });
    }
    return { ok: true };
  });
}

/** Whether neither too many confirmations nor too many links were mailed within a day. */
async function hasRoom({ contributionId, now }: Asked, tx: Tx): Promise<boolean> {
  const since = new Date(now.getTime() - DAY);
  for (const kind of ['confirm-address', 'private-links']) {
    const mailed = await tx.mail.count({ where: { contributionId, kind, createdAt: { gt: since } } });
    if (mailed >= MAX_MAILS) return false;
  }
  return true;
}

type KeptAddress = { email: string; /** The language of the reminder. */ remindIn: Locale | null };

/**
 * Stores the address of a draft, and whether it is reminded. Returns whether it is confirmed. Links mailed to another
 * one confirm nothing then.
 */
async function keepAddress({ contributionId, now }: Asked, kept: KeptAddress, tx: Tx): Promise<boolean> {
  const { email, remindIn } = kept;
  const before = await tx.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true },
  });
  if (before?.email === email) {
    await tx.contact.update({ where: { contributionId }, data: { remindIn }, select: { contributionId: true } });
    return before.emailConfirmedAt !== null;
  }
  await tx.contact.upsert({
    where: { contributionId },
    create: { contributionId, email, remindIn },
    update: { email, remindIn, emailConfirmedAt: null, erasedAt: null },
    select: { contributionId: true },
  });
  await revokeConfirmations(contributionId, now, tx);
  return false;
}

const queueConfirmation = ({ contributionId, locale, now }: Asked, tx: Tx) =>
  queueMail(tx, {
    kind: 'confirm-address',
    to: { contributionId },
    payload: {},
    dedupeKey: `confirm-address:${contributionId}:${now.getTime()}`,
    status: 'queued',
    locale,
  });

/** To the address of one contribution: its link, and those of the others. One mail at a time waits for a confirmation. */
async function queueLinks(
  { contributionId, locale, now }: Asked,
  contributions: readonly string[],
  tx: Tx,
): Promise<void> {
  const kind = 'private-links' as const;
  if ((await tx.mail.count({ where: { contributionId, kind, status: 'queued' } })) > 0) return;
  await queueMail(tx, {
    kind,
    to: { contributionId },
    payload: { contributions: [...contributions] },
    dedupeKey: `${kind}:${contributionId}:${now.getTime()}`,
    status: 'queued',
    locale,
  });
}

export type DraftAddress = { address: string; confirmed: boolean; /** Before the call closes. */ reminded: boolean };

/** The address of a draft; null if it has none. Only for people who hold the link with all rights. */
export async function readDraftAddress(contributionId: string): Promise<DraftAddress | null> {
  const contact = await db.contact.findUnique({
    where: { contributionId },
    select: { email: true, emailConfirmedAt: true, remindIn: true },
  });
  if (!contact?.email) return null;
  const { email: address, emailConfirmedAt, remindIn } = contact;
  return { address, confirmed: emailConfirmedAt !== null, reminded: remindIn !== null };
}
