import { isLargeEnough } from '@/lib/publication/small-groups';
import { coverage, type Coverage } from './coverage';
import { isFound, type StudiedAgreement, type Study } from './study';

/**
 * How far a criterion reaches: found in more than half of the agreements assessed on it, in more than one, in a single
 * one, in none. With fewer than five assessed agreements it is open, because it may occur in agreements that were not
 * assessed.
 */
export type Reach = 'most' | 'several' | 'one' | 'none' | 'open';

export type CriterionReach = Coverage & {
  reach: Reach;
  /** For a specific criterion: the one agreement that contains it. */
  only: StudiedAgreement | null;
};

/**
 * The question of the 2019 paper ("Introduction to the Best Practices Forum on Cybersecurity"): which elements are
 * horizontal, that is appear in more than one initiative, and which are specific to one. Those found in most come
 * first.
 */
export function horizontality(study: Study): CriterionReach[] {
  const read = coverage(study).map((covered, at) => {
    const reach = reachOf(covered);
    return {
      ...covered,
      reach,
      only: reach === 'one' ? (study.agreements.find(({ values }) => isFound(values[at])) ?? null) : null,
    };
  });
  return read.toSorted(
    (one, other) =>
      Number(one.reach === 'open') - Number(other.reach === 'open') ||
      other.found - one.found ||
      other.counts.yes - one.counts.yes,
  );
}

function reachOf({ found, assessed }: Coverage): Reach {
  if (!isLargeEnough(assessed)) return 'open';
  if (found < 2) return found === 1 ? 'one' : 'none';
  return found * 2 > assessed ? 'most' : 'several';
}

/** How many criteria reach how far. */
export function reachCounts(read: readonly CriterionReach[]): Record<Reach, number> {
  const counts = { most: 0, several: 0, one: 0, none: 0, open: 0 };
  for (const { reach } of read) counts[reach] += 1;
  return counts;
}
