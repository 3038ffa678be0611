import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { ContributionLd } from '@/app/(site)/dataset/dataset-ld';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicCriterionSet, PublicEffect } from '@/lib/publication/schema';
import type { PublicContribution, PublicContributionSummary, PublicStub } from '@/lib/publication/contributions/schema';
import { AnswersSection } from './answers-section';
import { CiteSection } from './cite-section';
import { ContributionHead } from './contribution-head';
import { OutcomeSection } from './outcome-section';
import { ProjectsSection } from './projects-section';
import { ProposalsSection } from './proposals-section';
import { SignatoriesSection } from './signatories-section';
import { Stub, Tombstone } from './tombstone';

export type ArticleContent = {
  locale: Locale;
  contribution: PublicContribution | PublicStub;
  effects: readonly PublicEffect[];
  sets: readonly PublicCriterionSet[];
  names: ReferenceNames;
  /** The references of all public contributions: only these are linked. */
  references: readonly PublicContributionSummary[];
};

/**
 * A contribution as readers see it. The desk's preview uses this component too, so that it can't differ from the
 * published page.
 */
export async function ContributionArticle(content: ArticleContent) {
  const { locale, contribution } = content;
  const t = await getTranslations('contributions');
  return (
    <article>
      {contribution.status === 'published' && <ContributionLd locale={locale} contribution={contribution} />}
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: pathsIn(locale).contributions }]} />
      <Content {...content} />
    </article>
  );
}

function Content({ contribution, effects, sets, names, references }: ArticleContent) {
  if (contribution.status === 'not_public') return <Stub reference={contribution.reference} />;
  if (contribution.status !== 'published') return <Tombstone contribution={contribution} />;
  const { signatories, projects, proposals, answers, questions, language, summaryOf } = contribution;
  return (
    <>
      <ContributionHead contribution={contribution} />
      <OutcomeSection contribution={contribution} effects={effects} sets={sets} names={names} />
      <SignatoriesSection signatories={signatories} questions={questions} language={language} />
      <ProjectsSection projects={projects} questions={questions} language={language} />
      <ProposalsSection
        proposals={proposals}
        questions={questions}
        language={language}
        sets={sets}
        names={names}
        published={publishedReferences(references)}
      />
      <AnswersSection answers={answers} language={language} summaryOf={summaryOf} />
      <CiteSection contribution={contribution} />
    </>
  );
}

/** The title and description of the page. */
export async function contributionMetadata(locale: Locale, { reference, status }: ArticleContent['contribution']) {
  const t = await getTranslations('contributions.page');
  const metadata = pageMetadata({
    title: reference,
    description: t('description', { reference }),
    path: pathsIn(locale).contribution(reference),
  });
  return status === 'published' ? metadata : { ...metadata, robots: { index: false } };
}
