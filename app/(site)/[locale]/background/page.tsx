import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { agreement } from '@/app/server/published';
import { DefinitionList } from '@/app/ui/definition-list';
import { PageHeader } from '@/app/ui/page-header';
import { linkTo, Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { DocumentsSection } from './documents-section';

type Props = PageProps<'/[locale]/background'>;

const YEARS = ['y2014', 'y2016', 'y2017', 'y2018', 'y2019', 'y2020'] as const;
const PLAN = ['norms', 'samples', 'policy', 'divide', 'paper', 'meeting'] as const;
const PROCESSES = ['ungge', 'reports', 'new', 'oewg', 'unoda'] as const;

/** As the paper links them under "Further resources". */
const RESOURCES = {
  carnegie: 'https://carnegieendowment.org/publications/interactive/cybernorms',
  gcsc: 'https://cyberregstrategies.com/an-analytical-review-and-comparison-of-operative-measures-included-in-cyber-diplomatic-initiatives/',
  unidir: 'https://cyberpolicyportal.org/en/',
} as const;
const RESOURCE_NAMES = ['carnegie', 'gcsc', 'unidir'] as const;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('background');

export default async function BackgroundPage({ params }: Props) {
  const locale = await localeOf(params);
  const [t, report] = await Promise.all([getTranslations('background'), agreement('ungge-2015')]);
  const source = (section: 'forum' | 'history' | 'un' | 'views' | 'resources') =>
    t('source', { section: t(`${section}.section`) });
  // A dataset that was imported may lack the report.
  const toReport = report ? linkTo(pathsIn(locale).agreement(report.slug)) : (words: React.ReactNode) => words;
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')} />
      <Section id="forum" title={t('forum.title')} aside={source('forum')}>
        <Prose>
          <p>{t('forum.body')}</p>
        </Prose>
      </Section>
      <Section id="history" title={t('history.title')} aside={source('history')}>
        <DefinitionList
          items={YEARS.map((year) => ({
            key: year,
            term: t(`history.years.${year}.when`),
            description: t(`history.years.${year}.what`),
          }))}
        />
        <Prose className="mt-6">
          <h3>{t('history.plan')}</h3>
          <ol>
            {PLAN.map((part) => (
              <li key={part}>{t(`history.parts.${part}`)}</li>
            ))}
          </ol>
        </Prose>
      </Section>
      <Section
        id="un"
        title={t('un.title')}
        aside={
          <>
            <p>{source('un')}</p>
            <p className="mt-2">{t('un.aside')}</p>
          </>
        }
      >
        <DefinitionList
          items={PROCESSES.map((process) => ({
            key: process,
            term: t(`un.terms.${process}`),
            description: t.rich(`un.${process}`, { report: toReport }),
          }))}
        />
      </Section>
      <DocumentsSection />
      <Section id="views" title={t('views.title')} aside={source('views')}>
        <Prose>
          <p>{t('views.paper')}</p>
          <p>{t('views.site')}</p>
        </Prose>
      </Section>
      <Section id="resources" title={t('resources.title')} aside={source('resources')}>
        <ul className="max-w-measure space-y-4">
          {RESOURCE_NAMES.map((name) => (
            <li key={name}>
              <p className="font-serif text-lg">
                <a href={RESOURCES[name]} className="link" rel="noopener">
                  {t(`resources.names.${name}`)}
                </a>
              </p>
              <p className="text-muted">{t(`resources.${name}`)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
