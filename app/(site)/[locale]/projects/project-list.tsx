import { getTranslations } from 'next-intl/server';
import { SearchForm } from '@/app/(site)/dataset/search-form';
import { NothingPublished } from '@/app/(site)/selection/nothing-published';
import { ChoicePageLinks } from '@/app/(site)/selection/page-links';
import { SearchEverywhere } from '@/app/(site)/selection/search-everywhere';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { criterionSets, projects } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { choose, pageOf } from '@/lib/publication/selection';
import { projectDivisions, projectViewShape, soughtAmong } from '@/lib/publication/projects';
import type { ProjectView } from '@/lib/publication/projects';
import { ProjectChoices } from './project-choices';
import { ProjectEntry } from './project-entry';

/** The projects of a view, below the search and the index of norms and agreements. */
export async function ProjectList({ locale, view }: { locale: Locale; view: ProjectView }) {
  const [t, list, sets] = await Promise.all([getTranslations('projects'), projects(), criterionSets()]);
  const paths = pathsIn(locale);
  const chosen = { q: view.q?.[0], criterion: view.criterion?.[0], agreement: view.agreement?.[0] };
  const { rows, choices } = choose(soughtAmong(list, chosen.q), projectDivisions, chosen);
  const { rows: shown, page, pages } = pageOf(rows, Number(view.page?.[0] ?? 1), 50);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead')}>
        <p className="max-w-measure text-sm text-muted">
          {t.rich('why', { source: (words) => <cite className="mt-1 block">{words}</cite> })}
        </p>
      </PageHeader>
      {list.length === 0 ? (
        <NothingPublished list="projects" />
      ) : (
        <>
          <SearchForm
            action={`${paths.projects}/find`}
            chosen={chosen}
            label={t('search.label')}
            submit={t('search.submit')}
          />
          <ProjectChoices locale={locale} list={list} sets={sets} choices={choices} chosen={chosen} />
          <p className="mb-6 text-muted">
            {t('count', { count: rows.length })}
            {Object.values(chosen).some(Boolean) && (
              <a href={paths.projects} className="link ms-4">
                {t('selection.all')}
              </a>
            )}
          </p>
          <ul className="border-t border-rule">
            {shown.map((project) => (
              <ProjectEntry key={`${project.contribution} ${project.number}`} project={project} />
            ))}
          </ul>
          {rows.length === 0 && (
            <EmptyState title={t('nothing.title')} action={<SearchEverywhere words={chosen.q} />}>
              {t('nothing.body')}
            </EmptyState>
          )}
          <ChoicePageLinks page={page} pages={pages} base={paths.projects} shape={projectViewShape} view={view} />
        </>
      )}
    </>
  );
}
