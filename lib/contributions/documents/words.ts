import { createTranslator } from 'next-intl';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import type { Messages } from '@/lib/platform/i18n/catalogue';
import type { Locale } from '@/lib/platform/i18n/routing';

/** The sentences of a paper in one language; a Word file is written outside any page, so nothing else can know it. */
export const paperWords = (locale: Locale) =>
  createTranslator<Messages>({ locale, messages: catalogues[locale], timeZone: 'UTC' });

export type PaperWords = ReturnType<typeof paperWords>;
