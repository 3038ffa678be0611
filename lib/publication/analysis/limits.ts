import { countedAssessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { DATE_KINDS, dateOf, type DateKind } from './dates';
import { isAssessed } from './study';

/** What a reader has to know before any number of the analysis, counted in the dataset. */
export type Limits = {
  agreements: number;
  sets: SetLimits[];
  /** The cells of all sets that have a value, disputed ones included. */
  values: {
    /** Taken over with an import, such as that of the paper; decided by an editor here; and how many carry no word on it. */
    imported: number;
    decided: number;
    unknown: number;
    /** How many at least one accepted contribution said independently, and how many none did. */
    confirmed: number;
    unconfirmed: number;
  };
  disputed: number;
  dates: DateLimits[];
};

type SetLimits = {
  set: PublicCriterionSet;
  /** How many agreements were assessed on at least one criterion of the set. */
  assessed: number;
  /** The cells of the set, and those without an assessment. */
  cells: number;
  open: number;
  /** On how many of its criteria five agreements or more were assessed, so that figures speak of them. */
  said: number;
};

/** How precisely a kind of date is known: of how many agreements at all, and of how many only the year or the month. */
type DateLimits = { kind: DateKind; known: number; year: number; month: number };

/** The limits of a dataset, over all its sets of criteria. */
export function limitsOf(agreements: readonly PublicAgreement[], sets: readonly PublicCriterionSet[]): Limits {
  const cells = sets.flatMap(({ criteria }) =>
    criteria.flatMap(({ key }) => agreements.flatMap((agreement) => agreement.assessments[key] ?? [])),
  );
  const stated = cells.filter(({ value }) => value !== 'not_assessed');
  const count = (is: (cell: (typeof stated)[number]) => boolean) => stated.filter(is).length;
  const imported = count(({ sureness }) => sureness?.decidedBy === 'import');
  const unknown = count(({ sureness }) => !sureness);
  const confirmed = count(({ sureness }) => (sureness?.confirmations ?? 0) > 0);
  return {
    agreements: agreements.length,
    sets: sets.map((set) => setLimits(agreements, set)),
    values: {
      imported,
      decided: stated.length - imported - unknown,
      unknown,
      confirmed,
      unconfirmed: stated.length - confirmed,
    },
    disputed: count(({ disputed }) => disputed === true),
    dates: DATE_KINDS.map((kind) => dateLimits(agreements, kind)),
  };
}

function setLimits(agreements: readonly PublicAgreement[], set: PublicCriterionSet): SetLimits {
  const rows = agreements.map((agreement) => set.criteria.map(({ key }) => countedAssessmentOf(agreement, key)));
  const perCriterion = set.criteria.map((_, at) => rows.filter((values) => isAssessed(values[at])).length);
  return {
    set,
    assessed: rows.filter((values) => values.some(isAssessed)).length,
    cells: rows.length * set.criteria.length,
    open: rows.flat().filter((value) => !isAssessed(value)).length,
    said: perCriterion.filter(isLargeEnough).length,
  };
}

function dateLimits(agreements: readonly PublicAgreement[], kind: DateKind): DateLimits {
  const dates = agreements.flatMap((agreement) => dateOf(agreement, kind) ?? []);
  const ofLength = (length: number) => dates.filter((date) => date.length === length).length;
  return { kind, known: dates.length, year: ofLength('2018'.length), month: ofLength('2018-04'.length) };
}
