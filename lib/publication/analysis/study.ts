import type { FactValues } from '@/lib/agreements/facts/registry';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { countedAssessmentOf, factOf } from '@/lib/publication/assessments';
import { yearsOf, type Years } from './dates';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

export type Criterion = PublicCriterionSet['criteria'][number];
export type Space = FactValues['space'];

export type StudiedAgreement = {
  slug: string;
  shortName: string;
  space: Space | null;
  /** The year of each kind of date that is known. */
  years: Years;
  /** Its values, in the order of the criteria. */
  values: readonly AssessmentValue[];
};

/** The input of the analysis of one set of criteria. */
export type Study = {
  criteria: readonly Criterion[];
  /** The agreements that were assessed on at least one of the criteria, by slug. */
  agreements: readonly StudiedAgreement[];
  /** How many more agreements of the dataset were not assessed yet. */
  unassessed: number;
};

/** The agreements as the analysis of a set reads them; the order in which they are given makes no difference. */
export function studyOf(agreements: readonly PublicAgreement[], set: PublicCriterionSet): Study {
  const read = agreements.map((agreement) => ({
    slug: agreement.slug,
    shortName: agreement.shortName,
    space: factOf(agreement, 'space'),
    years: yearsOf(agreement),
    values: set.criteria.map((criterion) => countedAssessmentOf(agreement, criterion.key)),
  }));
  const studied = read
    .filter(({ values }) => values.some(isAssessed))
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
  return { criteria: set.criteria, agreements: studied, unassessed: read.length - studied.length };
}

/**
 * The 2019 paper asks which elements appear in an agreement. An element that is stated outright or only indirectly
 * appears.
 */
export const isFound = (value: AssessmentValue | undefined): boolean => value === 'yes' || value === 'indirect';

/** An agreement that was not assessed on a criterion does not count as "no". */
export const isAssessed = (value: AssessmentValue | undefined): boolean =>
  value !== undefined && value !== 'not_assessed';
