import { cache } from 'react';
import { findHeldLink } from '@/lib/contributions/links';
import type { HeldLink, OwnContribution } from '@/lib/contributions/links';
import { ownTokens } from './own-links';

export type CurrentContribution = OwnContribution & { token: string; link: HeldLink };

/**
 * Every valid link to a contribution of this call in this browser, the last opened first. Read at each request, so that
 * a revoked link fails at once.
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
 * The contributions to a call that this browser may change, the one in use first. This is the only place that decides
 * it: every change, submission and share asks here. A link to approve, to comment or to read never counts.
 */
export const currentContributions = async (call: string): Promise<CurrentContribution[]> =>
  (await currentLinks(call)).filter(({ link }) => link.purpose === 'manage');

/** The contribution in use. The holder of its link counts as the contributor: there is no other proof. */
export const currentContribution = async (call: string): Promise<CurrentContribution | undefined> =>
  (await currentContributions(call))[0];

/** The contribution behind a colleague's link; without such a link, the one in use, as colleagues see it. */
export async function readableContribution(call: string): Promise<CurrentContribution | undefined> {
  const links = await currentLinks(call);
  return links.find(({ link }) => link.purpose !== 'manage') ?? links[0];
}

/** One entry for each contribution, with the link that allows most. */
export async function contributionsHere(call: string): Promise<CurrentContribution[]> {
  const links = await currentLinks(call);
  const strength = { manage: 0, approve: 1, comment: 2, read: 3 };
  return links.filter(
    (one) =>
      links
        .filter(({ id }) => id === one.id)
        .toSorted((a, b) => strength[a.link.purpose] - strength[b.link.purpose])[0] === one,
  );
}
