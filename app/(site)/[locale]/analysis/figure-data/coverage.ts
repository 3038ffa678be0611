import { coverage, type Coverage } from '@/lib/publication/analysis/coverage';
import { coverageChart } from '@/lib/publication/analysis/drawing/coverage-chart';
import { AREA_VALUES } from '@/lib/publication/analysis/drawing/patterns';
import type { AnalysisView } from '@/lib/publication/analysis/selection';
import type { Study } from '@/lib/publication/analysis/study';
import { agreementsView } from '@/lib/publication/agreement-list/view';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { viewAddress } from '@/lib/publication/views/address';
import type { Figure, FigureTable } from './figure';
import type { Words } from './words';

/** How often each value was given per criterion; the numbers link to the agreements they count. */
export function coverageFigure(study: Study, words: Words, view: AnalysisView): Figure {
  const { t, value } = words;
  const read = coverage(study);
  const sorted = read.toSorted((one, other) => other.counts.yes - one.counts.yes);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  const title = t('coverage.title');
  const finding = t('coverage.finding', {
    top: top?.criterion.title ?? '',
    topYes: top?.counts.yes ?? 0,
    bottom: bottom?.criterion.title ?? '',
    bottomYes: bottom?.counts.yes ?? 0,
    count: study.agreements.length,
  });
  const names = {
    yes: value('yes'),
    indirect: value('indirect'),
    unclear: value('unclear'),
    no: value('no'),
    not_assessed: value('not_assessed'),
  };
  return {
    name: 'coverage',
    isSaid: true,
    title,
    finding,
    method: t('coverage.method'),
    draw: (size, id) => coverageChart({ id, size, title, description: finding, rows: read, words: names }),
    scrolls: false,
    table: tableOf(read, words, view),
  };
}

function tableOf(read: Coverage[], { t, value, locale }: Words, view: AnalysisView): FigureTable {
  const address = (criterion: string, answer: string) =>
    viewAddress(pathsIn(locale).agreements, agreementsView, { ...view, criterion: [`${criterion}.${answer}`] });
  return {
    columns: [
      { key: 'criterion', title: null },
      { key: 'title', title: t('columns.criterion') },
      ...AREA_VALUES.map((one) => ({ key: one, title: value(one), numeric: true })),
    ],
    rows: read.map(({ criterion, counts }) => [
      criterion.key,
      { value: criterion.title, href: pathsIn(locale).criterion(criterion.key) },
      // The list counts every agreement that is not assessed, the figure only those with some assessment: so this
      // number has no link.
      ...AREA_VALUES.map((one) =>
        counts[one] === 0 || one === 'not_assessed'
          ? counts[one]
          : { value: counts[one], href: address(criterion.key, one) },
      ),
    ]),
  };
}
