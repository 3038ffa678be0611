import { defineRouting } from 'next-intl/routing';

/** The language is always in the path, so that every page is static and has one address per language. */
export const routing = defineRouting({ locales: ['en'], defaultLocale: 'en', localePrefix: 'always' });

export type Locale = (typeof routing.locales)[number];
