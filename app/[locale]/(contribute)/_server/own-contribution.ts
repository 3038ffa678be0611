import { cache } from 'react';
import { findByLink } from '@/lib/contributions/links/queries';
import type { OwnContribution } from '@/lib/contributions/links/queries';
import { ownTokens } from './own-links';

export type Held = OwnContribution & { token: string };

/** The contributions to a call whose private links this browser holds, the one in use first. */
export const heldContributions = cache(async (call: string): Promise<Held[]> => {
  const found = await Promise.all((await ownTokens(call)).map(async (token) => ({ token, ...(await findByLink({ token })) })));
  return found.flatMap((link) => (link.ok && link.contribution.callSlug === call ? [{ token: link.token, ...link.contribution }] : []));
});

/** The one in use. Whoever holds its link is its contributor: there is no other proof. */
export const heldContribution = async (call: string): Promise<Held | undefined> => (await heldContributions(call))[0];
