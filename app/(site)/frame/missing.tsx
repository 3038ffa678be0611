import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MissingPage } from '@/app/ui/missing-page';
import type { Locale } from '@/lib/platform/i18n/routing';
import { NotFoundWords } from './not-found-words';

/** The result of a static page for an unknown address. */
export function Missing({ locale }: { locale: Locale }) {
  return <MissingPage words={<NotFoundWords locale={locale} />} />;
}

export async function missingMetadata(locale: Locale): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'notfound' });
  return { title: t('title'), robots: { index: false } };
}
