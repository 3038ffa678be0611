import { useLocale, useTranslations } from 'next-intl';
import { Day } from '@/app/ui/moment';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicRelease } from '@/lib/publication/schema';

/** A release in a list: its name, its title, when it was frozen, and how many changes it has since the previous one. */
export function ReleaseLine({
  release: { slug, title, publishedAt, counts, previous, changed, withheld },
}: {
  release: PublicRelease;
}) {
  const t = useTranslations('releases');
  const locale = useLocale();
  return (
    <li id={slug} className="border-b border-rule py-5 first:pt-0 last:border-b-0">
      <h3>
        <a href={pathsIn(locale).release(slug)} className="hover:text-accent">
          <span className="tabular-nums">{slug}</span>{' '}
          <span dir="auto" className="ms-3 font-normal">
            {title}
          </span>
        </a>
      </h3>
      <p className="mt-1 text-sm text-muted">
        <Day value={publishedAt} locale={locale} />
        {' · '}
        {t('counts', counts)}
        {withheld && ` · ${t('withheld')}`}
      </p>
      <p className="mt-1 max-w-measure text-sm text-muted">
        {changed && previous !== null ? t('changed', { ...changed, previous }) : t('first')}
      </p>
    </li>
  );
}
