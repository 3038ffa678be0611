import { useLocale, useTranslations } from 'next-intl';
import { AgreementHead } from '@/app/[locale]/(public)/agreements/[slug]/agreement-head';
import { AsOfSection } from '@/app/[locale]/(public)/agreements/[slug]/as-of-section';
import { AssessmentSection } from '@/app/[locale]/(public)/agreements/[slug]/assessment-section';
import { FactsSection } from '@/app/[locale]/(public)/agreements/[slug]/facts-section';
import { ReuseSection } from '@/app/[locale]/(public)/agreements/[slug]/reuse-section';
import { RetiredNotice } from '@/app/[locale]/(public)/agreements/[slug]/retired-notice';
import { SourcesSection } from '@/app/[locale]/(public)/agreements/[slug]/sources-section';
import { UniqueSection } from '@/app/[locale]/(public)/agreements/[slug]/unique-section';
import { Breadcrumbs } from '@/app/_components/breadcrumbs';
import { pathsIn } from '@/lib/i18n/paths';
import { PastNotice } from './past-notice';
import type { PastView } from './past-view';
import { SinceSection } from './since-section';

/** The agreement in a version, or as of a day or release: what the dataset said of it then, and what it says otherwise now. */
export function PastPage({ past }: { past: PastView }) {
  const t = useTranslations('agreements');
  const navigation = useTranslations('common.navigation');
  const paths = pathsIn(useLocale());
  const { agreement, view, sets, point, releases } = past;
  const crumbs = [
    { label: navigation('agreements'), href: paths.agreements },
    { label: agreement.shortName, href: paths.agreement(agreement.slug) },
  ];
  return (
    <article>
      <Breadcrumbs label={t('breadcrumbs')} items={crumbs} />
      <PastNotice past={past} />
      <RetiredNotice agreement={agreement} />
      <AgreementHead {...view} />
      <SinceSection past={past} />
      <FactsSection {...view} />
      <UniqueSection {...view} />
      {sets.map((set) => (
        <AssessmentSection key={set.slug} view={view} set={set} />
      ))}
      <SourcesSection sources={view.sources} />
      <AsOfSection slug={agreement.slug} at={point ?? undefined} releases={releases} />
      <ReuseSection agreement={agreement} past />
    </article>
  );
}
