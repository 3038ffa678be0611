import { useLocale, useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Markdown } from '@/app/ui/markdown';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { projectViewShape } from '@/lib/publication/projects';
import type { PublicProject } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

/** One project: its organisation and contribution, its description, and what it supports. */
export function ProjectEntry({ project }: { project: PublicProject }) {
  const t = useTranslations('projects');
  const authors = useTranslations('contributions');
  const paths = pathsIn(useLocale());
  const { contribution, attribution, language, title, description, link } = project;
  const source = (
    <a href={`${paths.contribution(contribution)}#projects`} className="link whitespace-nowrap">
      {contribution}
    </a>
  );
  return (
    <li className="gap-x-12 border-b border-rule py-6 md:grid md:grid-cols-[var(--container-margin)_minmax(0,1fr)]">
      <p className="mb-2 text-sm text-muted">
        <span dir="auto" className="font-semibold text-ink">
          {sayAuthor(attribution, { anonymous: authors('anonymous'), unnamed: authors('unnamed') })}
        </span>
        <br className="max-md:hidden" /> {t.rich('contribution', { reference: () => source })}
      </p>
      <article>
        <h2 dir="auto" {...inLanguageOf(language)} className="mb-2 max-w-measure text-xl">
          {title}
        </h2>
        <Markdown text={description} under={2} language={language} className="!text-base" />
        {link && (
          <p className="mt-2 text-sm">
            <a href={link} className="link wrap-anywhere" rel="nofollow noopener">
              {link}
            </a>
          </p>
        )}
        <Supports project={project} />
        <ConcernedCells project={project} />
      </article>
    </li>
  );
}

/** What the dataset says on the criteria of the project for its agreements, each cell with its short form. */
function ConcernedCells({ project: { criteria, agreements } }: { project: PublicProject }) {
  const t = useTranslations('challenges');
  if (criteria.length === 0 || agreements.length === 0) return null;
  return (
    <details className="no-print mt-2 text-sm">
      <summary className="w-fit py-1 text-accent">{t('project')}</summary>
      <ul className="mt-1 space-y-1">
        {agreements.flatMap((agreement) =>
          criteria.map(({ key, title }) => (
            <li key={`${agreement.slug} ${key}`}>
              {agreement.shortName}: {title}{' '}
              <CorrectLink agreement={agreement} cell={key} title={title} className="ms-2" />
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

/** Its norms and other criteria, each linked to the projects with the same one, and its agreements. */
function Supports({ project: { criteria, agreements } }: { project: PublicProject }) {
  const t = useTranslations('projects');
  const paths = pathsIn(useLocale());
  const lists = [
    {
      term: t('norms'),
      entries: criteria.map(({ key, title }) => ({
        key,
        words: title,
        href: viewAddress(paths.projects, projectViewShape, { criterion: [key] }),
      })),
    },
    {
      term: t('agreements'),
      entries: agreements.map(({ slug, shortName }) => ({ key: slug, words: shortName, href: paths.agreement(slug) })),
    },
  ];
  return (
    <dl className="mt-4 space-y-1 text-sm">
      {lists.map(
        ({ term, entries }) =>
          entries.length > 0 && (
            <div key={term} className="sm:flex sm:gap-4">
              <dt className="w-36 shrink-0 font-semibold text-muted">{term}</dt>
              <dd>
                <ul className="flex flex-wrap gap-x-4 gap-y-1">
                  {entries.map(({ key, words, href }) => (
                    <li key={key}>
                      <a href={href} className="link inline-block min-h-6">
                        {words}
                      </a>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
