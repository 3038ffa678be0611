import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReleaseLd } from '@/app/(site)/dataset/dataset-ld';
import { CiteSection } from '@/app/(site)/[locale]/releases/cite-section';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { PageHeader } from '@/app/ui/page-header';
import { citationOfRelease, referenceNames, release, releasedAgreements } from '@/app/server/published';
import { sayDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { AboutSection } from './about-section';
import { ChangesSection } from './changes-section';
import { FilesSection } from './files-section';
import { WithheldRelease } from './withheld-release';

type Props = PageProps<'/[locale]/releases/[release]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { release: slug }] = [await localeOf(params), await params];
  const found = await release(slug);
  if (!found) return {};
  const t = await getTranslations('releases.page');
  const description = t('description', {
    date: sayDay(found.publishedAt, locale),
    agreements: found.counts.agreements,
  });
  return pageMetadata({
    title: `${found.slug}: ${found.title}`,
    description,
    path: pathsIn(locale).release(found.slug),
  });
}

export default async function ReleasePage({ params }: Props) {
  const [locale, { release: slug }] = [await localeOf(params), await params];
  const found = await release(slug);
  if (!found) return <Missing locale={locale} />;
  if (found.withheld) return <WithheldRelease locale={locale} found={found} withheld={found.withheld} />;
  const [t, agreements, names, cited] = await Promise.all([
    getTranslations('releases'),
    releasedAgreements(slug),
    referenceNames(),
    citationOfRelease(found),
  ]);
  return (
    <>
      <ReleaseLd locale={locale} release={found} agreements={agreements ?? []} />
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: t('title'), href: pathsIn(locale).releases }]} />
      <PageHeader
        eyebrow={t('page.eyebrow', { slug })}
        title={<span dir="auto">{found.title}</span>}
        lead={t('page.lead', { date: sayDay(found.publishedAt, locale) })}
      />
      <AboutSection release={found} />
      <CiteSection cited={cited} folder={slug} files={found.files} />
      <FilesSection release={found} />
      <ChangesSection release={found} agreements={agreements ?? []} names={names} />
    </>
  );
}
