import { cookies } from 'next/headers';
import { findHeldLink } from '@/lib/contributions/links';
import { isLinkToken } from '@/lib/contributions/link-schema';
import { origin } from '@/lib/platform/env';

/**
 * The private links this browser holds for one call, whatever they allow, the one opened last first. Several, so that opening
 * a colleague's link or beginning anew never costs somebody the only way back to an earlier draft. As many as a cookie carries beside
 * those of other calls; where there is no room, none is dropped.
 */
export const MOST_LINKS = 40;
const HALF_A_YEAR = 180 * 24 * 3_600;

export async function ownTokens(call: string): Promise<string[]> {
  return tokensIn((await cookies()).get(cookieName(call))?.value);
}

/**
 * Puts a link in front; `instead` is the one whose place it takes. False where there is no room: those that lead nowhere any more are taken
 * out first, and of the others none is. Only a server action or a route handler may call it.
 */
export async function keepToken(call: string, token: string, { instead }: { instead?: string } = {}): Promise<boolean> {
  const others = (await ownTokens(call)).filter((other) => other !== token && other !== instead);
  const kept = others.length < MOST_LINKS ? others : await leadingSomewhere(others);
  if (kept.length >= MOST_LINKS) return false;
  await write(call, [token, ...kept]);
  return true;
}

/** Whether another link could be kept. */
export const hasRoom = async (call: string): Promise<boolean> => {
  const tokens = await ownTokens(call);
  return tokens.length < MOST_LINKS || (await leadingSomewhere(tokens)).length < MOST_LINKS;
};

async function leadingSomewhere(tokens: string[]): Promise<string[]> {
  const found = await Promise.all(tokens.map(async (token) => (await findHeldLink({ token })).ok));
  return tokens.filter((_, at) => found[at]);
}

/** Takes links out of this browser. What they lead to stays as it is. */
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

const cookieName = (call: string) => `contribution_${call}`;
const tokensIn = (value = '') => value.split('.').filter(isLinkToken).slice(0, MOST_LINKS);
