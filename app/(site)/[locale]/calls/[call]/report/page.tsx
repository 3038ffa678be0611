import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { EmptyState } from '@/app/ui/empty-state';
import { Day } from '@/app/ui/moment';
import { PageHeader } from '@/app/ui/page-header';
import { call as readCall, reportEditions } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/calls/[call]/report'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { call: slug }] = [await localeOf(params), await params];
  const call = await readCall(slug, locale);
  if (!call) return missingMetadata(locale);
  const t = await getTranslations('reports.list');
  return pageMetadata({
    title: t('title', { call: call.title }),
    description: t('description', { call: call.title }),
    path: pathsIn(locale).callReports(slug),
  });
}

/** The published reports of a call. */
export default async function CallReportsPage({ params }: Props) {
  const [locale, { call: slug }] = [await localeOf(params), await params];
  const [call, editions, t] = await Promise.all([
    readCall(slug, locale),
    reportEditions(slug),
    getTranslations('reports.list'),
  ]);
  if (!call) return <Missing locale={locale} />;
  const paths = pathsIn(locale);
  return (
    <>
      <Breadcrumbs label={t('breadcrumbs')} items={[{ label: call.title, href: paths.call(slug) }]} />
      <PageHeader eyebrow={t('eyebrow')} title={t('title', { call: call.title })} lead={t('lead')} />
      {editions.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneMore')}</EmptyState>
      ) : (
        <ul className="border-t border-rule pt-6">
          {editions.map(({ number, publishedAt, withheld }) => (
            <li key={number} className="border-b border-rule py-5 first:pt-0 last:border-b-0">
              <a href={paths.callReport(slug, number)} className="link font-serif text-lg">
                {t('edition', { edition: number })}
              </a>
              <p className="mt-1 text-sm text-muted">
                <Day value={publishedAt} locale={locale} />
                {withheld && ` · ${t('withheld')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
