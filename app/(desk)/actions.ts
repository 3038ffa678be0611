'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionToken } from '@/app/_server/session';
import { sessionCookie } from '@/lib/auth/session/cookie';
import { endSession } from '@/lib/auth/session/mutations';

export async function signOut(): Promise<void> {
  const token = await sessionToken();
  if (token) await endSession(token);
  // Over https the name carries a prefix that browsers accept from secure cookies only, to delete as to set.
  (await cookies()).set(sessionCookie(), '', { path: '/', maxAge: 0, secure: sessionCookie().startsWith('__Secure-') });
  redirect('/sign-in');
}
