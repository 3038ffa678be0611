import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MatrixPageBody } from '@/app/(site)/[locale]/matrix/matrix-page-body';
import { readMatrix } from '@/app/(site)/[locale]/matrix/read-matrix';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/matrix/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** Search engines list only the whole matrix: its views are many and have the same content. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const read = await readMatrix((await params).view);
  if (!read) return missingMetadata(locale);
  const t = await getTranslations('matrix');
  return {
    ...pageMetadata({
      title: await titleOfView(t('viewTitle'), read.view, locale),
      description: t('description'),
      path: pathsIn(locale).matrix,
    }),
    robots: { index: false },
  };
}

export default async function MatrixViewPage({ params }: Props) {
  const locale = await localeOf(params);
  const read = await readMatrix((await params).view);
  return read ? <MatrixPageBody locale={locale} {...read} /> : <Missing locale={locale} />;
}
