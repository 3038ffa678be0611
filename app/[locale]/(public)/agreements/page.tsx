import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/[locale]/locale';
import { Missing } from '@/app/[locale]/missing';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { feedPaths, pathsIn } from '@/lib/i18n/paths';
import { AgreementList } from './_list/agreement-list';
import { listingOf } from './_list/listing';

type Props = PageProps<'/[locale]/agreements'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const [t, feeds] = await Promise.all([getTranslations('agreements'), getTranslations('feeds.link')]);
  return pageMetadata({
    title: t('title'),
    description: t('description'),
    path: pathsIn(locale).agreements,
    feeds: [{ title: feeds('dataset'), url: feedPaths.dataset }],
  });
}

export default async function AgreementsPage({ params }: Props) {
  const locale = await localeOf(params);
  const listing = await listingOf({});
  return listing ? <AgreementList listing={listing} /> : <Missing locale={locale} />;
}
