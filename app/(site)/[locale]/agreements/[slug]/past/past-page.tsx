import { useLocale, useTranslations } from 'next-intl';
import { AgreementHead } from '@/app/(site)/[locale]/agreements/[slug]/agreement-head';
import { AsOfSection } from '@/app/(site)/[locale]/agreements/[slug]/as-of-section';
import { AssessmentSection } from '@/app/(site)/[locale]/agreements/[slug]/assessment-section';
import { FactsSection } from '@/app/(site)/[locale]/agreements/[slug]/facts-section';
import { ReuseSection } from '@/app/(site)/[locale]/agreements/[slug]/reuse-section';
import { RetiredNotice } from '@/app/(site)/[locale]/agreements/[slug]/retired-notice';
import { SourcesSection } from '@/app/(site)/[locale]/agreements/[slug]/sources-section';
import { OwnSections } from '@/app/(site)/[locale]/agreements/[slug]/own-sections';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { PastNotice } from './past-notice';
import type { PastView } from './past-view';
import { SinceSection } from './since-section';

/** The agreement in a version, or as of a day or release, and how the present state differs. */
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
      <OwnSections {...view} />
      {sets.map((set) => (
        <AssessmentSection key={set.slug} view={view} set={set} />
      ))}
      <SourcesSection agreement={agreement} sources={view.sources} />
      <AsOfSection slug={agreement.slug} at={point ?? undefined} releases={releases} />
      <ReuseSection agreement={agreement} past />
    </article>
  );
}
