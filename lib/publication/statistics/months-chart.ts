import * as Plot from '@observablehq/plot';
import { draw, type Size, type Spoken } from '@/lib/publication/analysis/drawing/canvas';
import { ACCENT, INK, MUTED, PAPER } from '@/lib/publication/analysis/drawing/palette';
import { widthFor } from '@/lib/publication/analysis/drawing/rows';
import type { MonthCounts } from './statistics';

type MonthsChart = Spoken & {
  id: string;
  size: Size;
  /** Without a gap, in order. */
  months: readonly MonthCounts[];
  /** What each row of bars counts. */
  series: readonly { key: 'begun' | 'submitted' | 'published'; name: string }[];
};

const ROW = 104;

/** A row of bars for each thing counted: one bar for each month, the largest with its number. */
export function monthsChart({ id, size, months, series, ...spoken }: MonthsChart): string {
  const bars = series.flatMap(({ key, name }) =>
    months.map(({ month, [key]: count }) => ({ name, month, count: count ?? 0 })),
  );
  const names = series.map(({ name }) => name);
  const largest = names.map((name) =>
    bars.filter((bar) => bar.name === name).reduce((most, bar) => (bar.count > most.count ? bar : most)),
  );
  const ends = [...new Set([months[0]?.month, months.at(-1)?.month])].filter((month) => month !== undefined);
  const scale = { x: 'month', fy: 'name' } as const;
  return draw({
    id,
    ...spoken,
    plot: {
      width: widthFor(size),
      height: series.length * ROW + 24,
      marginTop: 4,
      marginBottom: 24,
      marginLeft: 1,
      marginRight: 1,
      fy: { domain: names, axis: null, padding: 0 },
      x: { domain: months.map(({ month }) => month), axis: null, padding: 0.15 },
      y: { domain: [0, Math.max(1, ...bars.map(({ count }) => count))], axis: null, insetTop: 44 },
      marks: [
        Plot.barY(
          bars.filter(({ count }) => count > 0),
          { ...scale, y: 'count', fill: ACCENT },
        ),
        Plot.ruleY([0], { stroke: INK }),
        Plot.text(names, {
          fy: (name: string) => name,
          text: (name: string) => name,
          frameAnchor: 'top-left',
          dy: 4,
          lineAnchor: 'top',
          fill: INK,
          fontWeight: 600,
        }),
        Plot.text(
          largest.filter(({ count }) => count > 0),
          { ...scale, y: 'count', text: 'count', dy: -9, fill: INK, stroke: PAPER, strokeWidth: 5 },
        ),
        Plot.text(ends, {
          fy: () => names.at(-1),
          x: (month: string) => month,
          text: (month: string) => month,
          frameAnchor: 'bottom',
          textAnchor: (_: string, at: number) => (at === 0 ? 'start' : 'end'),
          dy: 16,
          fill: MUTED,
          fontSize: 13,
        } as never),
      ],
    },
  });
}
