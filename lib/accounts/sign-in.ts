import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { Adapter } from 'next-auth/adapters';
import { createHash } from 'node:crypto';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { sendSignInMail } from '@/lib/notifications/sign-in-mail';
import { canDeliver } from '@/lib/notifications/transport';
import { recordEvent } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import { env, origin } from '@/lib/platform/env';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { newSecret } from '@/lib/platform/secret';
import { mailsSignInLinks } from './oidc/configured';
import { emailAddress, signInRequest } from './schema';
import { beginSession, endSession } from './sessions';

/**
 * Handles a request for a sign-in link that comes from the address `from`. The answer and its time are the same for
 * every e-mail address, so that it does not show who has an account. Call `deliver` after the answer was sent: it mails
 * the link to an address on the allow-list, and nothing to any other. Requests are counted for every address, listed or
 * not, and the answer says when there were too many.
 * Fails with `forbidden` (the provider is the only way in), `invalid` (no e-mail address), `too_many_requests`,
 * `mail_failed` (no mail can be sent at the moment).
 */
export async function requestSignIn(input: unknown, from: string): Promise<Result<{ deliver: () => Promise<void> }>> {
  if (!mailsSignInLinks()) return failure('forbidden');
  const parsed = signInRequest.safeParse(input);
  if (!parsed.success) return failure('invalid', [{ path: 'email', code: 'not_an_email' }]);
  const { email } = parsed.data;
  // First by address range: a sender of too many requests meets this limit before the limit of the e-mail address,
  // which would lock out its owner too.
  for (const pass of [
    { endpoint: 'sign_in_address', address: from, about: email },
    { endpoint: 'sign_in_mailbox', address: null, about: email },
  ] as const) {
    const counted = await countPass(pass);
    if (!counted.ok) return counted;
  }
  if (!(await canDeliver())) return failure('mail_failed');
  return { ok: true, deliver: () => sendLink(parsed.data) };
}

async function sendLink({ email, next }: { email: string; next: string }): Promise<void> {
  if (!(await isAllowed(email))) return recordFailedSignIn({ email, cause: 'not_on_the_list' });
  const { token, row } = newSignInToken(email);
  await db.verificationToken.create({ data: row });
  await sendSignInMail({ to: email, url: confirmUrl({ email, token, next }) });
}

/** A token for a sign-in link, and what is stored of it. */
function newSignInToken(email: string) {
  const token = newSecret();
  const expires = new Date(Date.now() + SIGN_IN_MINUTES * 60_000);
  return { token, row: { identifier: email, token: hashSignInToken(token), expires } };
}

/**
 * Makes a sign-in link for the operator of the server, who hands it to its person: also where the provider is the only
 * way in, because the provider may be what does not work. The audit log says so. The link works once, for `minutes`.
 * Fails with `invalid` (no e-mail address), `not_found` (not on the allow-list).
 */
export async function makeSignInLink(input: {
  email: string;
}): Promise<Result<{ email: string; url: string; minutes: number }>> {
  const parsed = emailAddress.safeParse(input.email);
  if (!parsed.success) return failure('invalid', [{ path: 'email', code: 'not_an_email' }]);
  const email = parsed.data;
  return mutation({ actor: 'system' }, async ({ tx, audit }) => {
    const person = await tx.user.findUnique({ where: { email, deactivatedAt: null }, select: { id: true } });
    if (!person) return failure('not_found');
    const { token, row } = newSignInToken(email);
    await tx.verificationToken.create({ data: row });
    await audit({ action: 'user.sign_in_link_printed', subject: { kind: 'user', id: person.id } });
    return { ok: true, email, url: confirmUrl({ email, token, next: '/desk' }), minutes: SIGN_IN_MINUTES };
  });
}

/**
 * Logs a sign-in that failed, with its cause as a key. Stores nothing about an address that has no account here. Call
 * it after the answer was sent.
 */
export async function recordFailedSignIn({ email, cause }: { email: string; cause: string }): Promise<void> {
  const known = await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  await recordEvent({
    actor: 'system',
    action: 'user.sign_in_failed',
    subject: { kind: 'user', id: known?.id ?? 'unknown' },
    details: { cause },
  });
}

/** What next-auth reads and writes. It may never create an account: an admin adds people. */
export function signInAdapter(device: string | null = null, details: { by?: 'oidc' } = {}): Adapter {
  // The adapter's type names the client that Prisma used to generate into node_modules; ours has the same five tables.
  const adapter = PrismaAdapter(db as unknown as Parameters<typeof PrismaAdapter>[0]);
  return {
    ...adapter,
    createUser: () => {
      throw new Error('Only an admin adds people');
    },
    createSession: (session) => beginSession({ ...session, device, details }),
    // A browser may hold the cookie of a deleted session, of a restored database or of another checkout. A good link
    // still works.
    deleteSession: endSession,
  } as Adapter; // its own types allow two shapes of createUser
}

/** The stored form of a sign-in link's token; next-auth computes the same when the link is used. */
export const hashSignInToken = (token: string) =>
  createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex');

/**
 * The address in the mail. It leads to a page with a button and not directly into a session: mail programs open links
 * to check them, and would use up a link that works once.
 */
function confirmUrl({ email, token, next }: { email: string; token: string; next: string }): string {
  return `${origin()}/sign-in/confirm?${new URLSearchParams({ email, token, next })}`;
}

/** Whether the address is on the allow-list. */
export async function isAllowed(email: string): Promise<boolean> {
  return (await db.user.count({ where: { email: email.toLowerCase(), deactivatedAt: null } })) > 0;
}

/** Whether a sign-in link would still work. This check does not use it up. */
export async function isUsableSignInLink(email: string, token: string): Promise<boolean> {
  const where = { identifier: email.toLowerCase(), token: hashSignInToken(token), expires: { gt: new Date() } };
  return (await db.verificationToken.count({ where })) > 0;
}
