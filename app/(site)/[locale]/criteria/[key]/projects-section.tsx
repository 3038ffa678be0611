import { useLocale, useTranslations } from 'next-intl';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { linkTo } from '@/app/(site)/dataset/view-address';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { projectViewShape } from '@/lib/publication/projects';
import type { PublicCriterionRecord, PublicProject } from '@/lib/publication/schema';
import { excerptOf } from '@/lib/publication/signatories';
import { viewAddress } from '@/lib/publication/views/address';
import { ProjectName } from './values-section';

type Props = { record: PublicCriterionRecord; published: PublishedReferences };

/** More are read in the list of projects. */
const MAX_SHOWN = 20;

/** The published projects that name the criterion, also those for no agreement of the dataset. */
export function ProjectsSection({ record: { key, projects }, published }: Props) {
  const t = useTranslations('criteria.page');
  const paths = pathsIn(useLocale());
  const all = viewAddress(paths.projects, projectViewShape, { criterion: [key] });
  return (
    <Section
      id="projects"
      title={t('projects')}
      aside={projects.length > 0 && t.rich('projectsAside', { link: linkTo(all) })}
    >
      {projects.length === 0 ? (
        <p className="max-w-measure text-muted">{t('projectsNone')}</p>
      ) : (
        <ul>
          {projects.slice(0, MAX_SHOWN).map((project) => (
            <li
              key={`${project.contribution} ${project.number}`}
              className="border-b border-rule py-4 first:pt-0 last:border-b-0"
            >
              <Project project={project} published={published} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Project({ project, published }: { project: PublicProject; published: PublishedReferences }) {
  const t = useTranslations('criteria.page');
  const paths = pathsIn(useLocale());
  const { description, agreements, contribution } = project;
  return (
    <>
      <h3 className="max-w-measure font-sans text-base font-semibold">
        <ProjectName project={project} />
      </h3>
      <Markdown text={excerptOf(description)} under={3} className="!text-base" />
      <p className="mt-1 text-sm text-muted">
        {agreements.length > 0 &&
          t.rich('projectFor', {
            agreements: () =>
              agreements.map(({ slug, shortName }, at) => (
                <span key={slug}>
                  {at > 0 && ', '}
                  <a href={paths.agreement(slug)} className="link">
                    {shortName}
                  </a>
                </span>
              )),
          })}
        {agreements.length > 0 && ' · '}
        <ReferenceLink reference={contribution} published={published} />
      </p>
    </>
  );
}
