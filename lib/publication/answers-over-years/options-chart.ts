import * as Plot from '@observablehq/plot';
import { draw, widthOf, type Size, type Spoken } from '@/lib/publication/analysis/drawing/canvas';
import { ACCENT, INK, MUTED, PAPER } from '@/lib/publication/analysis/drawing/palette';
import { rowFrame, widthFor } from '@/lib/publication/analysis/drawing/rows';
import type { OptionCounts } from './counts';

type OptionsChart = Spoken & {
  id: string;
  size: Size;
  options: readonly OptionCounts[];
  /** What each call is called. */
  calls: readonly string[];
  /** Beside an option that too few have chosen to be counted. */
  few: string;
};

/** A bar for each option and call: how many contributions chose it. */
export function optionsChart({ id, size, options, calls, few, ...spoken }: OptionsChart): string {
  const bars = options.flatMap(({ value, label, counts }) =>
    calls.map((call, at) => {
      const count = counts[at] ?? null;
      const name = calls.length > 1 ? `${label}, ${call}` : label;
      return { key: `${value} ${call}`, name, count: count ?? 0, words: count === null ? few : `${count}` };
    }),
  );
  const frame = rowFrame(bars, size, 4, 4);
  const width = widthFor(size);
  const marginRight = Math.max(...bars.map(({ words }) => widthOf(words)), 0) + 12;
  const inset = size === 'wide' ? { insetTop: 5, insetBottom: 5 } : { insetTop: 24, insetBottom: 8 };
  return draw({
    id,
    ...spoken,
    plot: {
      width,
      height: frame.height,
      marginLeft: frame.left,
      marginRight,
      marginTop: 4,
      marginBottom: 4,
      x: { domain: [0, Math.max(1, ...bars.map(({ count }) => count))], axis: null },
      y: { domain: bars.map(({ key }) => key), axis: null, padding: 0 },
      marks: [
        Plot.barX(
          bars.filter(({ count }) => count > 0),
          { x1: 0, x2: 'count', y: 'key', ...inset, fill: ACCENT },
        ),
        Plot.ruleX([0], { stroke: INK }),
        Plot.text(bars, {
          x: 'count',
          y: 'key',
          text: 'words',
          textAnchor: 'start',
          dx: 8,
          dy: size === 'wide' ? 0 : 8,
          fill: (bar: { count: number }) => (bar.count > 0 ? INK : MUTED),
          stroke: PAPER,
          strokeWidth: 5,
        }),
        frame.labels,
      ],
    },
  });
}
