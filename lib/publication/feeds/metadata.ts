import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import { LICENCE_LINK } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

/** The sentences of a feed in one language, because a feed is made outside of any page. */
export const feedWords = (locale: Locale) =>
  createTranslator<Messages>({ locale, messages: catalogues[locale], timeZone: 'UTC' });
export type FeedWords = ReturnType<typeof feedWords>;

/** What every feed states about itself: its author and its licence. */
export const feedMetadata = (words: FeedWords, locale: Locale, origin: string) => ({
  author: { name: words('feeds.author'), link: `${origin}/${locale}` },
  rights: words('feeds.rights', { licence: LICENCE_LINK }),
  language: locale,
});

/** Feeds are written in English, as the contributions are. */
export const FEED_LOCALE: Locale = 'en';
