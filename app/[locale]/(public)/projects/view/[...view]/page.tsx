import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectList } from '@/app/[locale]/(public)/projects/project-list';
import { localeOf } from '@/app/[locale]/locale';
import { Missing, missingMetadata } from '@/app/[locale]/missing';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { titleOfView } from '@/app/[locale]/view-title';
import { pathsIn } from '@/lib/i18n/paths';
import { projectViewShape } from '@/lib/publishing/projects/division';
import { readView } from '@/lib/publishing/views/address';

type Props = PageProps<'/[locale]/projects/view/[...view]'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const view = readView((await params).view, projectViewShape);
  if (!view) return missingMetadata(locale);
  const t = await getTranslations('projects');
  return {
    ...pageMetadata({
      title: await titleOfView(t('title'), view, locale),
      description: t('description'),
      path: pathsIn(locale).projects,
    }),
    robots: { index: false },
  };
}

export default async function ProjectsViewPage({ params }: Props) {
  const locale = await localeOf(params);
  const view = readView((await params).view, projectViewShape);
  return view ? <ProjectList locale={locale} view={view} /> : <Missing locale={locale} />;
}
