import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ContributionList } from '@/app/(site)/[locale]/contributions/contribution-list';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { contributionViewShape } from '@/lib/publication/contributions/facets';
import { readView } from '@/lib/publication/views/address';

type Props = PageProps<'/[locale]/contributions/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const view = readView((await params).view, contributionViewShape);
  if (!view) return missingMetadata(locale);
  const t = await getTranslations('contributions');
  return {
    ...pageMetadata({
      title: await titleOfView(t('title'), view, locale),
      description: t('description'),
      path: pathsIn(locale).contributions,
    }),
    robots: { index: false },
  };
}

export default async function ContributionsViewPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = readView((await params).view, contributionViewShape);
  return view ? <ContributionList locale={locale} view={view} /> : <Missing locale={locale} />;
}
