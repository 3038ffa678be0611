import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { origin } from '@/lib/platform/env';
import { routing } from '@/lib/platform/i18n/routing';
import { Missing, missingMetadata } from './missing';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export async function frameMetadata(params: Promise<{ locale: string }>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return missingMetadata(routing.defaultLocale);
  const t = await getTranslations({ locale, namespace: 'common' });
  return {
    metadataBase: new URL(origin()),
    title: { default: t('siteName'), template: `%s · ${t('siteName')}` },
    description: t('siteDescription'),
  };
}

type Props = {
  children: ReactNode;
  params: Promise<{ locale: string }>;
  /** For a page with a task: what leads elsewhere takes little room. */
  compact?: boolean;
};

/** The document of readers' and contributors' pages: header, content, footer. */
export async function SiteFrame({ children, params, compact = false }: Props) {
  const { locale: asked } = await params;
  // An unknown first part of an address arrives here: the answer is in the default language.
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
        <SiteHeader compact={compact} />
        <main
          id="content"
          tabIndex={-1}
          className={`page w-full focus:outline-none md:pt-12 md:pb-16 ${compact ? 'pt-4 pb-4' : 'pt-8 pb-16'}`}
        >
          {known ? children : <Missing locale={locale} />}
        </main>
        <SiteFooter compact={compact} />
      </body>
    </html>
  );
}
