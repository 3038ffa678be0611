import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { Adapter } from 'next-auth/adapters';
import { countPass } from '@/lib/abuse/mutations';
import { recordAudit } from '@/lib/audit/mutations';
import { signInRequest } from '@/lib/auth/schema';
import { beginSession, endSession } from '@/lib/auth/session/mutations';
import { db } from '@/lib/db/client';
import { failure } from '@/lib/errors';
import type { Result } from '@/lib/errors';
import { SIGN_IN_MINUTES } from '@/lib/mail/constants';
import { sendSignInMail } from '@/lib/mail/sign-in';
import { canDeliver } from '@/lib/mail/transport';
import { newSecret } from '@/lib/secret';
import { confirmUrl, hashSignInToken } from './link';
import { isAllowed } from './queries';

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
