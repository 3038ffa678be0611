import '@/app/globals.css';
import type { Metadata } from 'next';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { origin } from '@/lib/env';
import { routing } from '@/lib/i18n/routing';
import { Missing, missingMetadata } from './missing';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type Props = LayoutProps<'/[locale]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return missingMetadata(routing.defaultLocale);
  const t = await getTranslations({ locale, namespace: 'common' });
  return {
    metadataBase: new URL(origin()),
    title: { default: t('siteName'), template: `%s · ${t('siteName')}` },
    description: t('siteDescription'),
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale: asked } = await params;
  // Any unknown first part of an address arrives here: it is answered in the default language.
  const known = hasLocale(routing.locales, asked);
  const locale = known ? asked : routing.defaultLocale;
  setRequestLocale(locale);
  const t = await getTranslations('common');
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <a href="#content" className="skip-link">
          {t('skipToContent')}
        </a>
        <SiteHeader />
        <main id="content" tabIndex={-1} className="page w-full pt-8 pb-16 focus:outline-none md:pt-12">
          {known ? children : <Missing locale={locale} />}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
