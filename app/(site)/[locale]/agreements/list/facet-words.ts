import { useTranslations } from 'next-intl';
import { ASSESSMENT_VALUES, BINDING_NATURES, SPACES } from '@/lib/agreements/constants';
import { criterionFacet, type PlainFacet, UNSTATED } from '@/lib/publication/agreement-list/view';
import type { PublicCriterionSet } from '@/lib/publication/schema';

type Known = { sets: readonly PublicCriterionSet[]; bodies: ReadonlyMap<string, string> };

/** What facets and their values are called. */
export function useFacetWords({ sets, bodies }: Known) {
  const t = useTranslations('agreements.facets');
  const common = useTranslations('common');
  const criteria = new Map(
    sets.flatMap((set) => set.criteria.map(({ key, title }) => [criterionFacet(key), title] as const)),
  );
  const plain: Record<PlainFacet, (value: string) => string | undefined> = {
    space: (value) => said(SPACES, value, (space) => common(`spaces.${space}`)),
    nature: (value) => said(BINDING_NATURES, value, (nature) => common(`bindingNatures.${nature}`)),
    body: (value) => bodies.get(value),
    year: (value) => (value.endsWith('s') ? t('decade', { decade: value.slice(0, 4) }) : value),
  };
  const plainName = (facet: string) => (['space', 'nature', 'body', 'year'] as const).find((name) => name === facet);
  return {
    nameOf: (facet: string) => {
      const name = plainName(facet);
      return name ? t(name) : (criteria.get(facet) ?? facet);
    },
    valueOf: (facet: string, value: string) => {
      const name = plainName(facet);
      if (!name) return said(ASSESSMENT_VALUES, value, (found) => common(`values.${found}`)) ?? value;
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
