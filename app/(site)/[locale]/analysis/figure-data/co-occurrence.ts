import { coOccurrence, type Together } from '@/lib/publication/analysis/co-occurrence';
import { countsAt } from '@/lib/publication/analysis/coverage';
import { heatChart } from '@/lib/publication/analysis/drawing/heat-chart';
import type { Study } from '@/lib/publication/analysis/study';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { rounded, type Figure, type FigureTable } from './figure';
import type { Words } from './words';

/** How often two criteria are stated in the same agreement, and how much more often than by chance. */
export function coOccurrenceFigure(study: Study, words: Words): Figure {
  const { t } = words;
  const pairs = coOccurrence(study);
  const title = t('co-occurrence.title');
  const finding = findingOf(pairs, words);
  const names = study.criteria.map(({ key, shortTitle }) => ({ key, name: shortTitle }));
  return {
    name: 'co-occurrence',
    isSaid: true,
    title,
    finding,
    method: t('co-occurrence.method', { needed: MIN_GROUP }),
    definition: { words: t('co-occurrence.definition'), href: `${pathsIn(words.locale).limits}#lift` },
    notes: exampleOf(pairs, words),
    draw: (_, id) =>
      heatChart({
        id,
        title,
        description: finding,
        rows: names,
        columns: names,
        cells: cellsOf(study, pairs, words),
        cell: { width: study.agreements.length < 100 ? 62 : 84, height: 36 },
        heads: 'slanted',
      }),
    scrolls: true,
    table: tableOf(pairs, words),
  };
}

/** Both halves of the table of shades, and the number of the one criterion on its diagonal. */
function cellsOf(study: Study, pairs: readonly Together[], { t, decimal }: Words) {
  const single = study.criteria.map(({ key }, at) => {
    const { counts, assessed } = countsAt(study.agreements, at);
    return { row: key, column: key, part: counts.yes / assessed, text: `${counts.yes}`, strong: true };
  });
  const double = pairs.flatMap(({ one, other, assessed, counts }) => {
    const lift = counts?.lift ?? null;
    const text = counts && (lift === null ? `${counts.both}` : `${counts.both} · ${decimal(lift)}`);
    const cell = { part: counts && counts.both / assessed, text: text ?? t('overlap.incomparable'), strong: false };
    return [
      { row: one.key, column: other.key, ...cell },
      { row: other.key, column: one.key, ...cell },
    ];
  });
  return [...single, ...double];
}

function findingOf(pairs: readonly Together[], { t, decimal }: Words): string {
  const first = pairs[0];
  if (!first?.counts || first.counts.both === 0) return t('co-occurrence.nothing');
  const { one, other, assessed, counts } = first;
  const ties = pairs.filter((pair) => pair.counts?.both === counts.both).length - 1;
  return t('co-occurrence.finding', {
    one: one.title,
    other: other.title,
    count: counts.both,
    total: assessed,
    expected: decimal(counts.expected),
    lift: decimal(counts.lift ?? 0),
    ties,
  });
}

/** How the lift of the first pair comes about, with its numbers. */
function exampleOf([first]: readonly Together[], { t, decimal }: Words): string[] {
  const lift = first?.counts?.lift ?? null;
  if (!first?.counts || lift === null) return [];
  const { one, other, assessed, counts } = first;
  return [
    t('co-occurrence.example', {
      one: one.shortTitle,
      other: other.shortTitle,
      oneYes: counts.one,
      otherYes: counts.other,
      assessed,
      expected: decimal(counts.expected, 2),
      both: counts.both,
      lift: decimal(lift, 2),
    }),
  ];
}

/** Every pair once, the most frequent first. */
function tableOf(pairs: readonly Together[], { t, decimal }: Words): FigureTable {
  const shown = (value: number | null) => (value === null ? null : { value: rounded(value), shown: decimal(value, 2) });
  return {
    columns: [
      { key: 'criterion', title: null },
      { key: 'title', title: t('columns.criterion') },
      { key: 'other_criterion', title: null },
      { key: 'other_title', title: t('columns.otherCriterion') },
      { key: 'both_yes', title: t('columns.together'), numeric: true },
      { key: 'expected', title: t('columns.expected'), numeric: true },
      { key: 'lift', title: t('columns.lift'), numeric: true },
      { key: 'yes', title: t('columns.oneYes'), numeric: true },
      { key: 'other_yes', title: t('columns.otherYes'), numeric: true },
      { key: 'assessed', title: t('columns.onBoth'), numeric: true },
    ],
    rows: pairs.map(({ one, other, assessed, counts }) => [
      one.key,
      one.title,
      other.key,
      other.title,
      counts && counts.both,
      shown(counts && counts.expected),
      shown(counts && counts.lift),
      counts && counts.one,
      counts && counts.other,
      assessed,
    ]),
  };
}
