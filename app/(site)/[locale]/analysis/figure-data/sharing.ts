import { shareOf } from '@/lib/publication/analysis/coverage';
import { reachChart } from '@/lib/publication/analysis/drawing/reach-chart';
import { horizontality, reachCounts } from '@/lib/publication/analysis/horizontality';
import type { Study } from '@/lib/publication/analysis/study';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { rounded, type Figure, type FigureTable } from './figure';
import type { Words } from './words';

/**
 * Which criteria are horizontal and which are specific to one agreement. `kind` is the word for a criterion of the set.
 */
export function sharingFigure(study: Study, words: Words, kind: string): Figure {
  const { t, percent } = words;
  const read = horizontality(study);
  const count = study.agreements.length;
  const unit = t('unit', { kind, count: study.criteria.length });
  const [title, finding] = [
    t('sharing.title'),
    t('sharing.finding', {
      ...reachCounts(read),
      unit,
      count,
      partly: read.some(({ assessed }) => assessed < count) ? 'yes' : 'no',
    }),
  ];
  return {
    name: 'sharing',
    isSaid: true,
    title,
    finding,
    method: t('sharing.method'),
    draw: (size, id) =>
      reachChart({
        id,
        size,
        title,
        description: finding,
        rows: read,
        words: {
          yes: t('sharing.yes'),
          found: t('sharing.found'),
          half: t('sharing.half'),
          percent,
          count: ({ found, assessed }) => t('share', { found, assessed }),
        },
      }),
    scrolls: false,
    table: tableOf(read, words),
  };
}

function tableOf(read: ReturnType<typeof horizontality>, { t, percent, locale }: Words): FigureTable {
  return {
    columns: [
      { key: 'criterion', title: null },
      { key: 'title', title: t('columns.criterion') },
      { key: 'reach', title: t('columns.reach') },
      { key: 'yes', title: t('sharing.yes'), numeric: true },
      { key: 'found', title: t('columns.found'), numeric: true },
      { key: 'assessed', title: t('columns.assessed'), numeric: true },
      { key: 'share', title: t('columns.share'), numeric: true },
      { key: 'only_in', title: t('columns.only') },
    ],
    rows: read.map((row) => {
      const share = shareOf(row);
      return [
        row.criterion.key,
        row.criterion.title,
        { value: row.reach, shown: t(`reach.${row.reach}`) },
        row.counts.yes,
        row.found,
        row.assessed,
        { value: rounded(share), shown: share === null ? '' : percent(share) },
        row.only && { value: row.only.slug, shown: row.only.shortName, href: pathsIn(locale).agreement(row.only.slug) },
      ];
    }),
  };
}
