import { isLargeEnough } from '@/lib/publication/small-groups';
import { isAssessed, type Criterion, type Study } from './study';

/** Two criteria, as they are stated outright ("yes") in the agreements that were assessed on both. */
export type Together = {
  one: Criterion;
  other: Criterion;
  /** How many agreements were assessed on both. */
  assessed: number;
  /** The rest is null where these are fewer than five. */
  counts: PairCounts | null;
};

export type PairCounts = {
  /** How many of them say yes to both, to the one, and to the other. */
  both: number;
  one: number;
  other: number;
  /** How many would say yes to both by chance: if the one told nothing of the other. */
  expected: number;
  /** `both / expected`: 1 is chance, more is more often than chance. Null if one of the two is never stated. */
  lift: number | null;
};

/** Every two different criteria of the set, those that are stated together most often first. */
export function coOccurrence(study: Study): Together[] {
  const pairs = study.criteria.flatMap((one, a) =>
    study.criteria.slice(a + 1).map((other, at) => ({ one, other, ...countPair(study, a, a + 1 + at) })),
  );
  return pairs.toSorted((a, b) => (b.counts?.both ?? -1) - (a.counts?.both ?? -1));
}

/** The same for two criteria by their places in the set. */
function countPair({ agreements }: Study, a: number, b: number): Pick<Together, 'assessed' | 'counts'> {
  let [assessed, both, one, other] = [0, 0, 0, 0];
  for (const { values } of agreements) {
    if (!isAssessed(values[a]) || !isAssessed(values[b])) continue;
    assessed += 1;
    if (values[a] === 'yes') one += 1;
    if (values[b] === 'yes') other += 1;
    if (values[a] === 'yes' && values[b] === 'yes') both += 1;
  }
  return {
    assessed,
    counts: isLargeEnough(assessed) ? { both, one, other, ...liftOf({ both, one, other, assessed }) } : null,
  };
}

/**
 * Expected by chance: the number of the one times the number of the other, divided by all. Lift: the observed number
 * divided by the expected one.
 */
export function liftOf({
  both,
  one,
  other,
  assessed,
}: Omit<PairCounts, 'expected' | 'lift'> & { assessed: number }): Pick<PairCounts, 'expected' | 'lift'> {
  const expected = assessed === 0 ? 0 : (one * other) / assessed;
  return { expected, lift: expected === 0 ? null : both / expected };
}
