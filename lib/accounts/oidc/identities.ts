import { sendIdentityMail } from '@/lib/notifications/sign-in-mail';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { db } from '@/lib/platform/db/client';
import { origin } from '@/lib/platform/env';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { hashSecret, newSecret } from '@/lib/platform/secret';
import type { Actor } from '@/lib/accounts/policy';
import { can } from '@/lib/accounts/policy';

/** An account at a provider. The subject is the provider's name for it, which never changes. */
export type IdentityKey = { issuer: string; subject: string };

/** The person of an account at a provider; null if no person has confirmed it. */
export async function findPersonByIdentity({ issuer, subject }: IdentityKey) {
  const identity = await db.identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: true },
  });
  return identity?.user ?? null;
}

type AskedIdentity = IdentityKey & { userId: string; email: string; next: string; provider: string };

/**
 * Mails a person the link that makes an account at a provider theirs. Returns the secret for the cookie of the browser
 * that signed in there: the link works in this browser only, so that a person who presses a link in a mail they did not
 * ask for gives their account to no other person. Throws if the mail can't be sent.
 */
export async function askToConfirmIdentity({ email, next, provider, ...identity }: AskedIdentity): Promise<string> {
  const [token, browser] = [newSecret(), newSecret()];
  const expires = new Date(Date.now() + SIGN_IN_MINUTES * 60_000);
  await db.identityConfirmation.create({
    data: { ...identity, tokenHash: hashSecret(token), browserHash: hashSecret(browser), expires },
    select: { tokenHash: true },
  });
  const url = `${origin()}/sign-in/link?${new URLSearchParams({ token, next })}`;
  await sendIdentityMail({ to: email, url, provider });
  return browser;
}

type Pressed = { token: string; browser: string | undefined };

/**
 * What a mailed link would do now, without using it up: the address it was mailed to; `other_browser` if this is not
 * the browser that signed in at the provider; null if the link does not work (any more).
 */
export async function readConfirmation({
  token,
  browser,
}: Pressed): Promise<{ email: string } | 'other_browser' | null> {
  const asked = await db.identityConfirmation.findUnique({
    where: { tokenHash: hashSecret(token), expires: { gt: new Date() }, user: { deactivatedAt: null } },
    select: { browserHash: true, user: { select: { email: true } } },
  });
  if (!asked) return null;
  return browser !== undefined && hashSecret(browser) === asked.browserHash
    ? { email: asked.user.email }
    : 'other_browser';
}

/**
 * Makes the account at the provider the person's, and uses the link up. From then on they sign in there directly.
 * Fails with `link_expired` (used, expired, or pressed in another browser), `conflict` (the person has linked another
 * account of this provider meanwhile, or another person this one).
 */
export async function confirmIdentity({ token, browser }: Pressed): Promise<Result> {
  if (browser === undefined) return failure('link_expired');
  return mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const [asked] = await tx.$queryRaw<(IdentityKey & { userId: string })[]>`
      DELETE FROM identity_confirmations
      WHERE token_hash = ${hashSecret(token)} AND browser_hash = ${hashSecret(browser)} AND expires > now()
      RETURNING issuer, subject, user_id AS "userId"`;
    if (!asked) return failure('link_expired');
    const { userId } = asked;
    // Holds the row of the person, so that an admin who removes them at this moment removes this account as well.
    const listed = await tx.user.updateMany({
      where: { id: userId, deactivatedAt: null },
      data: { emailVerified: new Date() },
    });
    if (listed.count === 0) return failure('link_expired');
    const { count } = await tx.identity.createMany({ data: [asked], skipDuplicates: true });
    if (count === 0) return failure('conflict');
    await audit({ actor: { userId }, action: 'user.identity_linked', subject: { kind: 'user', id: userId } });
    return { ok: true };
  });
}

export type LinkedIdentity = { issuer: string; linkedAt: Date };

/** The accounts at providers by which a person signs in. */
export async function listIdentities(userId: string): Promise<LinkedIdentity[]> {
  return db.identity.findMany({
    where: { userId },
    orderBy: { issuer: 'asc' },
    select: { issuer: true, linkedAt: true },
  });
}

/**
 * Takes the accounts at providers off a person, who then confirms one anew at the next sign-in; for a person whose
 * account there was replaced by another. People do so for themselves, admins for each person. Fails with `forbidden`,
 * `not_found` (none is linked).
 */
export async function unlinkIdentities(actor: Actor, userId: string): Promise<Result> {
  if (userId !== actor.userId && !can(actor, 'people.manage')) return failure('forbidden');
  return mutation({ actor }, async ({ tx, audit }) => {
    await tx.identityConfirmation.deleteMany({ where: { userId } });
    const { count } = await tx.identity.deleteMany({ where: { userId } });
    if (count === 0) return failure('not_found');
    await audit({ action: 'user.identity_unlinked', subject: { kind: 'user', id: userId } });
    return { ok: true };
  });
}
