import { createHash } from 'node:crypto';
import { deviceOf } from '@/lib/accounts/sessions';
import { endSession, sessionCookie } from '@/lib/accounts/sessions';
import { SIGN_IN_MINUTES } from '@/lib/notifications/constants';
import { nextPath } from '@/lib/accounts/schema';
import { oidcAuthOptions } from '@/lib/accounts/auth-options';
import type { Admission } from '@/lib/accounts/oidc/admission';
import type { OidcSettings } from '@/lib/accounts/oidc/oidc-settings.mjs';
import { env, origin } from '@/lib/platform/env';
import { newSecret } from '@/lib/platform/secret';
import { askNextAuth } from './next-auth';

const isSecure = () => origin().startsWith('https:');

/** next-auth's names of its cookies, with the prefixes that browsers enforce over https. */
const csrfCookie = () => `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`;
const callbackUrlCookie = () => `${isSecure() ? '__Secure-' : ''}next-auth.callback-url`;

/** The cookie of the browser that signed in at the provider and whose person was mailed a link. */
export const browserCookie = () => `${isSecure() ? '__Secure-' : ''}bpf.identity`;

export type OidcStep = { location: string; cookies: string[] } | { error: string };

/**
 * Begins a sign-in at the provider: its address with state, nonce and the challenge of PKCE, whose secrets are in
 * cookies. Fails with `OAuthSignin` if the provider does not answer.
 */
export async function beginOidc(settings: OidcSettings, next: string): Promise<OidcStep> {
  // The double cookie that next-auth wants to see: the request has no form of ours, and needs none to be harmless.
  const csrfToken = newSecret();
  const hash = createHash('sha256').update(`${csrfToken}${env().NEXTAUTH_SECRET}`).digest('hex');
  const { location, cookies } = await askNextAuth(
    oidcAuthOptions({ settings, device: null, next, onAdmission: () => undefined }),
    {
      method: 'POST',
      action: ['signin', 'oidc'],
      body: { csrfToken, callbackUrl: next },
      cookies: { [csrfCookie()]: `${csrfToken}|${hash}` },
    },
  );
  const error = errorIn(location);
  return error === null && location !== null ? { location, cookies } : { error: error ?? 'OAuthSignin' };
}

/**
 * Ends a sign-in to which the provider has sent the browser back. A session that the browser had ends with it: next-auth
 * would rather go on with that one. Fails with an error that has a sentence.
 */
export async function finishOidc(
  settings: OidcSettings,
  {
    query,
    cookies: sent,
    agent,
  }: { query: Record<string, string>; cookies: Record<string, string>; agent: string | null },
): Promise<OidcStep> {
  if (query.error === 'access_denied') return { error: 'OidcCancelled' };
  const next = nextPath.parse((sent[callbackUrlCookie()] ?? '').replace(origin(), ''));
  const { [sessionCookie()]: earlier, ...visible } = sent;
  let admission: Admission | undefined;
  const answer = await askNextAuth(
    oidcAuthOptions({ settings, device: deviceOf(agent), next, onAdmission: (made) => (admission = made) }),
    { method: 'GET', action: ['callback', 'oidc'], query, cookies: visible },
  );
  const made = admission as Admission | undefined; // set by the call above
  const cookies = answer.cookies.filter((cookie) => !cookie.startsWith(`${csrfCookie()}=`));
  if (made?.outcome === 'asked')
    return { location: '/sign-in/link-sent', cookies: [...cookies, browserCookieSet(made.browser)] };
  if (made?.outcome === 'refused') return { error: made.error };
  const error = errorIn(answer.location);
  if (error !== null) return { error };
  if (earlier !== undefined) await endSession(earlier);
  return { location: next, cookies };
}

/** Why next-auth did not go on, by its name for it; null if it did. On failure it redirects to its own addresses. */
function errorIn(location: string | null): string | null {
  const { pathname, searchParams } = new URL(location ?? '/api/auth/error', origin());
  return pathname.startsWith('/api/auth/') ? (searchParams.get('error') ?? 'OAuthCallback') : null;
}

/** Sent back to the page of the mailed link only, as long as the link works. */
const browserCookieSet = (secret: string) =>
  `${browserCookie()}=${secret}; Path=/sign-in/link; Max-Age=${SIGN_IN_MINUTES * 60}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

/** Sends the browser on, with these cookies. */
export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: location, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
