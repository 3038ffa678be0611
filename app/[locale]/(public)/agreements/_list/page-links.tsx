import { useLocale, useTranslations } from 'next-intl';
import { pathsIn } from '@/lib/i18n/paths';
import { agreementsView } from '@/lib/publishing/facets/view';
import { viewAddress } from '@/lib/publishing/views/address';
import type { Listing } from './listing';

/** To the pages before and after this one, where the list has several. */
export function PageLinks({ listing: { view, page, pages } }: { listing: Listing }) {
  const t = useTranslations('agreements.list');
  const base = pathsIn(useLocale()).agreements;
  if (pages === 1) return null;
  const to = (number: number) => viewAddress(base, agreementsView, { ...view, page: number === 1 ? [] : [`${number}`] });
  return (
    <nav aria-label={t('pages')} className="no-print flex flex-wrap items-baseline gap-x-6 gap-y-2 border-t border-rule py-5">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev" className="link">
          {t('previous')}
        </a>
      )}
      <p className="text-muted">{t('page', { page, pages })}</p>
      {page < pages && (
        <a href={to(page + 1)} rel="next" className="link">
          {t('next')}
        </a>
      )}
    </nav>
  );
}
