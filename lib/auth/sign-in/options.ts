import type { NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import { SESSION_DAYS } from '@/lib/auth/constants';
import { nextPath } from '@/lib/auth/schema';
import { env } from '@/lib/env';
import { SIGN_IN_MINUTES } from '@/lib/mail/constants';
import { sendSignInMail } from '@/lib/mail/sign-in';
import { confirmUrl } from './link';
import { recordSignIn, signInAdapter } from './mutations';
import { isAllowed } from './queries';

const SESSION_SECONDS = SESSION_DAYS * 86_400;
const NEUTRAL_ANSWER = '/sign-in/sent';

/** next-auth as this site uses it: it checks the mailed link and begins the session. All else is ours, so that it can be replaced. */
export function authOptions(): NextAuthOptions {
  return {
    adapter: signInAdapter(),
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', verifyRequest: NEUTRAL_ANSWER, error: '/sign-in/problem' },
    providers: [
      EmailProvider({
        maxAge: SIGN_IN_MINUTES * 60,
        sendVerificationRequest: ({ identifier, url, token }) => sendSignInMail({ to: identifier, url: confirmUrl({ email: identifier, token, next: pathAfter(url) }) }),
      }),
    ],
    callbacks: {
      /** The allow-list. An unknown address that asks for a link reads what everybody reads. */
      signIn: async ({ user, email }) => {
        if (user.email && (await isAllowed(user.email))) return true;
        return email?.verificationRequest ? NEUTRAL_ANSWER : false;
      },
    },
    events: { signIn: ({ user }) => recordSignIn(user.id) },
  };
}

function pathAfter(callbackUrl: string): string {
  const destination = new URL(callbackUrl).searchParams.get('callbackUrl');
  return nextPath.parse(destination && URL.canParse(destination) ? new URL(destination).pathname : destination);
}
