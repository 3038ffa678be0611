import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { ProjectList } from './project-list';

type Props = PageProps<'/[locale]/projects'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('projects');

export default async function ProjectsPage({ params }: Props) {
  return <ProjectList locale={await localeOf(params)} view={{}} />;
}
