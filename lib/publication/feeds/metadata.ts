import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import { LICENCE_LINK } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

/** The sentences of a feed in one language: it is written outside any page, so nothing else can know it. */
export const feedWords = (locale: Locale) =>
  createTranslator<Messages>({ locale, messages: catalogues[locale], timeZone: 'UTC' });
export type FeedWords = ReturnType<typeof feedWords>;

/** What every feed of ours says of itself: whose it is, and what it may be used under. */
export const imprint = (words: FeedWords, locale: Locale, origin: string) => ({
  author: { name: words('feeds.author'), link: `${origin}/${locale}` },
  rights: words('feeds.rights', { licence: LICENCE_LINK }),
  language: locale,
});

/** Feeds are written in English, as the contributions are. */
export const FEED_LOCALE: Locale = 'en';
