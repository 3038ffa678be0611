import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { publicStatistics } from './public-statistics';
import { EmptyState } from '@/app/ui/empty-state';
import { MonthsFigure } from './months-figure';
import { PageHeader } from '@/app/ui/page-header';
import { StatisticsSection } from './statistics-section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { wordsIn } from '@/lib/platform/i18n/words';
import { statisticsTables } from '@/lib/publication/statistics/tables';

type Props = PageProps<'/[locale]/statistics'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('statistics');

/** What of the contributions can be counted without naming anyone. */
export default async function StatisticsPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, statistics] = [await getTranslations('statistics'), await publicStatistics()];
  const paths = pathsIn(locale);
  const words = wordsIn(locale);
  const tables = statisticsTables(statistics, words, locale);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="max-w-measure text-muted">{t('public')}</p>
      </PageHeader>
      {tables.length === 0 && <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>}
      <MonthsFigure counts={statistics.months} words={words} />
      {tables.map((table) => (
        <StatisticsSection
          key={table.name}
          table={table}
          locale={locale}
          csv={{ href: paths.statisticsFile(table.name), label: t('download') }}
          few={t('few')}
        />
      ))}
    </>
  );
}
