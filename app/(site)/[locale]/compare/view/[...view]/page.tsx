import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComparePageBody } from '@/app/(site)/[locale]/compare/compare-page-body';
import { readComparison } from '@/app/(site)/[locale]/compare/read-comparison';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Notice } from '@/app/ui/notice';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { MOST } from '@/lib/publication/comparison/filter-schema';

type Props = PageProps<'/[locale]/compare/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const read = await readComparison((await params).view);
  if (!read || read === 'too_many') return missingMetadata(locale);
  const t = await getTranslations('compare');
  const title =
    read.chosen.length > 0
      ? t('viewTitle', { names: read.chosen.map(({ shortName }) => shortName).join(' · ') })
      : t('title');
  return {
    ...pageMetadata({ title, description: t('description'), path: pathsIn(locale).compare }),
    robots: { index: false },
  };
}

export default async function CompareViewPage({ params }: Props) {
  const locale = await localeOf(params);
  const [read, t] = await Promise.all([readComparison((await params).view), getTranslations('compare')]);
  if (read && read !== 'too_many') return <ComparePageBody locale={locale} {...read} />;
  return (
    <>
      <div className="mb-10">
        {read === 'too_many' ? (
          <Notice kind="info" title={t('tooMany.title', { most: MOST })}>
            {t('tooMany.body')}
          </Notice>
        ) : (
          <Notice kind="info" title={t('missing.title')}>
            {t('missing.body')}
          </Notice>
        )}
        <p className="mt-3">
          <a href={pathsIn(locale).compare} className="link">
            {t('again')}
          </a>
        </p>
      </div>
      <Missing locale={locale} />
    </>
  );
}
