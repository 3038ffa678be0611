import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectList } from '@/app/(site)/[locale]/projects/project-list';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing, missingMetadata } from '@/app/(site)/frame/missing';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { titleOfView } from '@/app/(site)/frame/view-title';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { projectViewShape } from '@/lib/publication/projects';
import { readView } from '@/lib/publication/views/address';

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
