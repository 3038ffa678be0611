import { getTranslations } from 'next-intl/server';
import { WithheldPage } from '@/app/(site)/frame/withheld-page';
import { releases } from '@/app/server/published';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { PublicRelease } from '@/lib/publication/schema';
import type { PublicWithholding } from '@/lib/publication/withholding/schema';

type WithheldReleaseProps = { locale: Locale; found: PublicRelease; withheld: PublicWithholding };

/** A release that is withheld, with the newest later one that is given out. */
export async function WithheldRelease({ locale, found, withheld }: WithheldReleaseProps) {
  const [all, t] = await Promise.all([releases(), getTranslations('reports.withheld')]);
  const later = all.find((one) => one.withheld === null && one.publishedAt > found.publishedAt);
  return (
    <WithheldPage
      locale={locale}
      what={t('release', { release: found.slug })}
      withheld={withheld}
      corrected={later ? { label: later.slug, href: pathsIn(locale).release(later.slug) } : null}
      files={found.files}
    />
  );
}
