import { factLabel } from '@/lib/agreements/facts/words';
import { shareOf } from '@/lib/publication/analysis/coverage';
import { heatChart } from '@/lib/publication/analysis/drawing/heat-chart';
import { bySpace, widestGap, type SpaceCoverage } from '@/lib/publication/analysis/spaces';
import type { Study } from '@/lib/publication/analysis/study';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import { rounded, type Figure, type FigureTable } from './figure';
import type { Words } from './words';

/** Which criteria are found in which of the paper's spaces for agreement. */
export function spacesFigure(study: Study, words: Words): Figure {
  const { t, space } = words;
  const spaces = bySpace(study);
  const title = t('spaces.title');
  const finding = findingOf(spaces, words);
  const rows = study.criteria.map(({ key, shortTitle }) => ({ key, name: shortTitle }));
  const columns = spaces.map((one) => ({
    key: one.space,
    name: t('spaces.column', { space: space(one.space), count: one.agreements }),
  }));
  const cells = spaces.flatMap((one) =>
    one.coverage.map(({ criterion, found, assessed }) => ({
      row: criterion.key,
      column: one.space,
      part: shareOf({ found, assessed }),
      text: shareOf({ found, assessed }) === null ? t('overlap.incomparable') : t('share', { found, assessed }),
    })),
  );
  return {
    name: 'spaces',
    isSaid: true,
    title,
    finding,
    method: t('spaces.method', { needed: MIN_GROUP }),
    draw: (_, id) =>
      heatChart({
        id,
        title,
        description: finding,
        rows,
        columns,
        cells,
        cell: { width: 176, height: 36 },
        heads: 'level',
      }),
    scrolls: true,
    table: tableOf(spaces, words),
  };
}

function findingOf(spaces: readonly SpaceCoverage[], { t, space }: Words): string {
  const gap = widestGap(spaces);
  if (!gap) return t('spaces.nothing', { needed: MIN_GROUP });
  const { criterion, high, low } = gap;
  return t('spaces.finding', {
    criterion: criterion.title,
    found: high.found,
    assessed: high.assessed,
    space: space(high.space),
    lowFound: low.found,
    lowAssessed: low.assessed,
    lowSpace: space(low.space),
  });
}

function tableOf(spaces: readonly SpaceCoverage[], { t, space, percent, locale }: Words): FigureTable {
  return {
    columns: [
      { key: 'space', title: factLabel('space', locale) },
      { key: 'criterion', title: null },
      { key: 'title', title: t('columns.criterion') },
      { key: 'found', title: t('columns.found'), numeric: true },
      { key: 'assessed', title: t('columns.assessed'), numeric: true },
      { key: 'share', title: t('columns.share'), numeric: true },
    ],
    rows: spaces.flatMap((one) =>
      one.coverage.map(({ criterion, found, assessed }) => {
        const share = shareOf({ found, assessed });
        return [
          { value: one.space === 'unplaced' ? null : one.space, shown: space(one.space) },
          criterion.key,
          criterion.title,
          share === null ? null : found,
          share === null ? null : assessed,
          { value: rounded(share), shown: share === null ? '' : percent(share) },
        ];
      }),
    ),
  };
}
