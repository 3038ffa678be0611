import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ComparePageBody } from './compare-page-body';
import { readComparison } from './read-comparison';

type Props = PageProps<'/[locale]/compare'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('compare');
  return pageMetadata({ title: t('title'), description: t('description'), path: pathsIn(locale).compare });
}

export default async function ComparePage({ params }: Props) {
  const locale = await localeOf(params);
  const read = await readComparison();
  return read && read !== 'too_many' ? <ComparePageBody locale={locale} {...read} /> : <Missing locale={locale} />;
}
