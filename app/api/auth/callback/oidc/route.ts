import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { signInError } from '@/app/(account)/sign-in/error-words';
import { finishOidc, seeOther } from '@/app/server/oidc';
import { addressIn } from '@/app/server/visitor';
import { oidcSettings } from '@/lib/accounts/oidc/configured';
import { countPass } from '@/lib/platform/rate-limit/counters';

// A build has no provider, and would keep that there is no such address.
export const dynamic = 'force-dynamic';

/** Where the sign-in provider sends the browser back to; next-auth's own address for it. Not there without a provider. */
export async function GET(request: NextRequest): Promise<Response> {
  const settings = oidcSettings();
  if (!settings) notFound();
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { Allow: 'GET' } });
  const counted = await countPass({ endpoint: 'sign_in_link', address: addressIn(request.headers) });
  if (!counted.ok) return seeOther('/sign-in/problem?error=TooManyRequests');
  const step = await finishOidc(settings, {
    query: Object.fromEntries(request.nextUrl.searchParams),
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
    agent: request.headers.get('user-agent'),
  });
  return 'error' in step
    ? seeOther(`/sign-in/problem?error=${signInError(step.error)}`)
    : seeOther(step.location, step.cookies);
}
