import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetFigures } from '@/app/(site)/[locale]/analysis/parts/set-figures';
import { readAnalysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/analysis/[set]/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { set, view }] = await Promise.all([localeOf(params), params]);
  const [analysis, t] = await Promise.all([
    readAnalysis(set, view),
    getTranslations({ locale, namespace: 'analysis' }),
  ]);
  if (!analysis) return missingMetadata(locale);
  const title = await titleOfView(`${t('title')}: ${analysis.set.title}`, analysis.view, locale);
  const words = pageMetadata({ title, description: t('description'), path: pathsIn(locale).analysisOf(set) });
  return { ...words, robots: { index: false } };
}

/** The figures for some of the agreements, or for an earlier state of the dataset. */
export default async function AnalysisViewPage({ params }: Props) {
  const [locale, { set, view }] = await Promise.all([localeOf(params), params]);
  const analysis = await readAnalysis(set, view);
  return analysis ? <SetFigures analysis={analysis} locale={locale} /> : <Missing locale={locale} />;
}
