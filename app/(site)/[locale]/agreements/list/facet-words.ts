import { useTranslations } from 'next-intl';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { criterionFacet, type PlainFacet, UNSTATED } from '@/lib/publication/agreement-list/view';
import type { PublicCriterionSet } from '@/lib/publication/schema';

type Known = { sets: readonly PublicCriterionSet[]; bodies: ReadonlyMap<string, string> };

/** The names of facets and their values. */
export function useFacetWords({ sets, bodies }: Known) {
  const t = useTranslations('agreements.facets');
  const common = useTranslations('common.values');
  const facts = useTranslations('facts');
  const criteria = new Map(
    sets.flatMap((set) => set.criteria.map(({ key, title }) => [criterionFacet(key), title] as const)),
  );
  const plain: Record<PlainFacet, (value: string) => string | undefined> = {
    space: (value) => said(SPACES, value, (space) => facts(`space.choices.${space}`)),
    nature: (value) => said(BINDING_NATURES, value, (nature) => facts(`bindingNature.choices.${nature}`)),
    body: (value) => bodies.get(value),
    year: (value) => (value.endsWith('s') ? t('decade', { decade: value.slice(0, 4) }) : value),
  };
  const names = {
    space: facts('space.label'),
    nature: facts('bindingNature.label'),
    body: facts('maintainer.label'),
    year: t('year'),
  };
  const plainName = (facet: string) => (['space', 'nature', 'body', 'year'] as const).find((name) => name === facet);
  return {
    nameOf: (facet: string) => {
      const name = plainName(facet);
      return name ? names[name] : (criteria.get(facet) ?? facet);
    },
    valueOf: (facet: string, value: string) => {
      const name = plainName(facet);
      if (!name) return said(ASSESSMENT_VALUES, value, (found) => common(found)) ?? value;
      return value === UNSTATED ? t('unstated') : (plain[name](value) ?? value);
    },
  };
}

function said<Value extends string>(
  values: readonly Value[],
  value: string,
  say: (value: Value) => string,
): string | undefined {
  const known = values.find((one) => one === value);
  return known && say(known);
}
