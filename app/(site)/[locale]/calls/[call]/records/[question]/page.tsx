import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { call as readCall, callRecords } from '@/app/server/published';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { PageHeader } from '@/app/ui/page-header';
import { apiPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { RecordTable } from './record-table';

type Props = PageProps<'/[locale]/calls/[call]/records/[question]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { call: slug, question } = await params;
  const [call, found] = [await readCall(slug, locale), await callRecords(slug, question, locale)];
  if (!call || !found) return missingMetadata(locale);
  return pageMetadata({
    title: `${found.question.shortTitle}: ${call.title}`,
    description: found.question.title,
    path: pathsIn(locale).callRecords(slug, question),
  });
}

/** What published contributions give to a question that asks for records, as one table. */
export default async function RecordsPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug, question: key } = await params;
  const [call, found] = [await readCall(slug, locale), await callRecords(slug, key, locale)];
  if (!call || !found) return <Missing locale={locale} />;
  const [t, calls, paths] = [await getTranslations('answers.records'), await getTranslations('calls'), pathsIn(locale)];
  const { question, heads, records } = found;
  return (
    <article>
      <Breadcrumbs
        label={calls('breadcrumbs')}
        items={[
          { label: calls('title'), href: paths.calls },
          { label: call.title, href: paths.call(slug) },
        ]}
      />
      <PageHeader title={question.shortTitle} lead={question.title} />
      <p className="mb-6 max-w-measure">{t('count', { count: records.length })}</p>
      {records.length > 0 && <RecordTable caption={question.shortTitle} heads={heads} records={records} />}
      <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        {(['csv', 'xlsx'] as const).map((ending) => (
          <li key={ending}>
            <a href={paths.callRecordsFile(slug, key, ending)} className="link">
              {t(ending)}
            </a>
          </li>
        ))}
        <li>
          <a href={apiPaths.callRecords(slug, key)} className="link">
            {t('api')}
          </a>
        </li>
      </ul>
    </article>
  );
}
