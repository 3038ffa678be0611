import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/[locale]/page-metadata';
import { pathsIn } from '@/lib/i18n/paths';
import type { Locale } from '@/lib/i18n/routing';
import type { PublicAgreement } from '@/lib/publishing/schema';

/** An earlier state is for whoever was sent to it: search engines are to find the present page. */
export async function pastMetadata(
  locale: Locale,
  { slug, name, version }: Pick<PublicAgreement, 'slug' | 'name' | 'version'>,
): Promise<Metadata> {
  const t = await getTranslations('agreements.version');
  const metadata = pageMetadata({
    title: t('title', { name, version }),
    description: t('description', { name, version }),
    path: pathsIn(locale).agreement(slug),
  });
  return { ...metadata, robots: { index: false } };
}
