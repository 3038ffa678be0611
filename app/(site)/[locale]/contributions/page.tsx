import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { feedPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { ContributionList } from './contribution-list';

type Props = PageProps<'/[locale]/contributions'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const [t, feeds] = await Promise.all([getTranslations('contributions'), getTranslations('feeds.link')]);
  const feed = { title: feeds('contributions'), url: feedPaths.contributions };
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: pathsIn(locale).contributions,
    feeds: [feed],
  });
}

export default async function ContributionsPage({ params }: Props) {
  return <ContributionList locale={await localeOf(params)} view={{}} />;
}
