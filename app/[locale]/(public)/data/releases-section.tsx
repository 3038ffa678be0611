import { useLocale, useTranslations } from 'next-intl';
import { Day } from '@/app/_components/moment';
import { PlainText } from '@/app/_components/prose';
import { Section } from '@/app/_components/section';
import { downloadPath } from '@/lib/i18n/paths';
import type { PublicRelease } from '@/lib/publishing/schema';
import { downloads } from './downloads-section';

export function ReleasesSection({ releases }: { releases: readonly PublicRelease[] }) {
  const t = useTranslations('data.releases');
  return (
    <Section id="releases" title={t('title')} aside={t('aside')}>
      {releases.length === 0 ? (
        <p className="max-w-measure text-muted">{t('none')}</p>
      ) : (
        <ul>
          {releases.map((release) => (
            <Release key={release.slug} release={release} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Release({ release }: { release: PublicRelease }) {
  const t = useTranslations('data.releases');
  const { slug, title, notes, checksum, publishedAt } = release;
  return (
    <li id={slug} className="border-b border-rule py-5 first:pt-0 last:border-b-0">
      <h3>{title}</h3>
      <p className="text-sm text-muted">
        <Day value={publishedAt} locale={useLocale()} />
      </p>
      {notes && <PlainText text={notes} className="mt-2" />}
      <ul aria-label={t('files', { release: title })} className="mt-2 flex flex-wrap gap-x-5 text-sm">
        {downloads.map(({ file }) => (
          <li key={file}>
            <a href={downloadPath(file, slug)} className="link">
              {file}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs wrap-anywhere text-muted">{t('checksum', { checksum })}</p>
    </li>
  );
}
