import { useTranslations } from 'next-intl';
import { PageLinks } from '@/app/ui/page-links';

/** Links between the pages of contributions or projects. */
export function ChoicePageLinks({
  page,
  pages,
  hrefOf,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  const t = useTranslations('projects.choosing');
  return (
    <PageLinks
      {...{ page, pages, hrefOf }}
      words={{ label: t('pages'), previous: t('previous'), here: t('page', { page, pages }), next: t('next') }}
    />
  );
}
