import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { WithheldPage } from '@/app/(site)/frame/withheld-page';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { reportEditions, reportTreeOf } from '@/app/server/published';
import { sayDay } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { correctedOf } from '@/lib/publication/reports/editions/editions';
import type { PublicEdition } from '@/lib/publication/reports/editions/editions';
import { htmlFacts, htmlSections } from '@/lib/publication/reports/html';
import { EditionFiles } from './edition-files';
import { GoneSection } from './gone-section';
import '@/app/(site)/[locale]/analysis/analysis.css';
import './report.css';

type Props = PageProps<'/[locale]/calls/[call]/report/[edition]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

async function read(params: Props['params']) {
  const [locale, { call, edition: number }] = [await localeOf(params), await params];
  const all = await reportEditions(call);
  return { locale, all, edition: all.find((one) => `${one.number}` === number) ?? null };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, edition } = await read(params);
  if (!edition) return missingMetadata(locale);
  const t = await getTranslations('reports.page');
  const { call, number, title, publishedAt, withheld } = edition;
  return {
    ...pageMetadata({
      title: t('title', { title, edition: number }),
      description: t('description', { edition: number, date: sayDay(publishedAt, locale) }),
      path: pathsIn(locale).callReport(call, number),
    }),
    ...(withheld && { robots: { index: false } }),
  };
}

/** A published report, as it was frozen. What came later is said above it. */
export default async function CallReportPage({ params }: Props) {
  const { locale, all, edition } = await read(params);
  if (!edition) return <Missing locale={locale} />;
  const { call, number, title, publishedAt, withheld, files, goneSince } = edition;
  const [t, list, words] = await Promise.all([
    getTranslations('reports.page'),
    getTranslations('reports.list'),
    getTranslations('reports.withheld'),
  ]);
  const paths = pathsIn(locale);
  const later = correctedOf(edition, all);
  const linkTo = (one: PublicEdition) => ({
    label: t('newerLink', { edition: one.number, date: sayDay(one.publishedAt, locale) }),
    href: paths.callReport(call, one.number),
  });
  const tree = withheld ? null : await reportTreeOf(call, number);
  if (withheld || !tree)
    return (
      <WithheldPage
        locale={locale}
        what={words('edition', { edition: number })}
        withheld={withheld ?? { reason: '', since: publishedAt }}
        corrected={later && linkTo(later)}
        files={files}
      />
    );
  return (
    <article>
      <Breadcrumbs
        label={list('breadcrumbs')}
        items={[
          { label: call, href: paths.call(call) },
          { label: list('link'), href: paths.callReports(call) },
        ]}
      />
      <PageHeader
        eyebrow={t('eyebrow', { edition: number })}
        title={<span dir="auto">{title}</span>}
        lead={t('lead', { date: sayDay(publishedAt, locale) })}
      >
        {later && (
          <div className="mb-6 max-w-[46rem]">
            <Notice kind="info" title={t('newer')}>
              <a href={linkTo(later).href} className="link">
                {linkTo(later).label}
              </a>
            </Notice>
          </div>
        )}
        <div className="report" dangerouslySetInnerHTML={{ __html: htmlFacts(tree) }} />
      </PageHeader>
      <GoneSection gone={goneSince} locale={locale} />
      <EditionFiles edition={edition} locale={locale} />
      <nav aria-labelledby="contents" className="border-t border-rule pt-6 pb-12">
        <h2 id="contents" className="mb-4 text-xl">
          {t('contents')}
        </h2>
        <ol className="max-w-[46rem] space-y-1">
          {tree.sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`} className="link">
                {section.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {/* The writer escapes every text of the tree (lib/publication/reports/html.ts). */}
      <div className="report" dangerouslySetInnerHTML={{ __html: htmlSections(tree) }} />
    </article>
  );
}
