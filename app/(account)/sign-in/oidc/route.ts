import { notFound } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { beginOidc, seeOther } from '@/app/server/oidc';
import { addressIn } from '@/app/server/visitor';
import { oidcSettings } from '@/lib/accounts/oidc/configured';
import { nextPath } from '@/lib/accounts/schema';
import { countPass } from '@/lib/platform/rate-limit/counters';

// A build has no provider, and would keep that there is no such address.
export const dynamic = 'force-dynamic';

/**
 * Takes the browser to the sign-in provider. A link and no form, because the policy of this site lets no form end at
 * another one.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const settings = oidcSettings();
  if (!settings) notFound();
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { Allow: 'GET' } });
  const counted = await countPass({ endpoint: 'sign_in', address: addressIn(request.headers) });
  if (!counted.ok) return seeOther('/sign-in/problem?error=TooManyRequests');
  const step = await beginOidc(settings, nextPath.parse(request.nextUrl.searchParams.get('next')));
  return 'error' in step ? seeOther(`/sign-in/problem?error=${step.error}`) : seeOther(step.location, step.cookies);
}
