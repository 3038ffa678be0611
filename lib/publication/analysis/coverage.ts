import type { Tally } from '@/lib/publication/assessments';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { isAssessed, isFound, type Criterion, type StudiedAgreement, type Study } from './study';

export type Coverage = {
  criterion: Criterion;
  counts: Tally;
  /** In how many it appears: yes and indirect together. */
  found: number;
  /** How many agreements were assessed on it. */
  assessed: number;
};

/** How often each value was given, criterion by criterion, in the order of the set. */
export function coverage(study: Study): Coverage[] {
  return study.criteria.map((criterion, at) => ({ criterion, ...countsAt(study.agreements, at) }));
}

/** The same for one criterion, by its place in the set, over any of the agreements. */
export function countsAt(agreements: readonly StudiedAgreement[], at: number): Omit<Coverage, 'criterion'> {
  const counts: Tally = { yes: 0, no: 0, indirect: 0, unclear: 0, not_assessed: 0 };
  let [found, assessed] = [0, 0];
  for (const { values } of agreements) {
    counts[values[at] ?? 'not_assessed'] += 1;
    if (isFound(values[at])) found += 1;
    if (isAssessed(values[at])) assessed += 1;
  }
  return { counts, found, assessed };
}

/** The share of assessed agreements in which it appears; null if too few were assessed to publish a number. */
export const shareOf = ({ found, assessed }: { found: number; assessed: number }): number | null =>
  isLargeEnough(assessed) ? found / assessed : null;

/** The study with only the criteria on which enough agreements were assessed to publish numbers. */
export function withEnoughAssessed(study: Study): Study {
  const kept = study.criteria.flatMap((_, at) => (isLargeEnough(countsAt(study.agreements, at).assessed) ? [at] : []));
  const agreements = study.agreements.map((agreement) => ({
    ...agreement,
    values: kept.map((at) => agreement.values[at] ?? 'not_assessed'),
  }));
  return { ...study, criteria: study.criteria.filter((_, at) => kept.includes(at)), agreements };
}
