import NextAuth from 'next-auth';
import { after } from 'next/server';
import type { NextRequest } from 'next/server';
import { seeOther } from '@/app/server/oidc';
import { addressIn } from '@/app/server/visitor';
import { signInError } from '@/app/(account)/sign-in/error-words';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { deviceOf } from '@/lib/accounts/sessions';
import { recordFailedSignIn } from '@/lib/accounts/sign-in';
import { authOptions } from '@/lib/accounts/auth-options';
import { origin } from '@/lib/platform/env';

/**
 * The button behind a mailed link. Of next-auth's addresses only this one and that of the provider (`../oidc`) work: the
 * others would reveal who is on the list, and send mail without limit. The options are read per request, because the build has no configuration.
 */
export async function GET(request: NextRequest): Promise<Response> {
  // A program that checks whether an address works must not use the link up.
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { Allow: 'GET' } });
  const counted = await countPass({ endpoint: 'sign_in_link', address: addressIn(request.headers) });
  if (!counted.ok) return seeOther('/sign-in/problem?error=TooManyRequests');
  const respond: (request: NextRequest, context: object) => Promise<Response> = NextAuth(
    authOptions(deviceOf(request.headers.get('user-agent'))),
  );
  const answer = await respond(request, { params: Promise.resolve({ nextauth: ['callback', 'email'] }) });
  const error = errorIn(answer);
  if (error === null) return answer;
  after(() =>
    recordFailedSignIn({ email: request.nextUrl.searchParams.get('email') ?? '', cause: error }).catch(console.error),
  );
  return seeOther(error === 'Verification' ? '/sign-in/expired' : `/sign-in/problem?error=${error}`);
}

/**
 * Why next-auth did not sign in, as an error with a sentence; null if it did. On failure, next-auth redirects to its
 * own address.
 */
function errorIn(answer: Response): string | null {
  const { pathname, searchParams } = new URL(answer.headers.get('location') ?? '/api/auth/error', origin());
  return pathname.startsWith('/api/auth/') ? signInError(searchParams.get('error')) : null;
}
