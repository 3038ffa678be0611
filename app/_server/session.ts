import { cache } from 'react';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/auth/policy';
import { sessionCookie } from '@/lib/auth/session/cookie';
import { findActorBySession, isOfRemovedAccount } from '@/lib/auth/session/queries';

/** The value of the request's session cookie, if it has one. */
export const sessionToken = async () => (await cookies()).get(sessionCookie())?.value;

/** Who is signed in; asked once per request. Null where nobody is. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionToken();
  return token ? findActorBySession(token) : null;
});

/** Why nobody acts here: nobody has signed in, or an admin has removed their account in the meantime. */
export async function refusalOfNobody(): Promise<'not_signed_in' | 'account_removed'> {
  const token = await sessionToken();
  return token && (await isOfRemovedAccount(token)) ? 'account_removed' : 'not_signed_in';
}

/** For a page of the desk: who is signed in, or off to sign in and back to `path` afterwards. */
export async function requireActor(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?${new URLSearchParams({ next: path })}`);
  return actor;
}
