import { SPACES } from '@/lib/agreements/facts/space';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { countsAt, shareOf, type Coverage } from './coverage';
import type { Criterion, Space, Study } from './study';

export type SpaceCoverage = {
  space: Space | 'unplaced';
  /** How many of the studied agreements belong to it. */
  agreements: number;
  /** In the order of the criteria. */
  coverage: Coverage[];
};

/** Coverage within each of the paper's "Spaces for agreement", in its order; a space without agreements is left out. */
export function bySpace(study: Study): SpaceCoverage[] {
  return [...SPACES, 'unplaced' as const].flatMap((space) => {
    const agreements = study.agreements.filter((agreement) => (agreement.space ?? 'unplaced') === space);
    if (agreements.length === 0) return [];
    return [
      {
        space,
        agreements: agreements.length,
        coverage: study.criteria.map((criterion, at) => ({ criterion, ...countsAt(agreements, at) })),
      },
    ];
  });
}

export type SpaceGap = { criterion: Criterion; high: Side; low: Side; difference: number };
type Side = { space: SpaceCoverage['space']; found: number; assessed: number };

/**
 * The criterion on which two spaces differ most. A space with fewer than five assessed agreements is not compared: it
 * would look extreme by chance. Null without two spaces.
 */
export function widestGap(spaces: readonly SpaceCoverage[]): SpaceGap | null {
  const gaps = (spaces[0]?.coverage ?? []).flatMap(({ criterion }, at) => {
    const sides = spaces.flatMap(({ space, coverage }) => {
      const here = coverage[at];
      return here && isLargeEnough(here.assessed) ? [{ space, found: here.found, assessed: here.assessed }] : [];
    });
    const sorted = sides.toSorted((one, other) => (shareOf(other) ?? 0) - (shareOf(one) ?? 0));
    const [high, low] = [sorted[0], sorted.at(-1)];
    return high && low && high !== low
      ? [{ criterion, high, low, difference: (shareOf(high) ?? 0) - (shareOf(low) ?? 0) }]
      : [];
  });
  return gaps.toSorted((one, other) => other.difference - one.difference)[0] ?? null;
}
