import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { cachedSettings } from '@/lib/platform/settings/cached-settings';
import { catalogues } from './catalogue';
import { withNames } from './messages-for';
import { routing } from './routing';

/** Dates are said in UTC unless a text names its own zone: a static page can't know where its reader is. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return { locale, messages: withNames(catalogues[locale], await cachedSettings()), timeZone: 'UTC' };
});
