import type { LoggerInstance, NextAuthOptions } from 'next-auth';
import EmailProvider from 'next-auth/providers/email';
import { SESSION_DAYS } from './constants';
import { env } from '@/lib/platform/env';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { signInAdapter } from './sign-in';
import { isAllowed } from './sign-in';
import { admit } from './oidc/admission';
import type { Admission, Claims } from './oidc/admission';
import { findPersonByIdentity } from './oidc/identities';
import type { OidcSettings } from './oidc/oidc-settings.mjs';
import { oidcProvider } from './oidc/provider';

const SESSION_SECONDS = SESSION_DAYS * 86_400;

/** What both ways of signing in have in common. */
const common = (): Omit<NextAuthOptions, 'providers'> => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: 'database', maxAge: SESSION_SECONDS, updateAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in', error: '/sign-in/problem' },
  logger,
});

/**
 * next-auth checks the mailed link and begins the session. Everything else is our own code, so that next-auth can be
 * replaced. Of its addresses only those to which a sign-in comes back are answered (app/api/auth).
 */
export function authOptions(device: string | null = null): NextAuthOptions {
  return {
    ...common(),
    adapter: signInAdapter(device),
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

type OidcSignIn = {
  settings: OidcSettings;
  /** As `deviceOf` calls the browser. */
  device: string | null;
  /** Where the browser goes after signing in. */
  next: string;
  /** Learns what was decided about the person whom the provider has signed in. */
  onAdmission: (admission: Admission) => void;
};

/**
 * The options with which next-auth takes a browser to the provider and back. It checks what the provider answers; who
 * is let in is decided by `admit`.
 */
export function oidcAuthOptions({ settings, device, next, onAdmission }: OidcSignIn): NextAuthOptions {
  return {
    ...common(),
    providers: [oidcProvider(settings)],
    adapter: {
      ...signInAdapter(device, { by: 'oidc' }),
      getUserByAccount: async ({ providerAccountId: subject }) =>
        findPersonByIdentity({ issuer: settings.issuer, subject }),
      linkAccount: () => {
        throw new Error('Only its mailed link makes an account at a provider a person’s');
      },
    },
    callbacks: {
      signIn: async ({ profile }) => {
        const admission = await admit(settings, profile as Claims, next); // as `oidcProvider` reads it
        onAdmission(admission);
        return admission.outcome === 'admitted';
      },
    },
  };
}

/** next-auth's own log would hold what the provider says of a person. It has one log for the whole process. */
const logger: Partial<LoggerInstance> = {
  error: (code, metadata) => console.error(`Signing in: ${code}${reasonIn(metadata)}`),
  warn: () => undefined,
};

function reasonIn(metadata: Error | { error: Error }): string {
  const error = metadata instanceof Error ? metadata : metadata.error;
  return error instanceof Error ? `: ${error.message}` : '';
}
