import { db } from '@/lib/db/client';
import { hashSignInToken } from './link';

/** Whether the address is on the allow-list. */
export async function isAllowed(email: string): Promise<boolean> {
  return (await db.user.count({ where: { email: email.toLowerCase(), deactivatedAt: null } })) > 0;
}

/** Whether a sign-in link would still work. Looking does not use it up. */
export async function isUsableSignInLink(email: string, token: string): Promise<boolean> {
  const where = { identifier: email.toLowerCase(), token: hashSignInToken(token), expires: { gt: new Date() } };
  return (await db.verificationToken.count({ where })) > 0;
}
