import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { ProjectList } from './project-list';

type Props = PageProps<'/[locale]/projects'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('projects');
  return pageMetadata({ title: t('title'), description: t('description'), path: pathsIn(locale).projects });
}

export default async function ProjectsPage({ params }: Props) {
  return <ProjectList locale={await localeOf(params)} view={{}} />;
}
