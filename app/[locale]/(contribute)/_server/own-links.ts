import { cookies } from 'next/headers';
import { isLinkToken } from '@/lib/contributions/links/token';
import { origin } from '@/lib/env';

/**
 * The private links this browser holds for one call, whatever they allow, the one opened last first. Several, so that opening
 * a colleague's link or beginning anew never costs somebody the only way back to an earlier draft.
 */
const MOST = 10;
const HALF_A_YEAR = 180 * 24 * 3_600;

export async function ownTokens(call: string): Promise<string[]> {
  return tokensIn((await cookies()).get(cookieName(call))?.value);
}

/** Puts a link in front. Only a server action or a route handler may call it. */
export async function keepToken(call: string, token: string): Promise<void> {
  await write(call, [token, ...(await ownTokens(call)).filter((other) => other !== token)].slice(0, MOST));
}

/** Takes links out of this browser. What they lead to stays as it is. */
export async function dropTokens(call: string, tokens: readonly string[]): Promise<void> {
  await write(call, (await ownTokens(call)).filter((other) => !tokens.includes(other)));
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
const tokensIn = (value = '') => value.split('.').filter(isLinkToken).slice(0, MOST);
