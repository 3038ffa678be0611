import * as Plot from '@observablehq/plot';
import { shareOf } from '@/lib/publication/analysis/coverage';
import type { OverTime } from '@/lib/publication/analysis/time';
import { draw, type Size, type Spoken } from './canvas';
import { ACCENT, INK, MUTED, RULE } from './palette';
import { widthFor } from './rows';

type TimeChart = Spoken & { id: string; size: Size; data: OverTime; percent: (share: number) => string };
type Point = { column: number; row: number; key: string; name: string; year: number; share: number; last: boolean };

const COLUMNS = { wide: 4, narrow: 2 } as const;
const PANEL = 172;

/** A small curve per criterion: in which part of the agreements launched so far it is found. */
export function timeChart({ id, size, data, percent, ...spoken }: TimeChart): string {
  const columns = COLUMNS[size];
  const [first, last] = [data.years[0] ?? 0, data.years.at(-1) ?? 0];
  const points = data.criteria.flatMap(({ criterion, points: list }, at): Point[] =>
    list.flatMap((point, place) => {
      const share = shareOf(point);
      return share === null
        ? []
        : [
            {
              column: at % columns,
              row: Math.floor(at / columns),
              key: criterion.key,
              name: criterion.shortTitle,
              year: point.year,
              share,
              last: place === list.length - 1,
            },
          ];
    }),
  );
  const panels = points.filter(({ last: isLast }) => isLast);
  const facet = { fx: 'column', fy: 'row' } as const;
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
          { ...facet, y: 'share', x1: first, x2: last, stroke: RULE },
        ),
        Plot.areaY(points, {
          ...facet,
          x: 'year',
          y: 'share',
          z: 'key',
          curve: 'step-after',
          fill: ACCENT,
          fillOpacity: 0.14,
        }),
        Plot.lineY(points, {
          ...facet,
          x: 'year',
          y: 'share',
          z: 'key',
          curve: 'step-after',
          stroke: ACCENT,
          strokeWidth: 2,
        }),
        Plot.dot(panels, { ...facet, x: 'year', y: 'share', r: 3.5, fill: ACCENT }),
        Plot.text(panels, {
          ...facet,
          x: 'year',
          y: 'share',
          text: ({ share }: Point) => percent(share),
          dx: 8,
          textAnchor: 'start',
          fill: INK,
          fontWeight: 600,
        }),
        Plot.text(panels, {
          ...facet,
          frameAnchor: 'top-left',
          text: 'name',
          lineWidth: size === 'wide' ? 13 : 10.5,
          lineAnchor: 'top',
          fill: INK,
          dy: 4,
        }),
        Plot.text(panels, {
          ...facet,
          x: first,
          frameAnchor: 'bottom',
          textAnchor: 'start',
          text: () => `${first}`,
          dy: -24,
          fill: MUTED,
          fontSize: 13,
        }),
        Plot.text(panels, {
          ...facet,
          x: last,
          frameAnchor: 'bottom',
          textAnchor: 'end',
          text: () => (first === last ? '' : `${last}`),
          dy: -24,
          fill: MUTED,
          fontSize: 13,
        }),
      ],
    },
  });
}
