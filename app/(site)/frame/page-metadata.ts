import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cutAtWord } from '@/lib/platform/text/cut-text';
import { feedPaths, pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { socialImageOf } from '@/app/(site)/[locale]/social/sections';
import { localeOf } from './locale';

export type PageWords = {
  title: string;
  description: string;
  path: string;
  /** The Atom feeds that report changes of the page's content. */ feeds?: readonly { title: string; url: string }[];
};

/** The pages with a title and a description in the catalogue of their name. */
export type PageName =
  | 'about'
  | 'agreements'
  | 'analysis'
  | 'api'
  | 'background'
  | 'calls'
  | 'challenges'
  | 'compare'
  | 'contributions'
  | 'criteria'
  | 'data'
  | 'glossary'
  | 'limits'
  | 'matrix'
  | 'method'
  | 'participants'
  | 'privacy'
  | 'projects'
  | 'releases'
  | 'search'
  | 'statistics'
  | 'sources';

/** The `generateMetadata` of such a page; `feed` reports changes of its content. */
export const metadataOf =
  (page: PageName, feed?: keyof typeof feedPaths) =>
  async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const locale = await localeOf(params);
    const [t, feeds] = await Promise.all([getTranslations(page), getTranslations('feeds.link')]);
    return pageMetadata({
      title: t('title'),
      description: t('description'),
      path: pathsIn(locale)[page],
      feeds: feed && [{ title: feeds(feed), url: feedPaths[feed] }],
    });
  };

/**
 * Metadata of a page for search engines and link previews; the layout's `metadataBase` completes relative addresses.
 */
export function pageMetadata({ title, description, path, feeds = [] }: PageWords): Metadata {
  const short = cutAtWord(description, 200);
  const locale =
    routing.locales.find((one) => path === `/${one}` || path.startsWith(`/${one}/`)) ?? routing.defaultLocale;
  return {
    title,
    description: short,
    alternates: { canonical: path, ...(feeds.length > 0 && { types: { 'application/atom+xml': [...feeds] } }) },
    openGraph: { title, description: short, url: path, type: 'article', images: [socialImageOf(path, locale)] },
    twitter: { card: 'summary_large_image' },
  };
}
