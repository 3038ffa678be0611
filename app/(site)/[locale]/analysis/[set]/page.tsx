import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetFigures } from '@/app/(site)/[locale]/analysis/parts/set-figures';
import { readAnalysis } from '@/app/(site)/[locale]/analysis/read-analysis';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/analysis/[set]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { set }] = await Promise.all([localeOf(params), params]);
  const [analysis, t] = await Promise.all([readAnalysis(set), getTranslations({ locale, namespace: 'analysis' })]);
  if (!analysis) return missingMetadata(locale);
  return pageMetadata({
    title: `${t('title')}: ${analysis.set.title}`,
    description: t('description'),
    path: pathsIn(locale).analysisOf(set),
  });
}

export default async function AnalysisOfSetPage({ params }: Props) {
  const [locale, { set }] = await Promise.all([localeOf(params), params]);
  const analysis = await readAnalysis(set);
  return analysis ? <SetFigures analysis={analysis} locale={locale} /> : <Missing locale={locale} />;
}
