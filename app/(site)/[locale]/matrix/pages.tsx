import { useTranslations } from 'next-intl';
import { PageLinks } from '@/app/ui/page-links';
import type { Matrix } from '@/lib/publication/matrix/layout';
import type { MatrixLinks } from './links';

/** The ways to the page before and the next, where one page does not hold every agreement. */
export function Pages({ matrix: { page, pages }, links }: { matrix: Matrix; links: MatrixLinks }) {
  const t = useTranslations('matrix.pages');
  const to = (other: number) => links.to({ page: other === 1 ? undefined : [String(other)] });
  return (
    <PageLinks
      page={page}
      pages={pages}
      hrefOf={to}
      words={{ label: t('label'), previous: t('previous'), here: t('here', { page, pages }), next: t('next') }}
    />
  );
}
