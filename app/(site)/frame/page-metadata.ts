import type { Metadata } from 'next';
import { cutAtWord } from '@/lib/platform/text/cut-text';
import { routing } from '@/lib/platform/i18n/routing';
import { socialImageOf } from '@/app/(site)/[locale]/social/sections';

type PageWords = {
  title: string;
  description: string;
  path: string;
  /** The Atom feeds that report changes of the page's content. */ feeds?: readonly { title: string; url: string }[];
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
