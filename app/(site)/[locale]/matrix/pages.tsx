import { useTranslations } from 'next-intl';
import { PageLinks } from '@/app/ui/page-links';
import type { Matrix } from '@/lib/publication/matrix/layout';
import type { MatrixLinks } from './links';

/** Links to the previous and the next page, where one page can't show all agreements. */
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
