import { assessmentOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';

/** Two agreements, on how many criteria both were assessed, on how many of these they say the same, and on how many both say yes. */
export type Pair = { one: PublicAgreement; other: PublicAgreement; both: number; same: number; yes: number };

/** Fewer criteria in common say nothing of two agreements as a whole. */
const FEWEST_IN_COMMON = 5;

/** Every pair of so many is looked at; of a larger dataset, of those that were assessed on the most. */
const MOST_PAIRED = 300;

/** How alike two agreements are; the same whichever comes first. */
export function pairOf(one: PublicAgreement, other: PublicAgreement, sets: readonly PublicCriterionSet[]): Pair {
  return { one, other, ...count(valuesOf(one, sets), valuesOf(other, sets)) };
}

/** The pairs that say the same on the largest part of what both were assessed on, with the most in common first among equals; then those that do so least. */
export function notablePairs(
  agreements: readonly PublicAgreement[],
  sets: readonly PublicCriterionSet[],
  most: number,
): { alike: Pair[]; unlike: Pair[] } {
  const read = agreements
    .map((agreement) => ({ agreement, values: valuesOf(agreement, sets) }))
    .toSorted((a, b) => b.values.filter(isAssessed).length - a.values.filter(isAssessed).length)
    .slice(0, MOST_PAIRED);
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
  sets.flatMap((set) => set.criteria.map(({ key }) => assessmentOf(agreement, key)));

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
