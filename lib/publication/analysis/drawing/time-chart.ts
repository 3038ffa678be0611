import * as Plot from '@observablehq/plot';
import { shareOf } from '@/lib/publication/analysis/coverage';
import type { OverTime } from '@/lib/publication/analysis/time';
import { draw, type Size, type Spoken } from './canvas';
import { ACCENT, INK, MUTED, RULE } from './palette';
import { widthFor } from './rows';

type TimeChart = Spoken & {
  id: string;
  size: Size;
  data: OverTime;
  words: { percent: (share: number) => string; count: (assessed: number) => string };
};
type Point = {
  column: number;
  row: number;
  key: string;
  name: string;
  year: number;
  share: number;
  assessed: number;
  last: boolean;
};

const COLUMNS = { wide: 4, narrow: 2 } as const;
const PANEL = 172;
const FACET = { fx: 'column', fy: 'row' } as const;

/** A small curve per criterion: in which part of the agreements of its kind of date so far it is found. */
export function timeChart({ id, size, data, words: { percent, count }, ...spoken }: TimeChart): string {
  const columns = COLUMNS[size];
  const [first, last] = [data.years[0] ?? 0, data.years.at(-1) ?? 0];
  const points = pointsOf(data, columns);
  const panels = points.filter(({ last: isLast }) => isLast);
  return draw({
    id,
    ...spoken,
    plot: {
      width: widthFor(size),
      height: Math.ceil(data.criteria.length / columns) * PANEL + 8,
      marginTop: 4,
      marginBottom: 4,
      marginLeft: 1,
      marginRight: 1,
      fx: { axis: null, padding: size === 'wide' ? 0.16 : 0.14 },
      fy: { axis: null, padding: 0 },
      x: { domain: first === last ? [first - 1, last + 1] : [first, last], axis: null, insetLeft: 4, insetRight: 40 },
      y: { domain: [0, 1], axis: null, insetTop: 46, insetBottom: 44 },
      marks: [
        Plot.ruleY(
          panels.flatMap((panel) => [0, 0.5, 1].map((share) => ({ ...panel, share }))),
          { ...FACET, y: 'share', x1: first, x2: last, stroke: RULE },
        ),
        ...curves(points),
        Plot.dot(panels, { ...FACET, x: 'year', y: 'share', r: 3.5, fill: ACCENT }),
        ...words(panels, { size, percent }),
        ...ends(panels, first, last),
        ...counts(panels, (first + last) / 2, count),
      ],
    },
  });
}

function pointsOf({ criteria }: OverTime, columns: number): Point[] {
  return criteria.flatMap(({ criterion, points }, at) => {
    const panel = {
      column: at % columns,
      row: Math.floor(at / columns),
      key: criterion.key,
      name: criterion.shortTitle,
    };
    return points.flatMap((point, place) => {
      const share = shareOf(point);
      return share === null ? [] : [{ ...panel, ...point, share, last: place === points.length - 1 }];
    });
  });
}

function curves(points: readonly Point[]): Plot.Markish[] {
  const curve = { ...FACET, x: 'year', y: 'share', z: 'key', curve: 'step-after' } as const;
  return [
    Plot.areaY(points, { ...curve, fill: ACCENT, fillOpacity: 0.14 }),
    Plot.lineY(points, { ...curve, stroke: ACCENT, strokeWidth: 2 }),
  ];
}

/** The last share beside its dot, and the criterion's name above the curve. */
function words(
  panels: readonly Point[],
  { size, percent }: Pick<TimeChart, 'size'> & Pick<TimeChart['words'], 'percent'>,
): Plot.Markish[] {
  return [
    Plot.text(panels, {
      ...FACET,
      x: 'year',
      y: 'share',
      text: ({ share }: Point) => percent(share),
      dx: 8,
      textAnchor: 'start',
      fill: INK,
      fontWeight: 600,
    }),
    Plot.text(panels, {
      ...FACET,
      frameAnchor: 'top-left',
      text: 'name',
      lineWidth: size === 'wide' ? 13 : 10.5,
      lineAnchor: 'top',
      fill: INK,
      dy: 4,
    }),
  ];
}

/** The first and the last year below each curve. */
function ends(panels: readonly Point[], first: number, last: number): Plot.Markish[] {
  const below = { ...FACET, frameAnchor: 'bottom', dy: -24, fill: MUTED, fontSize: 13 } as const;
  return [
    Plot.text(panels, { ...below, x: first, textAnchor: 'start', text: () => `${first}` }),
    Plot.text(panels, { ...below, x: last, textAnchor: 'end', text: () => (first === last ? '' : `${last}`) }),
  ];
}

/** On how many agreements the last share rests, between the years. */
function counts(panels: readonly Point[], middle: number, count: (assessed: number) => string): Plot.Markish[] {
  return [
    Plot.text(panels, {
      ...FACET,
      frameAnchor: 'bottom',
      dy: -24,
      x: middle,
      fill: MUTED,
      fontSize: 13,
      text: ({ assessed }: Point) => count(assessed),
    }),
  ];
}
