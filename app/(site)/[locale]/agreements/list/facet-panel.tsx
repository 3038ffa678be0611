import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ValueMark } from '@/app/ui/value-mark';
import {
  assessmentOptions,
  bodyOptions,
  natureOptions,
  spaceOptions,
  yearOptions,
} from '@/lib/publication/agreement-list/options';
import { criterionFacet } from '@/lib/publication/agreement-list/view';
import { readAssessment } from '@/lib/publication/assessments';
import type { PublicCriterionSet } from '@/lib/publication/schema';
import { AsOfForms } from './as-of-forms';
import { FacetOptions } from './facet-options';
import { useFacetWords } from './facet-words';
import type { Listing } from './listing';
import '@/app/ui/narrow-fold.css';

/** All conditions for the list: beside it on a wide screen, else folded above it. */
export function FacetPanel({ listing }: { listing: Listing }) {
  const t = useTranslations('agreements.facets');
  const { choices, countsOf, bodies } = listing;
  const { nameOf } = useFacetWords(listing);
  const plain = [
    { facet: 'space', options: spaceOptions(countsOf('space'), choices.get('space')), open: true },
    { facet: 'nature', options: natureOptions(countsOf('nature'), choices.get('nature')), open: true },
    { facet: 'year', options: yearOptions(countsOf('year'), choices.get('year')), open: false },
    { facet: 'body', options: bodyOptions(countsOf('body'), bodies, choices.get('body')), open: false },
  ] as const;
  return (
    <details className="narrow-fold no-print">
      <summary className="border-y border-rule py-3 font-semibold">{t('title')}</summary>
      <nav aria-label={t('title')} className="border-t border-rule">
        {plain.map(({ facet, options, open }) => (
          <Fold key={facet} title={nameOf(facet)} open={open || choices.has(facet)}>
            <FacetOptions {...{ listing, facet, options }} />
          </Fold>
        ))}
        {listing.sets.map((set) => (
          <CriterionFacets key={set.slug} listing={listing} set={set} />
        ))}
        <Fold title={t('past')} open={listing.at !== null}>
          <AsOfForms listing={listing} />
        </Fold>
      </nav>
    </details>
  );
}

/** One criterion below the other, each with its five values folded. */
function CriterionFacets({ listing, set }: { listing: Listing; set: PublicCriterionSet }) {
  const common = useTranslations('common.values');
  const { choices, criterionCounts } = listing;
  const mark = (value: string) => <ValueMark value={readAssessment(value)} word={common(readAssessment(value))} />;
  return (
    <Fold title={set.title} open={set.criteria.some(({ key }) => choices.has(criterionFacet(key)))}>
      {set.criteria.map(({ key, title }) => (
        <details key={key} open={choices.has(criterionFacet(key))} className="py-1">
          <summary className="list-outside ms-4 py-0.5 text-sm leading-snug">{title}</summary>
          <div className="ps-4">
            <FacetOptions
              listing={listing}
              facet={criterionFacet(key)}
              options={assessmentOptions(criterionCounts(key))}
              mark={mark}
            />
          </div>
        </details>
      ))}
    </Fold>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-b border-rule">
      <summary className="list-outside ms-4 py-2.5 text-sm font-semibold">{title}</summary>
      <div className="pb-3 ps-4">{children}</div>
    </details>
  );
}
