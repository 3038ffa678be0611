import { shareOf } from '@/lib/publication/analysis/coverage';
import { timeChart } from '@/lib/publication/analysis/drawing/time-chart';
import type { DateKind } from '@/lib/publication/analysis/dates';
import { datedByKind, largestGain, overTime, type OverTime } from '@/lib/publication/analysis/time';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';
import type { AnalysisView } from '@/lib/publication/analysis/selection';
import type { Study } from '@/lib/publication/analysis/study';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { viewAddress } from '@/lib/publication/views/address';
import { isLargeEnough, MIN_GROUP } from '@/lib/publication/small-groups';
import { rounded, type Figure, type FigureTable } from './figure';
import { unsaidFigure } from './unsaid';
import type { Words } from './words';

type Subject = { set: string; study: Study; view: AnalysisView };

/** Which criteria appear in later agreements but not in earlier ones, by the kind of date of the view. */
export function timeFigure(subject: Subject, words: Words): Figure {
  const { t, percent } = words;
  const { study } = subject;
  const data = overTime(study, kindOf(subject.view));
  const said = wordsOf(data.kind, words);
  const ways = waysOf(subject, words);
  if (data.criteria.length === 0) {
    const assessed = datedByKind(study).find(({ kind }) => kind === data.kind)?.assessed ?? 0;
    const finding = t('time.tooFew', { ...said, count: assessed, needed: MIN_GROUP });
    return { ...unsaidFigure('time', assessed, finding, words), ways };
  }
  const [title, finding] = [t('time.title'), findingOf(study, data, words)];
  const left = study.criteria.length - data.criteria.length;
  return {
    name: 'time',
    isSaid: true,
    title,
    finding,
    method: t('time.method', { ...said, needed: MIN_GROUP }),
    notes: left === 0 ? [] : [t('time.left', { ...said, count: left, needed: MIN_GROUP })],
    draw: (size, id) =>
      timeChart({
        id,
        size,
        title,
        description: finding,
        data,
        words: { percent, count: (assessed) => t('time.n', { assessed }) },
      }),
    scrolls: false,
    table: tableOf(data, words),
    ways,
  };
}

/** By launch, if the view does not say otherwise. */
const kindOf = (view: AnalysisView) => ANALYSIS_VIEW.date.value.safeParse(view.date?.[0]).data ?? 'launched';

/** What happened to an agreement on such a date, and the date, in words. */
const wordsOf = (kind: DateKind, { t }: Words) => ({
  happened: t(`time.happened.${kind}`),
  date: t(`time.date.${kind}`),
});

/** The kinds of dates; a kind with too few assessed agreements has no link. */
function waysOf({ set, study, view }: Subject, { t, locale }: Words): Figure['ways'] {
  const chosen = kindOf(view);
  return {
    title: t('time.by'),
    links: datedByKind(study).map(({ kind, assessed }) => {
      const address = viewAddress(pathsIn(locale).analysisOf(set), ANALYSIS_VIEW, {
        ...view,
        date: kind === 'launched' ? undefined : [kind],
      });
      return {
        words: t('time.kind', { name: t(`time.kinds.${kind}`), assessed }),
        href: isLargeEnough(assessed) ? `${address}#time` : undefined,
        current: kind === chosen,
      };
    }),
  };
}

function findingOf(study: Study, { kind, dated, undated }: OverTime, words: Words): string {
  const { t } = words;
  const said = wordsOf(kind, words);
  const dates = t('time.dates', { ...said, dated, undated, count: study.agreements.length });
  const largest = largestGain(study, kind);
  if (!largest || largest.gain.difference <= 0) return t('time.nothing', { ...said, dates });
  const { since, gain } = largest;
  return t('time.finding', {
    ...said,
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
      { key: 'date_kind', title: null },
      { key: 'until', title: t('columns.until'), numeric: true },
      { key: 'found', title: t('columns.found'), numeric: true },
      { key: 'assessed', title: t('columns.assessed'), numeric: true },
      { key: 'share', title: t('columns.share'), numeric: true },
    ],
    rows: data.criteria.flatMap(({ criterion, points }) =>
      points.map(({ year, found, assessed }) => {
        const share = shareOf({ found, assessed });
        const shown = share === null ? '' : percent(share);
        return [criterion.key, criterion.title, data.kind, year, found, assessed, { value: rounded(share), shown }];
      }),
    ),
  };
}
