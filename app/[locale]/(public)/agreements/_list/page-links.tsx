import { useLocale, useTranslations } from 'next-intl';
import { PageLinks } from '@/app/_components/page-links';
import { pathsIn } from '@/lib/i18n/paths';
import { agreementsView } from '@/lib/publishing/facets/view';
import { viewAddress } from '@/lib/publishing/views/address';
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
