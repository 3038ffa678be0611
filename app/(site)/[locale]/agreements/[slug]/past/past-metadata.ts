import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageMetadata } from '@/app/(site)/frame/page-metadata';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicAgreement } from '@/lib/publication/schema';

/** Past states are for readers with the link: search engines should list only the present page. */
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
