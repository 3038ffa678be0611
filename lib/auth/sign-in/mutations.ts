import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { Adapter } from 'next-auth/adapters';
import { recordAudit } from '@/lib/audit/mutations';
import { MOST_SIGN_IN_LINKS } from '@/lib/auth/constants';
import { signInRequest } from '@/lib/auth/schema';
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
 * Somebody asks for a sign-in link. The answer is the same for every address and takes the same time, so that nobody learns who
 * has an account: call `deliver` once the answer has been given. It sends the link to an address on the allow-list, and to any other nothing.
 * Fails with `invalid` for what is no address, `mail_failed` where no mail could be sent to anybody just now.
 */
export async function requestSignIn(input: unknown): Promise<Result<{ deliver: () => Promise<void> }>> {
  const parsed = signInRequest.safeParse(input);
  if (!parsed.success) return failure('invalid', [{ path: 'email', code: 'not_an_email' }]);
  if (!(await canDeliver())) return failure('mail_failed');
  return { ok: true, deliver: () => sendLink(parsed.data) };
}

async function sendLink({ email, next }: { email: string; next: string }): Promise<void> {
  if (!(await isAllowed(email))) return;
  const pending = await db.verificationToken.count({ where: { identifier: email, expires: { gt: new Date() } } });
  if (pending >= MOST_SIGN_IN_LINKS) return;
  const token = newSecret();
  const expires = new Date(Date.now() + SIGN_IN_MINUTES * 60_000);
  await db.verificationToken.create({ data: { identifier: email, token: hashSignInToken(token), expires } });
  await sendSignInMail({ to: email, url: confirmUrl({ email, token, next }) });
}

/** What next-auth reads and writes. It may never make an account: people are added by an admin. */
export function signInAdapter(): Adapter {
  // The adapter's type names the client that Prisma used to generate into node_modules; ours has the same five tables.
  const adapter = PrismaAdapter(db as unknown as Parameters<typeof PrismaAdapter>[0]);
  return {
    ...adapter,
    createUser: () => {
      throw new Error('Only an admin adds people');
    },
  } as Adapter; // its own types allow two shapes of createUser
}

/** Remembers that somebody signed in. */
export async function recordSignIn(userId: string): Promise<void> {
  await recordAudit(db, { actor: { kind: 'editor', userId }, action: 'user.signed_in', subject: { kind: 'user', id: userId } });
}
