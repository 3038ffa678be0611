'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction } from '@/app/server/action';
import { sessionToken } from '@/app/server/session';
import { sessionCookie } from '@/lib/accounts/sessions';
import { endAllSessions, endSession } from '@/lib/accounts/sessions';

export async function signOut(): Promise<void> {
  const token = await sessionToken();
  if (token) await endSession(token);
  await leave();
}

/** Ends every session of the signed-in editor, this one too. */
export const signOutEverywhere = deskAction({
  may: 'account.manage_own',
  schema: z.object({}),
  run: async (_, { userId }) => {
    await endAllSessions(userId);
    return leave();
  },
});

async function leave(): Promise<never> {
  // Over https the cookie's name has a prefix that browsers accept only from secure cookies, also for deletion.
  (await cookies()).set(sessionCookie(), '', { path: '/', maxAge: 0, secure: sessionCookie().startsWith('__Secure-') });
  redirect('/sign-in');
}
