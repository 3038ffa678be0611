import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { useTranslations } from 'next-intl';
import { publishedReferences } from '@/app/(site)/contributions/reference-link';
import { linkTo, ViewAddress } from '@/app/(site)/dataset/view-address';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { ParticipationTable } from '@/app/(site)/participants/participation-table';
import { useRegisterWords } from '@/app/(site)/participants/words';
import { Breadcrumbs } from '@/app/ui/breadcrumbs';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { contributions, participant } from '@/app/server/published';
import { apiPaths, downloadPath, pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicParticipantRecord } from '@/lib/publication/participants/schema';

type Props = PageProps<'/[locale]/participants/[slug]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { slug }] = [await localeOf(params), await params];
  const record = await participant(slug);
  if (!record) return missingMetadata(locale);
  const t = await getTranslations('participants.page');
  const { name } = record;
  return pageMetadata({
    title: name,
    description: t('description', { name }),
    path: pathsIn(locale).participant(slug),
  });
}

/** One participant: what it is, and what it did to which agreement. */
export default async function ParticipantPage({ params }: Props) {
  const [locale, { slug }] = [await localeOf(params), await params];
  const [record, references, t] = await Promise.all([
    participant(slug),
    contributions(),
    getTranslations('participants'),
  ]);
  if (!record) return <Missing locale={locale} />;
  const paths = pathsIn(locale);
  const published = publishedReferences(references);
  return (
    <article>
      <Breadcrumbs label={t('page.breadcrumbs')} items={[{ label: t('title'), href: paths.participants }]} />
      <PageHeader
        title={
          <bdi dir="auto" className="wrap-anywhere">
            {record.name}
          </bdi>
        }
      >
        <About record={record} />
      </PageHeader>
      <Section id="agreements" title={t('page.rows')} aside={t('page.rowsAside')} layout="above">
        <ParticipationTable
          id="rows"
          caption={t('table.agreements')}
          head={t('table.agreement')}
          rows={record.participations.map((row) => ({
            row,
            head: (
              <a href={paths.agreement(row.agreement.slug)} className="link wrap-anywhere" dir="auto">
                {row.agreement.name}
              </a>
            ),
          }))}
          published={published}
        />
      </Section>
      <Section id="reuse" title={t('page.reuse')}>
        <p className="no-print mb-3">
          {t.rich('page.json', {
            json: linkTo(apiPaths.participant(slug)),
            csv: linkTo(downloadPath('participants.csv')),
          })}
        </p>
        <ViewAddress label={t('page.address')} path={paths.participant(slug)} />
      </Section>
    </article>
  );
}

function About({ record: { kind, country, group, formerNames } }: { record: PublicParticipantRecord }) {
  const t = useTranslations('participants.page');
  const words = useRegisterWords();
  const items = [
    { key: 'kind', term: t('kind'), description: words('kind', kind) },
    ...(country === null
      ? []
      : [{ key: 'country', term: t(kind === 'state' ? 'country' : 'seat'), description: words('country', country) }]),
    ...(group === null ? [] : [{ key: 'group', term: t('group'), description: words('group', group) }]),
    ...(formerNames.length === 0
      ? []
      : [{ key: 'former', term: t('former'), description: <bdi dir="auto">{formerNames.join(' · ')}</bdi> }]),
  ];
  return (
    <div className="max-w-[46rem]">
      <DefinitionList items={items} />
    </div>
  );
}
