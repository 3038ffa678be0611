import './site.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { routing } from '@/lib/platform/i18n/routing';
import { cachedSettings } from '@/lib/platform/settings/cached-settings';
import { ContactLine } from '@/app/(site)/frame/contact-line';
import { NotFoundWords } from '@/app/(site)/frame/not-found-words';
import { Sheet } from '@/app/ui/sheet';

const locale = routing.defaultLocale;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'notfound' });
  return { title: t('title') };
}

/** For an address without any route: Next renders no layout, so this page has its own. */
export default async function GlobalNotFound() {
  await cachedSettings();
  const t = await getTranslations({ locale, namespace: 'common' });
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <Sheet
          home={{ href: pathsIn(locale).home, label: t('wordmark.home') }}
          name={t('siteName')}
          foot={<ContactLine locale={locale} />}
        >
          <NotFoundWords locale={locale} />
        </Sheet>
      </body>
    </html>
  );
}
