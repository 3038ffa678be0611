import { degree, profileOf, similarity, type Similarity } from '@/lib/publication/analysis/similarity';
import { isAssessed } from '@/lib/publication/analysis/study';
import { countedAssessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isLargeEnough } from '@/lib/publication/small-groups';

/** Two agreements on the criteria of one set: on how many both were assessed, and how alike they are. */
export type Pair = { one: PublicAgreement; other: PublicAgreement; assessed: number; alike: Similarity | null };
export type AlikePair = Pair & { alike: Similarity };

/**
 * All pairs of this many agreements are compared; in a larger dataset those that were assessed on the most criteria.
 */
const MAX_PAIRED = 300;

/** How alike two agreements are, as everywhere (docs/decisions/0035); the order does not matter. */
export function pairOf(one: PublicAgreement, other: PublicAgreement, set: PublicCriterionSet): Pair {
  return paired(read(one, set), read(other, set));
}

/** The most alike pairs on a set, and the least alike ones; none if fewer than five agreements were assessed on it. */
export function notablePairs(
  agreements: readonly PublicAgreement[],
  set: PublicCriterionSet,
  most: number,
): { alike: AlikePair[]; unlike: AlikePair[] } {
  const all = assessedOn(agreements, set)
    .toSorted((a, b) => b.assessed - a.assessed)
    .slice(0, MAX_PAIRED);
  let [alike, unlike]: [AlikePair[], AlikePair[]] = [[], []];
  for (const [at, one] of all.entries()) {
    const pairs = all.slice(at + 1).flatMap((other) => alikeOf(paired(one, other)));
    alike = [...alike, ...pairs].toSorted(byLikeness).slice(0, most);
    unlike = [...unlike, ...pairs].toSorted(byDifference).slice(0, most);
  }
  return { alike, unlike };
}

/** The agreements most like this one on a set, the nearest first; none if fewer than five were assessed on it. */
export function nearestTo(
  agreement: PublicAgreement,
  dataset: readonly PublicAgreement[],
  set: PublicCriterionSet,
  most: number,
): AlikePair[] {
  const mine = read(agreement, set);
  return assessedOn(dataset, set)
    .filter((other) => other.agreement.slug !== agreement.slug)
    .flatMap((other) => alikeOf(paired(mine, other)))
    .toSorted(byLikeness)
    .slice(0, most);
}

type Read = ReturnType<typeof read>;

function read(agreement: PublicAgreement, set: PublicCriterionSet) {
  const values = set.criteria.map(({ key }) => countedAssessmentOf(agreement, key));
  return { agreement, values, profile: profileOf({ values }), assessed: values.filter(isAssessed).length };
}

/** Those that were assessed on the set; none if they are fewer than five. */
function assessedOn(agreements: readonly PublicAgreement[], set: PublicCriterionSet): Read[] {
  const assessed = agreements.map((agreement) => read(agreement, set)).filter((one) => one.assessed > 0);
  return isLargeEnough(assessed.length) ? assessed : [];
}

const paired = (one: Read, other: Read): Pair => ({
  one: one.agreement,
  other: other.agreement,
  assessed: one.values.filter((value, at) => isAssessed(value) && isAssessed(other.values[at])).length,
  alike: similarity(one.profile, other.profile),
});

const alikeOf = ({ alike, ...pair }: Pair): AlikePair[] => (alike === null ? [] : [{ ...pair, alike }]);

const byLikeness = ({ alike: a }: AlikePair, { alike: b }: AlikePair) => degree(b) - degree(a) || b.shared - a.shared;
const byDifference = ({ alike: a }: AlikePair, { alike: b }: AlikePair) => degree(a) - degree(b) || b.either - a.either;
