import { useLocale, useTranslations } from 'next-intl';
import { linkTo } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { degree } from '@/lib/publication/analysis/similarity';
import { nearestTo, notablePairs } from '@/lib/publication/comparison/similarity';
import type { AlikePair } from '@/lib/publication/comparison/similarity';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import type { CompareLinks } from './links';

type SuggestionsProps = {
  chosen: PublicAgreement[];
  dataset: PublicAgreement[];
  sets: PublicCriterionSet[];
  links: CompareLinks;
};

const MAX_SUGGESTED = 5;

/** Suggestions, by set: the agreements most like the chosen one, or the most and the least alike pairs. */
export function Suggestions({ chosen: [chosen], dataset, sets, links }: SuggestionsProps) {
  const t = useTranslations('compare.suggestions');
  if (chosen) {
    return sets.map((set) => (
      <Pairs
        key={set.slug}
        id={`near-${set.slug}`}
        title={t('near', { name: chosen.shortName })}
        set={set}
        pairs={nearestTo(chosen, dataset, set, MAX_SUGGESTED)}
        hrefOf={({ other }) => links.with(other.slug)}
      />
    ));
  }
  const hrefOf = ({ one, other }: AlikePair) => links.to([one.slug, other.slug]);
  return sets.flatMap((set) => {
    const { alike, unlike } = notablePairs(dataset, set, MAX_SUGGESTED);
    return [
      <Pairs
        key={`${set.slug} alike`}
        id={`alike-${set.slug}`}
        title={t('alike')}
        {...{ set, pairs: alike, hrefOf }}
      />,
      <Pairs
        key={`${set.slug} unlike`}
        id={`unlike-${set.slug}`}
        title={t('unlike')}
        {...{ set, pairs: unlike, hrefOf }}
      />,
    ];
  });
}

type PairsProps = {
  id: string;
  title: string;
  set: PublicCriterionSet;
  pairs: AlikePair[];
  hrefOf: (pair: AlikePair) => string;
};

/** A list of pairs with how alike they are; nothing without pairs. */
function Pairs({ id, title, set, pairs, hrefOf }: PairsProps) {
  const t = useTranslations('compare.suggestions');
  const definition = linkTo(`${pathsIn(useLocale()).limits}#alike`);
  if (pairs.length === 0) return null;
  return (
    <Section id={id} title={title} aside={t.rich('aside', { set: set.title, needed: MIN_GROUP, definition })}>
      <ul className="max-w-[46rem] border-t border-rule">
        {pairs.map((pair) => (
          <li
            key={`${pair.one.slug} ${pair.other.slug}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2.5"
          >
            <a href={hrefOf(pair)} className="link">
              {t('pair', { one: pair.one.shortName, other: pair.other.shortName })}
            </a>
            <span className="text-sm text-muted">{t('figure', { ...pair.alike, degree: degree(pair.alike) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
