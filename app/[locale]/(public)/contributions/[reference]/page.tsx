import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/[locale]/(public)/_contributions/reference-link';
import { ContributionLd } from '@/app/[locale]/(public)/_data/dataset-ld';
import { localeOf } from '@/app/[locale]/locale';
import { Missing, missingMetadata } from '@/app/[locale]/missing';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { Breadcrumbs } from '@/app/_components/breadcrumbs';
import { contribution as readContribution, contributions, criterionSets, effects } from '@/app/_server/published';
import { pathsIn } from '@/lib/i18n/paths';
import { AnswersSection } from './answers-section';
import { CiteSection } from './cite-section';
import { ContributionHead } from './contribution-head';
import { OutcomeSection } from './outcome-section';
import { ProjectsSection } from './projects-section';
import { ProposalsSection } from './proposals-section';
import { SignatoriesSection } from './signatories-section';
import { Tombstone } from './tombstone';

type Props = PageProps<'/[locale]/contributions/[reference]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const contribution = await readContribution((await params).reference, locale);
  if (!contribution) return missingMetadata(locale);
  const { reference, status } = contribution;
  const t = await getTranslations('contributions.page');
  const metadata = pageMetadata({ title: reference, description: t('description', { reference }), path: pathsIn(locale).contribution(reference) });
  return status === 'withdrawn' ? { ...metadata, robots: { index: false } } : metadata;
}

export default async function ContributionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { reference } = await params;
  const [contribution, changed, sets, references, t] = await Promise.all([
    readContribution(reference, locale),
    effects(reference),
    criterionSets(),
    contributions(),
    getTranslations('contributions'),
  ]);
  if (!contribution) return <Missing locale={locale} />;
  const { signatories, projects, proposals, answers, language } = contribution;
  return (
    <article>
      <ContributionLd locale={locale} contribution={contribution} />
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: pathsIn(locale).contributions }]} />
      {contribution.status === 'withdrawn' ? (
        <Tombstone contribution={contribution} />
      ) : (
        <>
          <ContributionHead contribution={contribution} />
          <OutcomeSection contribution={contribution} effects={changed} sets={sets} />
          <SignatoriesSection signatories={signatories} language={language} />
          <ProjectsSection projects={projects} language={language} />
          <ProposalsSection proposals={proposals} language={language} sets={sets} published={publishedReferences(references)} />
          <AnswersSection answers={answers} language={language} />
          <CiteSection contribution={contribution} />
        </>
      )}
    </article>
  );
}
