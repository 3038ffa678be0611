import { useTranslations } from 'next-intl';

/** From one page of a long list to the next. */
export function PageLinks({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useTranslations('projects.choosing');
  if (pages === 1) return null;
  return (
    <nav aria-label={t('pages')} className="no-print mt-8 flex flex-wrap gap-x-6 gap-y-2">
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev" className="link">
          {t('previous')}
        </a>
      )}
      <span className="text-muted">{t('page', { page, pages })}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next" className="link">
          {t('next')}
        </a>
      )}
    </nav>
  );
}
