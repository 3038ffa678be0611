import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { Adapter } from 'next-auth/adapters';
import { createHash } from 'node:crypto';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { sendSignInMail } from '@/lib/notifications/sign-in-mail';
import { canDeliver } from '@/lib/notifications/transport';
import { recordAudit } from '@/lib/platform/audit/record';
import { db } from '@/lib/platform/db/client';
import { env, origin } from '@/lib/platform/env';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { newSecret } from '@/lib/platform/secret';
import { signInRequest } from './schema';
import { beginSession, endSession } from './sessions';

/**
 * Somebody at `from` asks for a sign-in link. The answer is the same for every address and takes the same time, so that nobody learns
 * who has an account: call `deliver` once the answer has been given. It sends the link to an address on the allow-list, and to any other
 * nothing. How many links an address may be sent is counted for every address, listed or not, and said.
 * Fails with `invalid` for what is no address, `too_many_requests`, `mail_failed` where no mail could be sent to anybody just now.
 */
export async function requestSignIn(input: unknown, from: string): Promise<Result<{ deliver: () => Promise<void> }>> {
  const parsed = signInRequest.safeParse(input);
  if (!parsed.success) return failure('invalid', [{ path: 'email', code: 'not_an_email' }]);
  const { email } = parsed.data;
  // From one range first: whoever asks for too many is stopped before the limit that would stop its owner too.
  for (const pass of [
    { door: 'sign_in_address', address: from, about: email },
    { door: 'sign_in_mailbox', address: null, about: email },
  ] as const) {
    const counted = await countPass(pass);
    if (!counted.ok) return counted;
  }
  if (!(await canDeliver())) return failure('mail_failed');
  return { ok: true, deliver: () => sendLink(parsed.data) };
}

async function sendLink({ email, next }: { email: string; next: string }): Promise<void> {
  if (!(await isAllowed(email))) return recordFailedSignIn({ email, cause: 'not_on_the_list' });
  const token = newSecret();
  const expires = new Date(Date.now() + SIGN_IN_MINUTES * 60_000);
  await db.verificationToken.create({ data: { identifier: email, token: hashSignInToken(token), expires } });
  await sendSignInMail({ to: email, url: confirmUrl({ email, token, next }) });
}

/**
 * Remembers that a sign-in came to nothing, with its cause as a key. Of an address that nobody here has, nothing is kept.
 * Call it once the answer has been given.
 */
export async function recordFailedSignIn({ email, cause }: { email: string; cause: string }): Promise<void> {
  const known = await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  await recordAudit(db, {
    actor: { kind: 'system' },
    action: 'user.sign_in_failed',
    subject: { kind: 'user', id: known?.id ?? 'unknown' },
    details: { cause },
  });
}

/** What next-auth reads and writes. It may never make an account: people are added by an admin. */
export function signInAdapter(device: string | null = null): Adapter {
  // The adapter's type names the client that Prisma used to generate into node_modules; ours has the same five tables.
  const adapter = PrismaAdapter(db as unknown as Parameters<typeof PrismaAdapter>[0]);
  return {
    ...adapter,
    createUser: () => {
      throw new Error('Only an admin adds people');
    },
    createSession: (session) => beginSession({ ...session, device }),
    // A browser may hold the cookie of a session that is gone, of a restored database or another checkout: that is no reason to refuse a good link.
    deleteSession: endSession,
  } as Adapter; // its own types allow two shapes of createUser
}

/** What is stored of a sign-in link's token; next-auth computes the very same when the link is used. */
export const hashSignInToken = (token: string) =>
  createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex');

/**
 * The address in the mail. It leads to a page with a button rather than into the session itself: programs that check the
 * links in a mail before its reader does would use up a link that works once.
 */
export function confirmUrl({ email, token, next }: { email: string; token: string; next: string }): string {
  return `${origin()}/sign-in/confirm?${new URLSearchParams({ email, token, next })}`;
}

/** Whether the address is on the allow-list. */
export async function isAllowed(email: string): Promise<boolean> {
  return (await db.user.count({ where: { email: email.toLowerCase(), deactivatedAt: null } })) > 0;
}

/** Whether a sign-in link would still work. Looking does not use it up. */
export async function isUsableSignInLink(email: string, token: string): Promise<boolean> {
  const where = { identifier: email.toLowerCase(), token: hashSignInToken(token), expires: { gt: new Date() } };
  return (await db.verificationToken.count({ where })) > 0;
}
