import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { type Locale, routing } from '@/lib/platform/i18n/routing';

/**
 * The language in a page's address, made known to everything the page renders. For an unknown one it is the default:
 * the layout then says that there is no such page, and the page itself must not fail.
 */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale: asked } = await params;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  setRequestLocale(locale);
  return locale;
}
