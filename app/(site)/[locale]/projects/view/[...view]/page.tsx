import { ProjectList } from '@/app/(site)/[locale]/projects/project-list';
import { viewPage, wordsOfView } from '@/app/(site)/frame/view-page';
import { projectViewShape } from '@/lib/publication/projects';
import { readView } from '@/lib/publication/views/address';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

const { generateMetadata, Page } = viewPage({
  read: async ({ view }) => readView(view, projectViewShape),
  words: (view, locale) => wordsOfView('projects', view, locale),
  body: (view, locale) => <ProjectList locale={locale} view={view} />,
});

export { generateMetadata };
export default Page;
