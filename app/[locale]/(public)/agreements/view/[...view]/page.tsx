import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgreementList } from '@/app/[locale]/(public)/agreements/_list/agreement-list';
import { listingOf } from '@/app/[locale]/(public)/agreements/_list/listing';
import { localeOf } from '@/app/[locale]/locale';
import { Missing } from '@/app/[locale]/missing';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { titleOfView } from '@/app/[locale]/view-title';
import { pathsIn } from '@/lib/i18n/paths';
import { agreementsView } from '@/lib/publishing/facets/view';
import { readView } from '@/lib/publishing/views/address';

type Props = PageProps<'/[locale]/agreements/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** A view is not for search engines: the page itself is. */
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
