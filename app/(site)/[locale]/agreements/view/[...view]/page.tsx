import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgreementList } from '@/app/(site)/[locale]/agreements/list/agreement-list';
import { listingOf } from '@/app/(site)/[locale]/agreements/list/listing';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { readView } from '@/lib/publication/views/address';

type Props = PageProps<'/[locale]/agreements/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** Search engines list only the main page, no views. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('agreements');
  const title = await titleOfView(t('title'), readView((await params).view, agreementsView) ?? {}, locale);
  return {
    ...pageMetadata({ title, description: t('description'), path: pathsIn(locale).agreements }),
    robots: { index: false },
  };
}

export default async function AgreementsViewPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = readView((await params).view, agreementsView);
  const listing = view && (await listingOf(view));
  return listing ? <AgreementList listing={listing} /> : <Missing locale={locale} />;
}
