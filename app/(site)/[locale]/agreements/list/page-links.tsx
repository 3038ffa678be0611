import { useLocale, useTranslations } from 'next-intl';
import { PageLinks } from '@/app/ui/page-links';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { viewAddress } from '@/lib/publication/views/address';
import type { Listing } from './listing';

/** To the pages before and after this one, where the list has several. */
export function ListPageLinks({ listing: { view, page, pages } }: { listing: Listing }) {
  const t = useTranslations('agreements.list');
  const base = pathsIn(useLocale()).agreements;
  const to = (number: number) =>
    viewAddress(base, agreementsView, { ...view, page: number === 1 ? [] : [`${number}`] });
  return (
    <PageLinks
      page={page}
      pages={pages}
      hrefOf={to}
      words={{ label: t('pages'), previous: t('previous'), here: t('page', { page, pages }), next: t('next') }}
    />
  );
}
