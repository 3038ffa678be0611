import { createTranslator } from 'next-intl';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import { messagesFor } from '@/lib/platform/i18n/messages-for';
import type { Locale } from '@/lib/platform/i18n/routing';
import { siteSettings } from '@/lib/platform/settings/current-settings';

/** The sentences of a feed in one language, because a feed is made outside of any page. */
export function feedWords(locale: Locale): FeedWords {
  const messages = messagesFor(locale);
  const words = made.get(messages) ?? translatorOf(locale, messages);
  made.set(messages, words);
  return words;
}

const translatorOf = (locale: Locale, messages: Messages) =>
  createTranslator<Messages>({ locale, messages, timeZone: 'UTC' });
export type FeedWords = ReturnType<typeof translatorOf>;

/** One for each catalogue, which is another one after a change of the settings. */
const made = new WeakMap<Messages, FeedWords>();

/** What every feed states about itself: its author and its licence. */
export const feedMetadata = (words: FeedWords, locale: Locale, origin: string) => ({
  author: { name: words('feeds.author'), link: `${origin}/${locale}` },
  rights: words('feeds.rights', { licence: siteSettings().licenceLink }),
  language: locale,
});

/** Feeds are written in English, as the contributions are. */
export const FEED_LOCALE: Locale = 'en';
