import { shareOf } from '@/lib/publication/analysis/coverage';
import { timeChart } from '@/lib/publication/analysis/drawing/time-chart';
import type { Study } from '@/lib/publication/analysis/study';
import { isLargeEnough } from '@/lib/publication/small-groups';
import { largestGain, overTime, type OverTime } from '@/lib/publication/analysis/time';
import { rounded, type Figure, type FigureTable } from './figure';
import type { Words } from './words';

/** Which criteria appear in later agreements but not in earlier ones. Null where too few have a date. */
export function timeFigure(study: Study, words: Words): Figure | null {
  const { t, percent } = words;
  const data = overTime(study);
  if (!isLargeEnough(data.dated)) return null;
  const [title, finding] = [t('time.title'), findingOf(study, data, words)];
  return {
    name: 'time',
    title,
    finding,
    method: t('time.method'),
    draw: (size, id) => timeChart({ id, size, title, description: finding, data, percent }),
    scrolls: false,
    table: tableOf(data, words),
  };
}

function findingOf(study: Study, { dated, undated }: OverTime, { t }: Words): string {
  const dates = t('time.dates', { dated, undated, count: study.agreements.length });
  const largest = largestGain(study);
  if (!largest || largest.gain.difference <= 0) return t('time.nothing', { dates });
  const { since, gain } = largest;
  return t('time.finding', {
    criterion: gain.criterion.title,
    found: gain.earlier.found,
    assessed: gain.earlier.assessed,
    since: `${since}`,
    laterFound: gain.later.found,
    laterAssessed: gain.later.assessed,
    dates,
  });
}

function tableOf(data: OverTime, { t, percent }: Words): FigureTable {
  return {
    columns: [
      { key: 'criterion', title: null },
      { key: 'title', title: t('columns.criterion') },
      { key: 'launched_by', title: t('columns.until'), numeric: true },
      { key: 'found', title: t('columns.found'), numeric: true },
      { key: 'assessed', title: t('columns.assessed'), numeric: true },
      { key: 'share', title: t('columns.share'), numeric: true },
    ],
    rows: data.criteria.flatMap(({ criterion, points }) =>
      points.flatMap(({ year, found, assessed }) => {
        const share = shareOf({ found, assessed });
        return share === null
          ? []
          : [[criterion.key, criterion.title, year, found, assessed, { value: rounded(share), shown: percent(share) }]];
      }),
    ),
  };
}
