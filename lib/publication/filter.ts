import type { FactValues } from '@/lib/agreements/facts/registry';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { assessmentOf, factOf } from './assessments';
import type { PublicAgreement } from './schema';

/**
 * Only the agreements of this space and nature with each of these values; `listAgreements` does the same in the
 * database.
 */
export type Narrowing = {
  space?: FactValues['space'];
  nature?: FactValues['bindingNature'];
  has?: { criterion: string; value: AssessmentValue }[];
};

/** Whether an agreement matches: for past states of the dataset. */
export function isWithin(agreement: PublicAgreement, { space, nature, has = [] }: Narrowing): boolean {
  if (space !== undefined && factOf(agreement, 'space') !== space) return false;
  if (nature !== undefined && factOf(agreement, 'bindingNature') !== nature) return false;
  return has.every(({ criterion, value }) => assessmentOf(agreement, criterion) === value);
}
