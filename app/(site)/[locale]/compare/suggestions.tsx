import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { nearestTo, notablePairs } from '@/lib/publication/comparison/similarity';
import type { Pair } from '@/lib/publication/comparison/similarity';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import type { CompareLinks } from './links';

type SuggestionsProps = {
  chosen: PublicAgreement[];
  dataset: PublicAgreement[];
  sets: PublicCriterionSet[];
  links: CompareLinks;
};

const MAX_SUGGESTED = 5;

/** Suggestions: the agreements most similar to the chosen ones, or the most and least similar pairs. */
export function Suggestions({ chosen: [chosen], dataset, sets, links }: SuggestionsProps) {
  const t = useTranslations('compare.suggestions');
  if (chosen) {
    const near = nearestTo(chosen, dataset, sets, MAX_SUGGESTED);
    return (
      near.length > 0 && (
        <Pairs
          id="near"
          title={t('near', { name: chosen.shortName })}
          pairs={near}
          hrefOf={({ other }) => links.with(other.slug)}
        />
      )
    );
  }
  const { alike, unlike } = notablePairs(dataset, sets, MAX_SUGGESTED);
  if (alike.length === 0) return null;
  const hrefOf = ({ one, other }: Pair) => links.to([one.slug, other.slug]);
  return (
    <>
      <Pairs id="alike" title={t('alike')} aside={t('aside')} pairs={alike} hrefOf={hrefOf} />
      <Pairs id="unlike" title={t('unlike')} pairs={unlike} hrefOf={hrefOf} />
    </>
  );
}

function Pairs({
  id,
  title,
  aside,
  pairs,
  hrefOf,
}: {
  id: string;
  title: string;
  aside?: string;
  pairs: Pair[];
  hrefOf: (pair: Pair) => string;
}) {
  const t = useTranslations('compare');
  return (
    <Section id={id} title={title} aside={aside}>
      <ul className="max-w-[46rem] border-t border-rule">
        {pairs.map((pair) => (
          <li
            key={`${pair.one.slug} ${pair.other.slug}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-2.5"
          >
            <a href={hrefOf(pair)} className="link">
              {t('suggestions.pair', { one: pair.one.shortName, other: pair.other.shortName })}
            </a>
            <span className="text-sm text-muted">{t('suggestions.figure', { same: pair.same, both: pair.both })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
