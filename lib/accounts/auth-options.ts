import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import { SESSION_DAYS } from './constants';
import { env } from '@/lib/platform/env';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { signInAdapter } from './sign-in';
import { isAllowed } from './sign-in';

const SESSION_SECONDS = SESSION_DAYS * 86_400;

/**
 * next-auth checks the mailed link and begins the session. Everything else is our own code, so that next-auth can be
 * replaced. Of its addresses only the one of the mailed link is answered (app/api/auth).
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
    /** Checks the allow-list again: an admin may have removed the person after the link was mailed. */
    callbacks: { signIn: async ({ user }) => !!user.email && (await isAllowed(user.email)) },
  };
}
