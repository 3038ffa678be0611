import { createHash } from 'node:crypto';
import { env, origin } from '@/lib/env';

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
