import { cache } from 'react';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { noteVisit } from '@/lib/review/desk-visits';
import { can } from '@/lib/accounts/policy';
import type { Action, Actor } from '@/lib/accounts/policy';
import { sessionCookie } from '@/lib/accounts/sessions';
import { findActorBySession, isOfRemovedAccount } from '@/lib/accounts/sessions';

/** The value of the request's session cookie, if it has one. */
export const sessionToken = async () => (await cookies()).get(sessionCookie())?.value;

/** The signed-in editor, loaded once per request. Null if there is none. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = await sessionToken();
  return token ? findActorBySession(token) : null;
});

/** Why there is no actor: the visitor is not signed in, or an admin has removed their account in the meantime. */
export async function refusalOfNobody(): Promise<'not_signed_in' | 'account_removed'> {
  const token = await sessionToken();
  return token && (await isOfRemovedAccount(token)) ? 'account_removed' : 'not_signed_in';
}

/** Whether the request's cookie names an unknown session: it ended, or belongs to another database. */
export async function hasUnknownSession(): Promise<boolean> {
  const token = await sessionToken();
  return token !== undefined && (await currentActor()) === null && !(await isOfRemovedAccount(token));
}

/**
 * Removes the session's cookie, as a `Set-Cookie` header. With the https prefix, browsers accept it only if it is
 * secure as well.
 */
export function sessionCookieGone(): string {
  const name = sessionCookie();
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${name.startsWith('__Secure-') ? '; Secure' : ''}`;
}

/**
 * For a page of the desk: the signed-in person, whose role must allow `may`; otherwise the page is not found. Redirects
 * those who are not signed in to sign in, and afterwards back to `path`. Notes their visit.
 */
export async function requireActor(path: string, may: Action): Promise<Actor> {
  const actor = await currentActor();
  if (!actor)
    redirect(`/sign-in${(await sessionToken()) === undefined ? '' : '/ended'}?${new URLSearchParams({ next: path })}`);
  if (!can(actor, may)) notFound();
  // Before the page reads what has changed since the visit before.
  await noteVisit(actor.userId);
  return actor;
}
