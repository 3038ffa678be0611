import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isDay } from '@/lib/publication/past/snapshot';
import type { Matrix } from '@/lib/publication/matrix/layout';
import { COLUMN_ORDERS, ROW_ORDERS } from '@/lib/publication/matrix/filter-schema';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { MatrixLinks } from './links';

type ViewWordsProps = {
  view: MatrixView;
  matrix: Matrix;
  dataset: PublicAgreement[];
  sets: PublicCriterionSet[];
  links: MatrixLinks;
};

/** The active filters and order in words, each with a link to remove it. */
export function ViewWords({ view, matrix, dataset, sets, links }: ViewWordsProps) {
  const t = useTranslations('matrix.words');
  const order = useOrderWords(view, dataset, sets);
  const parts = useParts({ view, matrix, dataset, sets, links });
  return (
    <div className="text-sm">
      <p className="font-semibold" role="status">
        {t('shown', { shown: matrix.agreements.length, all: dataset.length })} {matrix.agreements.length > 0 && order}
      </p>
      {matrix.absent.length > 0 && (
        <p>{t('absent', { list: matrix.absent.join(', '), count: matrix.absent.length })}</p>
      )}
      {parts.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-x-6">
          {parts.map(({ key, words, without }) => (
            <li key={key} className="py-1">
              {words}{' '}
              <a
                href={without}
                className="link no-print inline-block min-h-6"
                aria-label={t('removeWhat', { what: words })}
              >
                {t('remove')}
              </a>
            </li>
          ))}
          {parts.length > 1 && (
            <li className="no-print py-1">
              <a href={links.to(nothing(view))} className="link">
                {t('removeAll')}
              </a>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

const nothing = (view: MatrixView): MatrixView =>
  Object.fromEntries(Object.keys(view).map((name) => [name, undefined]));

type Part = { key: string; words: string; without: string };

function useParts({ view, sets, links }: ViewWordsProps): Part[] {
  const t = useTranslations('matrix.words');
  const facts = useTranslations('facts');
  const locale = useLocale();
  const part = (name: keyof MatrixView, words: string | undefined): Part[] =>
    words ? [{ key: name, words, without: links.to({ [name]: undefined }) }] : [];
  const point = view.at?.[0];
  const set = sets.find(({ slug }) => slug === view.set?.[0]);
  return [
    ...part(
      'at',
      point && (isDay(point) ? t('onDay', { day: sayPartialDate(point, locale) }) : t('inRelease', { release: point })),
    ),
    ...part('set', set?.title),
    ...part('space', view.space?.map((space) => facts(`space.choices.${space as 'united-nations'}`)).join(', ')), // one of the shape's own values
    ...part('nature', view.nature?.map((nature) => facts(`bindingNature.choices.${nature as 'binding'}`)).join(', ')), // likewise
    ...part('agreements', view.agreements && t('chosenAgreements', { count: view.agreements.length })),
    ...part('criteria', view.criteria && t('chosenCriteria', { count: view.criteria.length })),
    ...part('along', view.along && t('ordered')),
    ...part('transpose', view.transpose && t('transposed')),
  ];
}

/** The order of the agreements, and that of the criteria if it is not the default. */
function useOrderWords(view: MatrixView, dataset: PublicAgreement[], sets: PublicCriterionSet[]): ReactNode {
  const t = useTranslations('matrix.words');
  const [by, along] = [view.by?.[0], view.along?.[0]];
  const direction = view.order ? 'reversed' : 'straight';
  const known = ROW_ORDERS.find((order) => order === by);
  const criterion = sets.flatMap((set) => set.criteria).find(({ key }) => key === by)?.title ?? by;
  const rows =
    by === undefined
      ? t('bySpace')
      : known
        ? t(`by.${known}.${direction}`)
        : t(`byCriterion.${direction}`, { criterion: criterion ?? by });
  const order = COLUMN_ORDERS.find((one) => one === along);
  const agreement = dataset.find(({ slug }) => slug === along)?.shortName ?? along;
  const columns =
    along === undefined ? '' : order ? t(`along.${order}`) : t('alongAgreement', { agreement: agreement ?? along });
  return [rows, columns].filter(Boolean).join(' ');
}
