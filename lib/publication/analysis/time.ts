import { isLargeEnough } from '@/lib/publication/small-groups';
import { countsAt, shareOf } from './coverage';
import type { Criterion, StudiedAgreement, Study } from './study';

type YearPoint = { year: number; found: number; assessed: number };
type CriterionOverTime = { criterion: Criterion; points: YearPoint[] };

export type OverTime = {
  /** Per criterion and launch year: all agreements launched until the end of that year. */
  criteria: CriterionOverTime[];
  years: number[];
  dated: number;
  undated: number;
};

/**
 * How widely each criterion was found among the agreements launched so far, year by year. Agreements without a date
 * have no place and are counted separately.
 */
export function overTime(study: Study): OverTime {
  const dated = datedOf(study);
  const years = [...new Set(dated.map(({ year }) => year))].toSorted((one, other) => one - other);
  const until = years.map((year) => dated.filter((agreement) => agreement.year <= year));
  const criteria = study.criteria.map((criterion, at) => ({
    criterion,
    points: years.map((year, place) => {
      const { found, assessed } = countsAt(until[place] ?? [], at);
      return { year, found, assessed };
    }),
  }));
  return { criteria, years, dated: dated.length, undated: study.agreements.length - dated.length };
}

type Half = { found: number; assessed: number };
export type Gain = { criterion: Criterion; earlier: Half; later: Half; difference: number };

/**
 * Which criterion gained most between the earlier and the later half of the dated agreements; `since` is the first year
 * of the later half. No year is divided. Null where all are of one year, or too few in a half.
 */
export function largestGain(study: Study): { since: number; gain: Gain } | null {
  const dated = datedOf(study).toSorted((one, other) => one.year - other.year);
  const first = dated[0]?.year;
  const middle = dated[Math.floor(dated.length / 2)]?.year;
  const since = middle === first ? dated.find(({ year }) => year !== first)?.year : middle;
  if (since === undefined) return null;
  const [before, after] = [dated.filter(({ year }) => year < since), dated.filter(({ year }) => year >= since)];
  const gains = study.criteria.map((criterion, at) => {
    const [earlier, later] = [countsAt(before, at), countsAt(after, at)];
    return { criterion, earlier, later, difference: (shareOf(later) ?? 0) - (shareOf(earlier) ?? 0) };
  });
  const gain = gains
    .filter(({ earlier, later }) => isLargeEnough(earlier.assessed) && isLargeEnough(later.assessed))
    .toSorted((one, other) => other.difference - one.difference)[0];
  return gain ? { since, gain } : null;
}

function datedOf(study: Study): (StudiedAgreement & { year: number })[] {
  return study.agreements.flatMap((agreement) =>
    agreement.year === null ? [] : [{ ...agreement, year: agreement.year }],
  );
}
