import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DatasetLd } from '@/app/(site)/dataset/dataset-ld';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { MatrixPageBody } from './matrix-page-body';
import { readMatrix } from './read-matrix';

type Props = PageProps<'/[locale]/matrix'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('matrix');
  return pageMetadata({ title: t('title'), description: t('description'), path: pathsIn(locale).matrix });
}

export default async function MatrixPage({ params }: Props) {
  const locale = await localeOf(params);
  const read = await readMatrix();
  if (!read) return <Missing locale={locale} />;
  return (
    <>
      <DatasetLd locale={locale} />
      <MatrixPageBody locale={locale} {...read} />
    </>
  );
}
