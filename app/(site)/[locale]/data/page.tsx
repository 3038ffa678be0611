import { getTranslations } from 'next-intl/server';
import { DatasetLd } from '@/app/(site)/dataset/dataset-ld';
import { CiteSection } from '@/app/(site)/[locale]/releases/cite-section';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { PageHeader } from '@/app/ui/page-header';
import { Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { citationToday, releases } from '@/app/server/published';
import { siteSettings } from '@/lib/platform/settings/current-settings';
import { ApiSection } from './api-section';
import { DownloadsSection } from './downloads-section';
import { ProgramsSection } from './programs-section';
import { ReleasesSection } from './releases-section';

type Props = PageProps<'/[locale]/data'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('data', 'dataset');

export default async function DataPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list, cited] = await Promise.all([getTranslations('data'), releases(), citationToday()]);
  return (
    <>
      <DatasetLd locale={locale} />
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <DownloadsSection />
      <ProgramsSection />
      <ReleasesSection releases={list} />
      {cited && <CiteSection cited={cited} folder="latest" />}
      <ApiSection />
      <Section id="licence" title={t('licence.title')}>
        <Prose>
          <p>
            {t.rich('licence.body', {
              link: (words) => (
                <a href={siteSettings().licenceLink} rel="license">
                  {words}
                </a>
              ),
            })}
          </p>
          <p>{t('licence.privacy')}</p>
        </Prose>
      </Section>
    </>
  );
}
