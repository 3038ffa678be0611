import { cache } from 'react';
import { STANDING_CALL } from '@/lib/calls/constants';
import { currentContributions } from './current-contribution';
import type { CurrentContribution } from './current-contribution';
import { callsWithLinks } from './own-links';

/**
 * The submitted contributions to calls of other years that this browser may change, the newest first: only the holder of
 * a private link sees what an earlier contribution said. A correction to the standing call is none to begin with.
 */
export const earlierContributions = cache(async (call: string): Promise<CurrentContribution[]> => {
  const others = (await callsWithLinks()).filter((other) => other !== call && other !== STANDING_CALL);
  const held = (await Promise.all(others.map((other) => currentContributions(other)))).flat();
  return held
    .filter(({ status, submittedAt }) => submittedAt !== null && status !== 'draft' && status !== 'withdrawn')
    .toSorted((one, other) => Number(other.submittedAt) - Number(one.submittedAt));
});
