import { cookies } from 'next/headers';
import { findHeldLink } from '@/lib/contributions/links';
import { isLinkToken } from '@/lib/contributions/link-schema';
import { origin } from '@/lib/platform/env';

/**
 * This browser's private links for one call, of every kind, the last opened first. There are several, so that opening a
 * colleague's link or beginning a new draft never removes the only link to an earlier one. Their number is limited by
 * the space in cookies; when it is full, no link is dropped.
 */
export const MAX_LINKS = 40;
const HALF_A_YEAR = 180 * 24 * 3_600;

export async function ownTokens(call: string): Promise<string[]> {
  return tokensIn((await cookies()).get(cookieName(call))?.value);
}

/**
 * Puts a link in front; `instead` is the link it replaces. Returns false where there is no room: first it removes links
 * that no longer work, but never others. Only a server action or a route handler may call it.
 */
export async function keepToken(call: string, token: string, { instead }: { instead?: string } = {}): Promise<boolean> {
  const others = (await ownTokens(call)).filter((other) => other !== token && other !== instead);
  const kept = others.length < MAX_LINKS ? others : await leadingSomewhere(others);
  if (kept.length >= MAX_LINKS) return false;
  await write(call, [token, ...kept]);
  return true;
}

/** Whether there is room for another link. */
export const hasRoom = async (call: string): Promise<boolean> => {
  const tokens = await ownTokens(call);
  return tokens.length < MAX_LINKS || (await leadingSomewhere(tokens)).length < MAX_LINKS;
};

async function leadingSomewhere(tokens: string[]): Promise<string[]> {
  const found = await Promise.all(tokens.map(async (token) => (await findHeldLink({ token })).ok));
  return tokens.filter((_, at) => found[at]);
}

/** Removes links from this browser. Their contributions stay unchanged. */
export async function dropTokens(call: string, tokens: readonly string[]): Promise<void> {
  await write(
    call,
    (await ownTokens(call)).filter((other) => !tokens.includes(other)),
  );
}

async function write(call: string, tokens: string[]): Promise<void> {
  (await cookies()).set(cookieName(call), tokens.join('.'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: origin().startsWith('https:'),
    path: '/',
    maxAge: tokens.length > 0 ? HALF_A_YEAR : 0,
  });
}

/** The calls that this browser holds links for, by the names of its cookies. */
export async function callsWithLinks(): Promise<string[]> {
  const names = (await cookies()).getAll().map(({ name }) => name);
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

const PREFIX = 'contribution_';
const cookieName = (call: string) => `${PREFIX}${call}`;
const tokensIn = (value = '') => value.split('.').filter(isLinkToken).slice(0, MAX_LINKS);
