import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/app/ui/page-header';
import { PlainText } from '@/app/ui/prose';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicWithholding } from '@/lib/publication/withholding/schema';

type WithheldPageProps = {
  locale: Locale;
  /** What it is, in words. */
  what: string;
  withheld: PublicWithholding;
  /** A later one that is given out. */
  corrected: { label: string; href: string } | null;
  files: readonly { name: string; sha256: string }[];
};

/** The remains of a report or release that is withheld: why, since when, the corrected one, and the checksums. */
export async function WithheldPage({ locale, what, withheld, corrected, files }: WithheldPageProps) {
  const t = await getTranslations('reports.withheld');
  return (
    <PageHeader title={t('title', { what })} lead={t('lead', { date: sayDay(withheld.since, locale) })}>
      <div className="max-w-measure space-y-6">
        <div>
          <h2 className="mb-1 font-sans text-base font-semibold text-muted">{t('reason')}</h2>
          <PlainText text={withheld.reason} />
        </div>
        <p>
          {corrected === null
            ? t('none')
            : t.rich('corrected', {
                link: () => (
                  <a href={corrected.href} className="link">
                    {corrected.label}
                  </a>
                ),
              })}
        </p>
        <div>
          <p className="text-muted">{t('kept')}</p>
          <ul className="mt-2 space-y-1">
            {files.map(({ name, sha256 }) => (
              <li key={name} className="wrap-anywhere">
                {name}: <code className="font-mono text-xs">{sha256}</code>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </PageHeader>
  );
}
