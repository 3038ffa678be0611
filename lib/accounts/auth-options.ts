import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import { SESSION_DAYS } from './constants';
import { env } from '@/lib/platform/env';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { signInAdapter } from './sign-in';
import { isAllowed } from './sign-in';

const SESSION_SECONDS = SESSION_DAYS * 86_400;

/**
 * next-auth as this site uses it: it checks the mailed link and begins the session. All else is ours, so that it can be replaced; of its
 * addresses only the mailed link's is answered (app/api/auth).
 */
export function authOptions(device: string | null = null): NextAuthOptions {
  return {
    adapter: signInAdapter(device),
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in/problem' },
    providers: [
      EmailProvider({
        maxAge: SIGN_IN_MINUTES * 60,
        sendVerificationRequest: () => Promise.reject(new Error('Links are asked for on the sign-in page')),
      }),
    ],
    /** The allow-list, asked once more: somebody may have been removed since the link was mailed. */
    callbacks: { signIn: async ({ user }) => !!user.email && (await isAllowed(user.email)) },
  };
}
