import { isLargeEnough } from '@/lib/publication/small-groups';
import { countsAt, shareOf } from './coverage';
import { DATE_KINDS, type DateKind } from './dates';
import type { Criterion, StudiedAgreement, Study } from './study';

type YearPoint = { year: number; found: number; assessed: number };
type CriterionOverTime = { criterion: Criterion; points: YearPoint[] };

export type OverTime = {
  kind: DateKind;
  /**
   * Per criterion and year: all agreements with such a date until the end of that year. A point exists from the year on
   * by which five of them had been assessed; a criterion without a point is left out.
   */
  criteria: CriterionOverTime[];
  years: number[];
  dated: number;
  undated: number;
};

/**
 * How widely each criterion was found among the agreements launched (adopted, signed ...) so far, year by year.
 * Agreements without a date of this kind have no place and are counted separately.
 */
export function overTime(study: Study, kind: DateKind): OverTime {
  const dated = datedOf(study, kind);
  const years = [...new Set(dated.map(({ year }) => year))].toSorted((one, other) => one - other);
  const until = years.map((year) => dated.filter((agreement) => agreement.year <= year));
  const criteria = study.criteria.map((criterion, at) => ({
    criterion,
    points: years
      .map((year, place) => {
        const { found, assessed } = countsAt(until[place] ?? [], at);
        return { year, found, assessed };
      })
      .filter(({ assessed }) => isLargeEnough(assessed)),
  }));
  return {
    kind,
    criteria: criteria.filter(({ points }) => points.length > 0),
    years,
    dated: dated.length,
    undated: study.agreements.length - dated.length,
  };
}

export type Dated = {
  kind: DateKind;
  /** How many of the agreements that were assessed at all have a date of this kind. */
  dated: number;
  /** How many of these were assessed on the criterion on which most were: from five on, there is a curve. */
  assessed: number;
};

/** The kinds of dates, and how many agreements could be followed by each. */
export function datedByKind(study: Study): Dated[] {
  return DATE_KINDS.map((kind) => {
    const dated = datedOf(study, kind);
    return { kind, dated: dated.length, assessed: mostAssessed({ ...study, agreements: dated }) };
  });
}

/** On how many agreements the criterion was assessed that was assessed on most; 0 without criteria. */
export const mostAssessed = ({ criteria, agreements }: Study): number =>
  criteria.reduce((most, _, at) => Math.max(most, countsAt(agreements, at).assessed), 0);

type Half = { found: number; assessed: number };
export type Gain = { criterion: Criterion; earlier: Half; later: Half; difference: number };

/**
 * Which criterion gained most between the earlier and the later half of the agreements by this kind of date; `since` is
 * the first year of the later half. No year is divided. Null where all are of one year, or too few in a half.
 */
export function largestGain(study: Study, kind: DateKind): { since: number; gain: Gain } | null {
  const dated = datedOf(study, kind).toSorted((one, other) => one.year - other.year);
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

function datedOf(study: Study, kind: DateKind): (StudiedAgreement & { year: number })[] {
  return study.agreements.flatMap((agreement) => {
    const year = agreement.years[kind];
    return year === undefined ? [] : [{ ...agreement, year }];
  });
}
