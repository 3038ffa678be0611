import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/auth/sign-in/options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses. The options are read per request, because a build has no configuration. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const respond: (request: NextRequest, context: Context) => Promise<Response> = NextAuth(authOptions());
  return respond(request, context);
}

export { handle as GET, handle as POST };
