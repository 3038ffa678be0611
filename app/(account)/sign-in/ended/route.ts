import type { NextRequest } from 'next/server';
import { hasUnknownSession, sessionCookieGone } from '@/app/server/session';
import { nextPath } from '@/lib/accounts/schema';

/**
 * Removes a cookie that names no session any more; only a route's answer can do that. A known session stays, so that a
 * link to this address can't sign a user out.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const next = nextPath.parse(request.nextUrl.searchParams.get('next'));
  const gone = await hasUnknownSession();
  const headers = new Headers({
    Location: `/sign-in?${new URLSearchParams({ next, ...(gone && { error: 'SessionRequired' }) })}`,
    'Cache-Control': 'no-store',
  });
  if (gone) headers.append('Set-Cookie', sessionCookieGone());
  return new Response(null, { status: 303, headers });
}
