import { useLocale, useTranslations } from 'next-intl';
import { AsOfSection } from '@/app/(site)/[locale]/agreements/[slug]/as-of-section';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { PageHeader } from '@/app/ui/page-header';
import { sayVersionDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PastView } from './past-view';

/**
 * For a time at which the dataset did not have the agreement, because it was added later or was retired: says since
 * when the dataset has it.
 */
export function NotYetPage({ past: { agreement, point, revisions, releases } }: { past: PastView }) {
  const t = useTranslations('agreements');
  const navigation = useTranslations('common.navigation');
  const locale = useLocale();
  const paths = pathsIn(locale);
  const first = revisions.at(-1)?.at ?? agreement.updatedAt;
  const link = (words: React.ReactNode) => (
    <a href={paths.agreement(agreement.slug)} className="link">
      {words}
    </a>
  );
  return (
    <>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: navigation('agreements'), href: paths.agreements }]} />
      <PageHeader
        title={t('version.notYet', { name: agreement.shortName })}
        lead={t.rich('version.notYetBody', { date: sayVersionDay(first, locale), link })}
      />
      <AsOfSection slug={agreement.slug} at={point ?? undefined} releases={releases} />
    </>
  );
}
