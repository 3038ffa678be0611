import { coOccurrence, togetherMost, type CoOccurrence } from '@/lib/publication/analysis/co-occurrence';
import { heatChart } from '@/lib/publication/analysis/drawing/heat-chart';
import type { Study } from '@/lib/publication/analysis/study';
import type { Figure, FigureTable } from './figure';
import type { Words } from './words';

/** How often two criteria are stated in the same agreement. */
export function coOccurrenceFigure(study: Study, words: Words): Figure {
  const { t } = words;
  const counted = coOccurrence(study);
  const title = t('co-occurrence.title');
  const finding = findingOf(study, counted, words);
  const names = study.criteria.map(({ key, shortTitle }) => ({ key, name: shortTitle }));
  const cells = study.criteria.flatMap((row, a) =>
    study.criteria.map((column, b) => {
      const count = counted.counts[a]?.[b] ?? 0;
      return { row: row.key, column: column.key, part: count / counted.total, text: `${count}`, strong: a === b };
    }),
  );
  return {
    name: 'co-occurrence',
    title,
    finding,
    method: t('co-occurrence.method'),
    draw: (_, id) =>
      heatChart({
        id,
        title,
        description: finding,
        rows: names,
        columns: names,
        cells,
        cell: { width: 60, height: 36 },
        heads: 'slanted',
      }),
    scrolls: true,
    table: tableOf(study, counted, words),
  };
}

function findingOf(study: Study, counted: CoOccurrence, { t }: Words): string {
  const together = togetherMost(study, counted);
  const first = together[0];
  if (!first || first.count === 0) return t('co-occurrence.nothing');
  const ties = together.filter(({ count }) => count === first.count).length - 1;
  return t('co-occurrence.finding', {
    one: first.one.title,
    other: first.other.title,
    count: first.count,
    total: counted.total,
    ties,
  });
}

/** Every pair once, the most frequent first. */
function tableOf(study: Study, counted: CoOccurrence, { t }: Words): FigureTable {
  return {
    columns: [
      { key: 'criterion', title: null },
      { key: 'title', title: t('columns.criterion') },
      { key: 'other_criterion', title: null },
      { key: 'other_title', title: t('columns.otherCriterion') },
      { key: 'both_yes', title: t('columns.together'), numeric: true },
      { key: 'agreements', title: t('columns.agreements'), numeric: true },
    ],
    rows: togetherMost(study, counted).map(({ one, other, count }) => [
      one.key,
      one.title,
      other.key,
      other.title,
      count,
      counted.total,
    ]),
  };
}
