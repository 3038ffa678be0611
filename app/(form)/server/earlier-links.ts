import { cache } from 'react';
import { currentContributions } from './current-contribution';
import type { CurrentContribution } from './current-contribution';
import { callsWithLinks } from './own-links';

/**
 * The submitted contributions to other calls that this browser may change, the newest first: only the holder of a
 * private link sees what an earlier contribution said.
 */
export const earlierContributions = cache(async (call: string): Promise<CurrentContribution[]> => {
  const others = (await callsWithLinks()).filter((other) => other !== call);
  const held = (await Promise.all(others.map((other) => currentContributions(other)))).flat();
  return held
    .filter(({ status, submittedAt }) => submittedAt !== null && status !== 'draft' && status !== 'withdrawn')
    .toSorted((one, other) => Number(other.submittedAt) - Number(one.submittedAt));
});
