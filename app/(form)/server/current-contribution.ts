import { cache } from 'react';
import { findHeldLink } from '@/lib/contributions/links';
import type { HeldLink, OwnContribution } from '@/lib/contributions/links';
import { ownTokens } from './own-links';

export type CurrentContribution = OwnContribution & { token: string; link: HeldLink };

/**
 * Every valid link to a contribution of this call that the browser holds, the one opened last first. Asked anew at each
 * request: a revoked link is worth nothing from then on.
 */
export const currentLinks = cache(async (call: string): Promise<CurrentContribution[]> => {
  const found = await Promise.all(
    (await ownTokens(call)).map(async (token) => ({ token, found: await findHeldLink({ token }) })),
  );
  return found.flatMap(({ token, found: held }) =>
    held.ok && held.contribution.callSlug === call ? [{ token, link: held.link, ...held.contribution }] : [],
  );
});

/**
 * The contributions to a call that this browser may change, the one in use first. This is the one place that decides it:
 * whatever changes, sends or passes on a contribution asks here, and a link to read or to comment is not among the answers.
 */
export const currentContributions = async (call: string): Promise<CurrentContribution[]> =>
  (await currentLinks(call)).filter(({ link }) => link.purpose === 'manage');

/** The one in use. Whoever holds its link is its contributor: there is no other proof. */
export const currentContribution = async (call: string): Promise<CurrentContribution | undefined> =>
  (await currentContributions(call))[0];

/** The contribution that a colleague's link leads to; without such a link, the one in use, as colleagues see it. */
export async function readableContribution(call: string): Promise<CurrentContribution | undefined> {
  const links = await currentLinks(call);
  return links.find(({ link }) => link.purpose !== 'manage') ?? links[0];
}

/** One entry for each contribution, with the link that allows most. */
export async function contributionsHere(call: string): Promise<CurrentContribution[]> {
  const links = await currentLinks(call);
  const strength = { manage: 0, comment: 1, read: 2 };
  return links.filter(
    (one) =>
      links
        .filter(({ id }) => id === one.id)
        .toSorted((a, b) => strength[a.link.purpose] - strength[b.link.purpose])[0] === one,
  );
}
