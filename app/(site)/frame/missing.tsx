import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { KeepWords } from '@/app/ui/keep-words';
import type { Locale } from '@/lib/platform/i18n/routing';
import { NotFoundWords } from './not-found-words';

/**
 * The result of a static page for an unknown address: the words in the HTML, and status 404. Outside a Suspense
 * boundary, `notFound()` would send an empty body that only JavaScript fills. Inside one, a static render keeps the
 * surrounding HTML and the status.
 */
export function Missing({ locale }: { locale: Locale }) {
  const words = <NotFoundWords locale={locale} />;
  return (
    <KeepWords words={words}>
      <Suspense fallback={words}>
        <NotFoundStatus />
      </Suspense>
    </KeepWords>
  );
}

export async function missingMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'notfound' });
  return { title: t('title'), robots: { index: false } };
}

function NotFoundStatus(): never {
  notFound();
}
