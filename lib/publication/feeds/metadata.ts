import { createTranslator } from 'next-intl';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import { messagesFor } from '@/lib/platform/i18n/messages-for';
import type { Locale } from '@/lib/platform/i18n/routing';
import { siteSettings } from '@/lib/platform/settings/current-settings';

/** The sentences of a feed in one language, because a feed is made outside of any page. */
export const feedWords = (locale: Locale) =>
  createTranslator<Messages>({ locale, messages: messagesFor(locale), timeZone: 'UTC' });
export type FeedWords = ReturnType<typeof feedWords>;

/** What every feed states about itself: its author and its licence. */
export const feedMetadata = (words: FeedWords, locale: Locale, origin: string) => ({
  author: { name: words('feeds.author'), link: `${origin}/${locale}` },
  rights: words('feeds.rights', { licence: siteSettings().licenceLink }),
  language: locale,
});

/** Feeds are written in English, as the contributions are. */
export const FEED_LOCALE: Locale = 'en';
