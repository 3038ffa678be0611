import { useLocale, useTranslations } from 'next-intl';
import { ReleaseLine } from '@/app/(site)/[locale]/releases/release-line';
import { Section } from '@/app/ui/section';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicRelease } from '@/lib/publication/schema';

/** The number of newest releases listed here; another page lists all. */
const SHOWN = 3;

export function ReleasesSection({ releases }: { releases: readonly PublicRelease[] }) {
  const t = useTranslations('data.releases');
  const paths = pathsIn(useLocale());
  if (releases.length === 0) {
    return (
      <Section id="releases" title={t('title')} aside={t('aside')}>
        <p className="max-w-measure text-muted">{t('none')}</p>
      </Section>
    );
  }
  return (
    <Section id="releases" title={t('title')} aside={t('aside')}>
      <ul>
        {releases.slice(0, SHOWN).map((release) => (
          <ReleaseLine key={release.slug} release={release} />
        ))}
      </ul>
      <p className="mt-4">
        <a href={paths.releases} className="link">
          {t('all', { count: releases.length })}
        </a>
      </p>
    </Section>
  );
}
