import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { feedPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { AgreementList } from '@/app/(site)/[locale]/agreements/list/agreement-list';
import { listingOf } from '@/app/(site)/[locale]/agreements/list/listing';

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
