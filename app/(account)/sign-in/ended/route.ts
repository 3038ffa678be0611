import type { NextRequest } from 'next/server';
import { hasUnknownSession, sessionCookieGone } from '@/app/server/session';
import { nextPath } from '@/lib/accounts/schema';

/**
 * Where a browser is sent whose cookie names no session any more: only an answer of a route can take the cookie away. A session that
 * is known stays, so that a link to this address signs nobody out.
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
