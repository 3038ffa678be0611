import { SPACES } from '@/lib/agreements/facts/space';
import type { FactField, FactValues } from '@/lib/agreements/facts/registry';
import { storedFacts } from '@/lib/agreements/facts/schemas';
import { assessmentValue, type AssessmentValue } from '@/lib/agreements/schema';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

/** The value of an agreement on one criterion; a criterion without a cell is not assessed. */
export function assessmentOf(agreement: PublicAgreement, criterion: string): AssessmentValue {
  return readAssessment(agreement.assessments[criterion]?.value);
}

/** The value as statistics count it: a disputed one counts as not assessed. */
export function countedAssessmentOf(agreement: PublicAgreement, criterion: string): AssessmentValue {
  return agreement.assessments[criterion]?.disputed ? 'not_assessed' : assessmentOf(agreement, criterion);
}

/** The value as readers see it: disputed, or the assessment. */
export function shownAssessmentOf(agreement: PublicAgreement, criterion: string): AssessmentValue | 'disputed' {
  return agreement.assessments[criterion]?.disputed ? 'disputed' : assessmentOf(agreement, criterion);
}

export function readAssessment(value: unknown): AssessmentValue {
  const read = assessmentValue.safeParse(value);
  return read.success ? read.data : 'not_assessed';
}

/** The value of one fact; null if it is not stated. */
export function factOf<Field extends FactField>(agreement: PublicAgreement, field: Field): FactValues[Field] | null {
  const read = storedFacts[field].safeParse(agreement.facts[field]?.value);
  return read.success ? (read.data as FactValues[Field]) : null; // the schema of this field parsed it
}

export type SpaceGroup = { space: FactValues['space'] | 'unplaced'; agreements: PublicAgreement[] };

/**
 * The agreements under the spaces of the 2019 paper, in its order, by the name they are shown with; spaces without any
 * are left out.
 */
export function groupBySpace(
  agreements: PublicAgreement[],
  shownName: 'name' | 'shortName' = 'shortName',
): SpaceGroup[] {
  const byName = agreements.toSorted((a, b) => a[shownName].localeCompare(b[shownName], 'en'));
  const spaces = [...SPACES, 'unplaced' as const];
  return spaces
    .map((space) => ({
      space,
      agreements: byName.filter((agreement) => (factOf(agreement, 'space') ?? 'unplaced') === space),
    }))
    .filter((group) => group.agreements.length > 0);
}

/** Whether the agreement was assessed on at least one criterion of the set. */
export function isAssessedOn(agreement: PublicAgreement, set: PublicCriterionSet): boolean {
  return set.criteria.some((criterion) => assessmentOf(agreement, criterion.key) !== 'not_assessed');
}

export type Tally = Record<AssessmentValue, number>;

/** How often each value was given on one criterion. */
export function tally(agreements: readonly PublicAgreement[], criterion: string): Tally {
  return count(agreements.map((agreement) => assessmentOf(agreement, criterion)));
}

/** The same as statistics count it: a disputed value counts as not assessed. */
export function countedTally(agreements: readonly PublicAgreement[], criterion: string): Tally {
  return count(agreements.map((agreement) => countedAssessmentOf(agreement, criterion)));
}

/** How often each value was given to one agreement on the criteria of a set. */
export function tallyOf(agreement: PublicAgreement, set: PublicCriterionSet): Tally {
  return count(set.criteria.map((criterion) => assessmentOf(agreement, criterion.key)));
}

function count(values: AssessmentValue[]): Tally {
  const counts = { yes: 0, no: 0, indirect: 0, unclear: 0, not_assessed: 0 };
  for (const value of values) counts[value] += 1;
  return counts;
}
