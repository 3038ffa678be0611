import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { answersOverYears } from '@/app/server/published';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { PageHeader } from '@/app/ui/page-header';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { YearGroups } from './year-groups';

type Props = PageProps<'/[locale]/questions/[key]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { key }] = [await localeOf(params), await params];
  const found = await answersOverYears(key, locale);
  if (!found) return missingMetadata(locale);
  const t = await getTranslations('years');
  return pageMetadata({
    title: `${found.shortTitle}: ${t('eyebrow')}`,
    description: t('description', { title: found.title }),
    path: pathsIn(locale).answers(key),
  });
}

/** The answers to one question in all calls that ask it. */
export default async function AnswersPage({ params }: Props) {
  const [locale, { key }] = [await localeOf(params), await params];
  const found = await answersOverYears(key, locale);
  if (!found) return <Missing locale={locale} />;
  const [t, calls] = await Promise.all([getTranslations('years'), getTranslations('calls')]);
  const paths = pathsIn(locale);
  return (
    <>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: calls('title'), href: paths.calls }]} />
      <PageHeader eyebrow={t('eyebrow')} title={<span dir="auto">{found.title}</span>} lead={t('lead')} />
      <YearGroups groups={found.groups} pathOf={{ call: paths.call, contribution: paths.contribution }} />
    </>
  );
}
