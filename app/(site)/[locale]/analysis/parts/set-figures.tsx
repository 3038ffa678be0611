import { getTranslations } from 'next-intl/server';
import { figureOf } from '@/app/(site)/[locale]/analysis/figure-data/figures-of';
import { wordsIn } from '@/app/(site)/[locale]/analysis/figure-data/words';
import type { Analysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { PageHeader } from '@/app/ui/page-header';
import { releases } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { FIGURES } from '@/lib/publication/analysis/figures';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';
import { viewAddress } from '@/lib/publication/views/address';
import { FigureSection } from './figure-section';
import { LimitsNote } from './limits-note';
import { Narrow } from './narrow';
import { WhichAgreements } from './which-agreements';

/** All figures of one set, for the agreements of the view. */
export async function SetFigures({ analysis, locale }: { analysis: Analysis; locale: Locale }) {
  const { set, study, view } = analysis;
  const [t, words, released] = await Promise.all([getTranslations('analysis'), wordsIn(locale), releases()]);
  const paths = pathsIn(locale);
  const made = FIGURES.map((name) => figureOf(name, { set: set.slug, study, view }, words));
  // Where nothing at all can be said, one sentence says so for all figures.
  const figures = made.some(({ isSaid }) => isSaid) ? made : [];
  return (
    <>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: paths.analysis }]} />
      <PageHeader eyebrow={t('eyebrow')} title={set.title} lead={set.description}>
        <div className="space-y-5">
          <LimitsNote agreements={analysis.dataset} sets={[set]} />
          <WhichAgreements analysis={analysis} />
          <Narrow analysis={analysis} releases={released} />
          {figures.length === 0 && <p className="max-w-measure font-semibold">{made[0]?.finding}</p>}
          {figures.length > 1 && (
            <nav
              aria-label={t('onThisPage')}
              className="no-print flex flex-wrap gap-x-6 gap-y-1 border-t border-rule pt-4"
            >
              {figures.map(({ name, title }) => (
                <a key={name} href={`#${name}`} className="link">
                  {title}
                </a>
              ))}
            </nav>
          )}
        </div>
      </PageHeader>
      {figures.map((figure) => (
        <FigureSection
          key={figure.name}
          figure={figure}
          files={viewAddress(paths.analysisFigures(set.slug), ANALYSIS_VIEW, view)}
        />
      ))}
    </>
  );
}
