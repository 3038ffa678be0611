import { countedAssessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

/**
 * Two agreements: the number of criteria on which both were assessed, on which they have the same value, and on which
 * both say yes.
 */
export type Pair = { one: PublicAgreement; other: PublicAgreement; both: number; same: number; yes: number };

/** With fewer common criteria the number says too little about two agreements. */
const FEWEST_IN_COMMON = 5;

/**
 * All pairs of this many agreements are compared; in a larger dataset those that were assessed on the most criteria.
 */
const MAX_PAIRED = 300;

/** How alike two agreements are; the order does not matter. */
export function pairOf(one: PublicAgreement, other: PublicAgreement, sets: readonly PublicCriterionSet[]): Pair {
  return { one, other, ...count(valuesOf(one, sets), valuesOf(other, sets)) };
}

/**
 * The most alike pairs, by the share of equal values among the criteria on which both were assessed, then by how many
 * there are; and the least alike pairs.
 */
export function notablePairs(
  agreements: readonly PublicAgreement[],
  sets: readonly PublicCriterionSet[],
  most: number,
): { alike: Pair[]; unlike: Pair[] } {
  const read = agreements
    .map((agreement) => ({ agreement, values: valuesOf(agreement, sets) }))
    .toSorted((a, b) => b.values.filter(isAssessed).length - a.values.filter(isAssessed).length)
    .slice(0, MAX_PAIRED);
  let [alike, unlike]: [Pair[], Pair[]] = [[], []];
  for (const [at, { agreement: one, values }] of read.entries()) {
    const pairs = read.slice(at + 1).flatMap(({ agreement: other, values: others }) => {
      const counted = count(values, others);
      return counted.both < FEWEST_IN_COMMON ? [] : [{ one, other, ...counted }];
    });
    alike = [...alike, ...pairs].toSorted(byLikeness).slice(0, most);
    unlike = [...unlike, ...pairs].toSorted((a, b) => share(a) - share(b) || b.both - a.both).slice(0, most);
  }
  return { alike, unlike };
}

/** The agreements most like this one, the nearest first. */
export function nearestTo(
  agreement: PublicAgreement,
  others: readonly PublicAgreement[],
  sets: readonly PublicCriterionSet[],
  most: number,
): Pair[] {
  return others
    .filter(({ slug }) => slug !== agreement.slug)
    .map((other) => pairOf(agreement, other, sets))
    .filter(({ both }) => both >= FEWEST_IN_COMMON)
    .toSorted(byLikeness)
    .slice(0, most);
}

const share = ({ same, both }: Pair) => same / both;
const byLikeness = (a: Pair, b: Pair) => share(b) - share(a) || b.yes - a.yes || b.both - a.both;

const isAssessed = (value: string) => value !== 'not_assessed';

const valuesOf = (agreement: PublicAgreement, sets: readonly PublicCriterionSet[]) =>
  sets.flatMap((set) => set.criteria.map(({ key }) => countedAssessmentOf(agreement, key)));

function count(values: readonly string[], others: readonly string[]) {
  let [both, same, yes] = [0, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const [value = 'not_assessed', other = 'not_assessed'] = [values[at], others[at]];
    if (!isAssessed(value) || !isAssessed(other)) continue;
    both += 1;
    if (value === other) same += 1;
    if (value === 'yes' && other === 'yes') yes += 1;
  }
  return { both, same, yes };
}
