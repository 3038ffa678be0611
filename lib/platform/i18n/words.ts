import { createTranslator } from 'next-intl';
import type { Messages } from './catalogue';
import { messagesFor } from './messages-for';
import type { Locale } from './routing';

/** The sentences of every catalogue in one language, for code that runs outside a page. */
export const wordsIn = (locale: Locale) =>
  createTranslator<Messages>({ locale, messages: messagesFor(locale), timeZone: 'UTC' });

export type Words = ReturnType<typeof wordsIn>;
