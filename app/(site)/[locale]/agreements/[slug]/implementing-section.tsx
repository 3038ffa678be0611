import { useLocale, useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { projectViewShape } from '@/lib/publication/projects';
import { excerptOf } from '@/lib/publication/signatories';
import type { PublicProject } from '@/lib/publication/schema';
import { viewAddress } from '@/lib/publication/views/address';

type ImplementingSectionProps = { slug: string; projects: readonly PublicProject[]; published: PublishedReferences };

/** The projects of published contributions that put the agreement into practice. */
export function ImplementingSection({ slug, projects, published }: ImplementingSectionProps) {
  const t = useTranslations('agreements.projects');
  const paths = pathsIn(useLocale());
  if (projects.length === 0) return null;
  const link = (words: React.ReactNode) => (
    <a href={viewAddress(paths.projects, projectViewShape, { agreement: [slug] })} className="link">
      {words}
    </a>
  );
  return (
    <Section id="projects" title={t('title')} aside={t.rich('aside', { link })}>
      <ul>
        {projects.map((project) => (
          <li
            key={`${project.contribution} ${project.number}`}
            className="border-b border-rule py-5 first:pt-0 last:border-b-0"
          >
            <Project project={project} published={published} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Project({ project, published }: { project: PublicProject; published: PublishedReferences }) {
  const t = useTranslations('agreements.projects');
  const authors = useTranslations('contributions');
  const paths = pathsIn(useLocale());
  const { title, description, link, criteria, attribution, contribution } = project;
  const who = sayAuthor(attribution, { anonymous: authors('anonymous'), unnamed: authors('unnamed') });
  return (
    <>
      <h3 dir="auto" className="max-w-measure text-lg">
        {title}
      </h3>
      <p className="mb-2 text-sm text-muted">
        {t.rich('by', {
          who: () => <bdi>{who}</bdi>,
          reference: () => <ReferenceLink reference={contribution} published={published} />,
        })}
      </p>
      <Markdown text={excerptOf(description)} under={3} className="!text-base" />
      {link && (
        <p className="mt-1 text-sm">
          <a href={link} className="link wrap-anywhere" rel="nofollow noopener">
            {link}
          </a>
        </p>
      )}
      {criteria.length > 0 && (
        <p className="mt-2 text-sm">
          <span className="me-2 font-semibold text-muted">{t('norms')}</span>
          {criteria.map(({ key, title: criterion }, at) => (
            <span key={key}>
              {at > 0 && ' · '}
              <a href={viewAddress(paths.projects, projectViewShape, { criterion: [key] })} className="link">
                {criterion}
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
