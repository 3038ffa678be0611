import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { contributions, referenceNames } from '@/app/server/published';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { compareAgreements } from '@/lib/publication/comparison/comparison';
import { FEWEST } from '@/lib/publication/comparison/filter-schema';
import { isDay } from '@/lib/publication/past/snapshot';
import { compareLinks } from './links';
import { Likeness } from './likeness';
import { Picker } from './picker';
import type { ReadComparison } from './read-comparison';
import { ReuseSection } from './reuse-section';
import { SetSection } from './set-section';
import { FactsSection, TextsSection } from './facts-sections';
import { Suggestions } from './suggestions';

/** The picker if fewer than two agreements are chosen, otherwise the comparison, differences first. */
export async function ComparePageBody({ locale, view, chosen, dataset, sets }: ReadComparison & { locale: Locale }) {
  const [t, navigation, references, names] = await Promise.all([
    getTranslations('compare'),
    getTranslations('common.navigation'),
    contributions(),
    referenceNames(),
  ]);
  const isChosen = chosen.length >= FEWEST;
  const links = compareLinks(locale, view);
  const point = view.at?.[0];
  const comparison = compareAgreements(chosen, sets);
  const common = { agreements: chosen, published: publishedReferences(references), names };
  return (
    <>
      <Breadcrumbs
        label={t('breadcrumbs')}
        items={[{ label: navigation('pages.matrix'), href: pathsIn(locale).matrix }]}
      />
      <PageHeader
        eyebrow={t('eyebrow')}
        title={isChosen ? chosen.map(({ shortName }) => shortName).join(' · ') : t('title')}
        lead={isChosen ? undefined : t('lead')}
      >
        {point && (
          <p className="font-semibold">
            {isDay(point) ? t('onDay', { day: sayPartialDate(point, locale) }) : t('inRelease', { release: point })}
          </p>
        )}
        {isChosen && <Likeness agreements={chosen} sets={sets} />}
      </PageHeader>
      {view.unknown && (
        <div className="mb-8">
          <Notice
            kind="warning"
            title={t('unknown.title', { names: view.unknown.join(', '), count: view.unknown.length })}
          >
            {t('unknown.body')}
          </Notice>
        </div>
      )}
      {chosen.length === 1 && (
        <p className="mb-6 font-serif text-xl">{t('second', { name: chosen[0]?.shortName ?? '' })}</p>
      )}
      {isChosen && (
        <>
          {comparison.sets.map((compared) => (
            <SetSection key={compared.set.slug} compared={compared} {...common} />
          ))}
          <FactsSection facts={comparison.facts} {...common} />
          <TextsSection {...common} />
        </>
      )}
      <Picker chosen={chosen} dataset={dataset} view={view} links={links} />
      {isChosen ? (
        <ReuseSection links={links} />
      ) : (
        <Suggestions chosen={chosen} dataset={dataset} sets={sets} links={links} />
      )}
    </>
  );
}
