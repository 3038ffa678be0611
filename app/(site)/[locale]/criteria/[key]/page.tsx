import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo } from '@/app/ui/prose';
import {
  agreements,
  calls,
  contributions,
  criterionChanges,
  criterionSets,
  projects,
  referenceNames,
} from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { criterionRecord } from '@/lib/publication/criteria';
import type { PublicCriterionRecord } from '@/lib/publication/schema';
import { HistorySection } from './history-section';
import { OpenSection } from './open-section';
import { ProjectsSection } from './projects-section';
import { ReuseSection } from './reuse-section';
import { ValuesSection } from './values-section';

type Props = PageProps<'/[locale]/criteria/[key]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

async function recordOf(key: string): Promise<PublicCriterionRecord | null> {
  const [sets, changes, list, run] = await Promise.all([
    criterionSets(),
    criterionChanges(key),
    agreements(),
    projects(),
  ]);
  return criterionRecord(key, { sets, changes, agreements: list, projects: run });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { key }] = [await localeOf(params), await params];
  const record = await recordOf(key);
  if (!record) return missingMetadata(locale);
  const t = await getTranslations('criteria.page');
  const { title } = record;
  return pageMetadata({ title, description: t('description', { title }), path: pathsIn(locale).criterion(key) });
}

/** One criterion: its definition, and what agreements, projects and decisions say of it. */
export default async function CriterionPage({ params }: Props) {
  const [locale, { key }] = [await localeOf(params), await params];
  const [record, sets, names, references, everyCall, t] = await Promise.all([
    recordOf(key),
    criterionSets(),
    referenceNames(),
    contributions(),
    calls(locale),
    getTranslations('criteria'),
  ]);
  if (!record) return <Missing locale={locale} />;
  const paths = pathsIn(locale);
  const published = publishedReferences(references);
  return (
    <article>
      <Breadcrumbs
        label={t('breadcrumbs')}
        items={[
          { label: t('title'), href: paths.criteria },
          { label: record.set.title, href: `${paths.criteria}#${record.set.slug}` },
        ]}
      />
      <PageHeader eyebrow={record.set.title} title={record.title} lead={record.description}>
        <Definition record={record} method={linkTo(`${paths.method}#assessment`)} />
      </PageHeader>
      <ValuesSection record={record} published={published} />
      <OpenSection record={record} calls={everyCall} />
      <ProjectsSection record={record} published={published} />
      <HistorySection record={record} names={names} published={published} />
      <ReuseSection record={record} sets={sets} />
    </article>
  );
}

/** Where the definition comes from, and how this site assesses it. */
async function Definition({
  record: { letter, set, help },
  method,
}: {
  record: PublicCriterionRecord;
  method: ReturnType<typeof linkTo>;
}) {
  const t = await getTranslations('criteria.page');
  const items = [
    { key: 'source', term: t('source'), description: set.source },
    ...(letter ? [{ key: 'letter', term: t('letter'), description: t('letterValue', { letter }) }] : []),
    ...(help
      ? [
          {
            key: 'help',
            term: t('assess'),
            description: (
              <>
                <p>{help}</p>
                <p className="mt-1 text-sm text-muted">{t.rich('assessNote', { method })}</p>
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="max-w-[46rem]">
      <DefinitionList items={items} />
    </div>
  );
}
