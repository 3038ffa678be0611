import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/app/ui/page-header';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';

export async function NotFoundWords({ locale }: { locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'notfound' });
  const paths = pathsIn(locale);
  return (
    <>
      <PageHeader eyebrow="404" title={t('title')} lead={t('lead')} />
      <h2 className="text-xl">{t('where')}</h2>
      <ul className="mt-3 space-y-2">
        {(['agreements', 'contributions', 'home'] as const).map((place) => (
          <li key={place}>
            <a href={paths[place]} className="link">
              {t(place)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
