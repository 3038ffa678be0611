import type { AssessmentValue } from '@/lib/agreements/schema';
import { SPACES } from '@/lib/agreements/facts/space';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { assessmentOf, countedTally, factOf } from '@/lib/publication/assessments';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { isLargeEnough } from '@/lib/publication/small-groups';

export type Criterion = PublicCriterionSet['criteria'][number];

/** From yes to no. Not assessed comes last in both directions: it has no place among the values. */
const RANKS: Record<AssessmentValue, number | null> = { yes: 0, indirect: 1, unclear: 2, no: 3, not_assessed: null };
export const VALUES_IN_ORDER = ASSESSMENT_VALUES.filter((value) => RANKS[value] !== null).toSorted(
  (a, b) => (RANKS[a] ?? 0) - (RANKS[b] ?? 0),
);

/** How often an agreement says yes to these criteria. */
export const yesCount = (agreement: PublicAgreement, criteria: readonly Criterion[]) =>
  criteria.filter(({ key }) => assessmentOf(agreement, key) === 'yes').length;

/**
 * The agreements by name, year (oldest first), number of yes (most first) or their values on a criterion; without `by`,
 * by space and then name.
 */
export function orderAgreements(
  agreements: readonly PublicAgreement[],
  criteria: readonly Criterion[],
  by?: string,
  reversed = false,
): PublicAgreement[] {
  const places: Record<string, (agreement: PublicAgreement) => string | number | null> = {
    name: ({ shortName }) => shortName,
    year: (agreement) => factOf(agreement, 'launchDate'),
    yes: (agreement) => -yesCount(agreement, criteria),
  };
  const placeOf =
    by === undefined
      ? bySpace
      : ((Object.hasOwn(places, by) ? places[by] : undefined) ?? ((agreement) => RANKS[assessmentOf(agreement, by)]));
  return ordered(agreements, placeOf, ({ shortName, slug }) => [shortName, slug], reversed);
}

/**
 * The criteria by title, number of yes (most first; those on which fewer than five were assessed come last) or an
 * agreement's values; without `along`, in the order of the set.
 */
export function orderCriteria(
  criteria: readonly Criterion[],
  agreements: readonly PublicAgreement[],
  along?: 'name' | 'yes' | PublicAgreement,
): Criterion[] {
  if (along === undefined) return [...criteria];
  const placeOf = ({ key, shortTitle }: Criterion) => {
    if (along === 'name') return shortTitle;
    if (along === 'yes') return placeByYes(agreements, key);
    return RANKS[assessmentOf(along, key)];
  };
  return ordered(criteria, placeOf, () => []);
}

function placeByYes(agreements: readonly PublicAgreement[], key: string): number | null {
  const { yes, not_assessed: open } = countedTally(agreements, key);
  return isLargeEnough(agreements.length - open) ? -yes : null;
}

const bySpace = (agreement: PublicAgreement) => {
  const space = factOf(agreement, 'space');
  return space && SPACES.indexOf(space);
};

type Place = string | number | null;

/** By place; entries without one at the end; equal ones by name, then in their given order. */
function ordered<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => Place,
  namesOf: (item: Item) => string[],
  reversed = false,
): Item[] {
  const placed = items.map((item) => ({ item, place: placeOf(item), names: namesOf(item) }));
  const sorted = placed.toSorted((a, b) => {
    if (a.place === null || b.place === null)
      return Number(a.place === null) - Number(b.place === null) || compareNames(a.names, b.names);
    return (reversed ? -1 : 1) * compare(a.place, b.place) || compareNames(a.names, b.names);
  });
  return sorted.map(({ item }) => item);
}

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : alphabet.compare(String(a), String(b));
const alphabet = new Intl.Collator('en');
const compareNames = (a: string[], b: string[]) =>
  a.reduce((found, name, at) => found || alphabet.compare(name, b[at] ?? ''), 0);
