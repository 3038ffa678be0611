import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { cellOrder } from '@/app/[locale]/(public)/_dataset/cell-order';
import { factOf } from '@/lib/publishing/reading';
import { listSources } from '@/app/[locale]/(public)/_dataset/sources';
import { localeOf } from '@/app/[locale]/locale';
import { Missing, missingMetadata } from '@/app/[locale]/missing';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { Breadcrumbs } from '@/app/_components/breadcrumbs';
import { agreement as readAgreement, contributions, criterionSets, history } from '@/app/_server/published';
import { pathsIn } from '@/lib/i18n/paths';
import { AgreementHead } from './agreement-head';
import { AssessmentSection } from './assessment-section';
import { FactsSection } from './facts-section';
import { HistorySection } from './history-section';
import { RetiredNotice } from './retired-notice';
import { ReuseSection } from './reuse-section';
import { SourcesSection } from './sources-section';
import { UniqueSection } from './unique-section';

type Props = PageProps<'/[locale]/agreements/[slug]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const agreement = await readAgreement((await params).slug);
  if (!agreement) return missingMetadata(locale);
  const t = await getTranslations('agreements.page');
  const description = factOf(agreement, 'summary') ?? t('description', { name: agreement.name });
  return pageMetadata({ title: agreement.name, description, path: pathsIn(locale).agreement(agreement.slug) });
}

export default async function AgreementPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [agreement, revisions, sets, references, t, navigation] = await Promise.all([
    readAgreement(slug),
    history(slug),
    criterionSets(),
    contributions(),
    getTranslations('agreements'),
    getTranslations('common.navigation'),
  ]);
  if (!agreement || !revisions) return <Missing locale={locale} />;
  const published = publishedReferences(references);
  const view = { agreement, sources: listSources(agreement, cellOrder(sets)), published };
  return (
    <article>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: navigation('agreements'), href: pathsIn(locale).agreements }]} />
      <RetiredNotice agreement={agreement} />
      <AgreementHead {...view} />
      <FactsSection {...view} />
      <UniqueSection {...view} />
      {sets.map((set) => (
        <AssessmentSection key={set.slug} view={view} set={set} />
      ))}
      <HistorySection revisions={revisions} sets={sets} published={published} />
      <SourcesSection sources={view.sources} />
      <ReuseSection agreement={agreement} />
    </article>
  );
}
