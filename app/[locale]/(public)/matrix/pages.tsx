import { useTranslations } from 'next-intl';
import type { Matrix } from '@/lib/publishing/matrix/layout';
import type { MatrixLinks } from './links';

/** The ways to the page before and the next, where one page does not hold every agreement. */
export function Pages({ matrix: { page, pages }, links }: { matrix: Matrix; links: MatrixLinks }) {
  const t = useTranslations('matrix.pages');
  if (pages === 1) return null;
  const to = (other: number) => links.to({ page: other === 1 ? undefined : [String(other)] });
  return (
    <nav aria-label={t('label')} className="no-print mb-10 flex flex-wrap items-baseline gap-x-6 gap-y-2 border-t border-rule pt-5">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev" className="link">
          {t('previous')}
        </a>
      )}
      <span>{t('here', { page, pages })}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next" className="link">
          {t('next')}
        </a>
      )}
    </nav>
  );
}
