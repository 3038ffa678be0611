import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { cellOrder } from '@/app/(site)/dataset/cell-order';
import { AgreementLd } from '@/app/(site)/dataset/dataset-ld';
import { factOf } from '@/lib/publication/assessments';
import { listSources } from '@/app/(site)/dataset/sources';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import {
  agreement as readAgreement,
  contributions,
  criterionSets,
  history,
  participationsOf,
  projects,
  referenceNames,
  relationsOf,
  releases,
  signatoriesOf,
} from '@/app/server/published';
import { agreementFeedPath, pathsIn } from '@/lib/platform/i18n/paths';
import { AgreementHead } from './agreement-head';
import { AsOfSection } from './as-of-section';
import { AssessmentSection } from './assessment-section';
import { FactsSection } from './facts-section';
import { HistorySection } from './history-section';
import { ImplementingSection } from './implementing-section';
import { ParticipantsSection } from './participants-section';
import { RetiredNotice } from './retired-notice';
import { ReuseSection } from './reuse-section';
import { SignedSection } from './signed-section';
import { SourcesSection } from './sources-section';
import { OwnSections } from './own-sections';

type Props = PageProps<'/[locale]/agreements/[slug]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const agreement = await readAgreement((await params).slug);
  if (!agreement) return missingMetadata(locale);
  const [t, feeds] = await Promise.all([getTranslations('agreements.page'), getTranslations('feeds.link')]);
  const description = factOf(agreement, 'summary') ?? t('description', { name: agreement.name });
  const feed = { title: feeds('agreement'), url: agreementFeedPath(agreement.slug) };
  return pageMetadata({
    title: agreement.name,
    description,
    path: pathsIn(locale).agreement(agreement.slug),
    feeds: [feed],
  });
}

export default async function AgreementPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const [
    agreement,
    revisions,
    signatories,
    register,
    everyProject,
    sets,
    references,
    released,
    relations,
    names,
    t,
    navigation,
  ] = await Promise.all([
    readAgreement(slug),
    history(slug),
    signatoriesOf(slug),
    participationsOf(slug),
    projects(),
    criterionSets(),
    contributions(),
    releases(),
    relationsOf(slug),
    referenceNames(),
    getTranslations('agreements'),
    getTranslations('common.navigation'),
  ]);
  if (!agreement || !revisions || !signatories) return <Missing locale={locale} />;
  const published = publishedReferences(references);
  const implementing = everyProject.filter((project) => project.agreements.some((one) => one.slug === slug));
  const sources = listSources(agreement, cellOrder(sets, Object.keys(agreement.facts)));
  const view = { agreement, sources, published, relations, names, correctable: !agreement.retiredAt };
  return (
    <article>
      <AgreementLd locale={locale} agreement={agreement} />
      <Breadcrumbs
        label={t('breadcrumbs')}
        items={[{ label: navigation('agreements'), href: pathsIn(locale).agreements }]}
      />
      <RetiredNotice agreement={agreement} />
      <AgreementHead {...view} />
      <FactsSection {...view} />
      <OwnSections {...view} />
      {sets.map((set) => (
        <AssessmentSection key={set.slug} view={view} set={set} />
      ))}
      <ParticipantsSection agreement={agreement} register={register} />
      <SignedSection signatories={signatories} published={published} />
      <ImplementingSection slug={slug} projects={implementing} published={published} />
      <SourcesSection agreement={agreement} sources={view.sources} />
      <HistorySection slug={slug} revisions={revisions} sets={sets} names={names} published={published} />
      <AsOfSection slug={slug} releases={released} />
      <ReuseSection agreement={agreement} />
    </article>
  );
}
