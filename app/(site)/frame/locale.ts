import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { type Locale, routing } from '@/lib/platform/i18n/routing';

/**
 * Sets the language of a page's address for everything the page renders. An unknown language becomes the default: the
 * layout then answers 404, and the page itself must not fail.
 */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale: asked } = await params;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  setRequestLocale(locale);
  return locale;
}
