import { useTranslations } from 'next-intl';
import { PageLinks } from '@/app/ui/page-links';
import { viewAddress } from '@/lib/publication/views/address';
import type { View, ViewShape } from '@/lib/publication/views/address';

type ChoicePageLinksProps<Shape extends ViewShape> = {
  page: number;
  pages: number;
  /** The address of the whole list; its shape has `page`. */
  base: string;
  shape: Shape;
  view: View<Shape>;
};

/** Links between the pages of contributions or projects. */
export function ChoicePageLinks<Shape extends ViewShape>({
  page,
  pages,
  base,
  shape,
  view,
}: ChoicePageLinksProps<Shape>) {
  const t = useTranslations('projects.selection');
  return (
    <PageLinks
      page={page}
      pages={pages}
      hrefOf={(number) => viewAddress(base, shape, { ...view, page: number === 1 ? [] : [`${number}`] })}
      words={{ label: t('pages'), previous: t('previous'), here: t('page', { page, pages }), next: t('next') }}
    />
  );
}
