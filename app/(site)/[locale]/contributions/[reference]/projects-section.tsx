import { useLocale, useTranslations } from 'next-intl';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { ByQuestion } from './by-question';

type ProjectsSectionProps = Pick<PublicContribution, 'projects' | 'questions' | 'language'>;

export function ProjectsSection({ projects, questions, language }: ProjectsSectionProps) {
  const t = useTranslations('contributions.page');
  if (projects.length === 0) return null;
  return (
    <Section id="projects" title={t('projects')}>
      <ByQuestion items={projects} questions={questions}>
        {(items) => (
          <ul>
            {items.map((project, at) => (
              <li key={at} className="border-b border-rule py-6 first:pt-0 last:border-b-0">
                <Project project={project} language={language} />
              </li>
            ))}
          </ul>
        )}
      </ByQuestion>
    </Section>
  );
}

function Project({ project, language }: { project: PublicContribution['projects'][number]; language: string | null }) {
  const t = useTranslations('contributions.page');
  const paths = pathsIn(useLocale());
  const { title, description, link, agreements, criteria } = project;
  return (
    <>
      <h3 dir="auto" {...inLanguageOf(language)} className="mb-2 max-w-measure">
        {title}
      </h3>
      <Markdown text={description} under={3} language={language} />
      {link && (
        <p className="mt-2">
          <a href={link} className="link wrap-anywhere" rel="nofollow noopener">
            {link}
          </a>
        </p>
      )}
      {agreements.length + criteria.length > 0 && (
        <div className="mt-3 text-sm sm:flex sm:gap-4">
          <p className="shrink-0 font-semibold text-muted">{t('supports')}</p>
          <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
            {agreements.map(({ slug, shortName }) => (
              <li key={slug}>
                <a href={paths.agreement(slug)} className="link">
                  {shortName}
                </a>
              </li>
            ))}
            {criteria.map(({ key, title: criterion }) => (
              <li key={key}>
                <a href={`${paths.matrix}#about-${key}`} className="link">
                  {criterion}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
