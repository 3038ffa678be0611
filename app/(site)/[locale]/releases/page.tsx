import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { releases } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ReleaseLine } from './release-line';

type Props = PageProps<'/[locale]/releases'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('releases');

export default async function ReleasesPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, list] = await Promise.all([getTranslations('releases'), releases()]);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <a href={pathsIn(locale).data} className="link">
          {t('current')}
        </a>
      </PageHeader>
      {list.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneMore')}</EmptyState>
      ) : (
        <section aria-label={t('title')} className="border-t border-rule pt-6">
          <h2 className="sr-only">{t('title')}</h2>
          <ul>
            {list.map((release) => (
              <ReleaseLine key={release.slug} release={release} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
