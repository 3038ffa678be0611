import { cutText } from '@/lib/platform/text/cut-text';
import { foldText } from '@/lib/platform/text/fold-text';
import { assessmentOf, factOf } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import { criterionFacet, type PlainFacet, UNSTATED } from './view';

/** One filter of the agreements: its label, and its values for an agreement. */
export type Facet = { name: string; valuesOf: (agreement: PublicAgreement) => readonly string[] };

const plain: Record<PlainFacet, Facet['valuesOf']> = {
  space: (agreement) => [factOf(agreement, 'space') ?? UNSTATED],
  nature: (agreement) => [factOf(agreement, 'bindingNature') ?? UNSTATED],
  body: (agreement) => [bodyOf(agreement)],
  year: (agreement) => {
    const year = factOf(agreement, 'launchDate')?.slice(0, 4);
    return year === undefined ? [UNSTATED] : [year, decadeOf(year)];
  },
};

/** The facets of the list: those of the facts, and one for each of these criteria. */
export function facetsOf(criteria: readonly string[]): Facet[] {
  return [
    ...Object.entries(plain).map(([name, valuesOf]) => ({ name, valuesOf })),
    ...criteria.map((criterion) => ({
      name: criterionFacet(criterion),
      valuesOf: (agreement: PublicAgreement) => [assessmentOf(agreement, criterion)],
    })),
  ];
}

/** `2015` is one of the `2010s`. */
export const decadeOf = (year: string) => `${year.slice(0, 3)}0s`;

/** The body that maintains an agreement, as addresses name it. */
function bodyOf(agreement: PublicAgreement): string {
  return cutText(foldText(factOf(agreement, 'maintainer') ?? ''), 120).replaceAll(' ', '-') || UNSTATED;
}

/** Each body by its name in addresses, as the first agreement it maintains spells it. */
export function bodyNames(agreements: readonly PublicAgreement[]): Map<string, string> {
  return new Map(
    agreements.toReversed().map((agreement) => [bodyOf(agreement), factOf(agreement, 'maintainer') ?? '']),
  );
}
