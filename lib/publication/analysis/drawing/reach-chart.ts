import * as Plot from '@observablehq/plot';
import type { CriterionReach } from '@/lib/publication/analysis/horizontality';
import { draw, type Size, type Spoken } from './canvas';
import { ACCENT, INK, MUTED, PAPER, RULE } from './palette';
import { addLegend, legendHeight } from './patterns';
import { rowFrame, widthFor } from './rows';

type ReachChart = Spoken & {
  id: string;
  size: Size;
  rows: readonly CriterionReach[];
  words: {
    yes: string;
    found: string;
    half: string;
    percent: (share: number) => string;
    count: (row: CriterionReach) => string;
  };
};

/**
 * How widely each criterion is shared: a line to the part of agreements it is found in, a full dot where it is stated
 * outright.
 */
export function reachChart({ id, size, rows, words, ...spoken }: ReachChart): string {
  const width = widthFor(size);
  const wide = size === 'wide';
  const top = legendHeight([words.yes, words.found], width) + (wide ? 18 : 6);
  const frame = rowFrame(
    rows.map(({ criterion }) => ({ key: criterion.key, name: criterion.shortTitle })),
    size,
    top,
    24,
  );
  const points = rows.map((row) => ({
    key: row.criterion.key,
    yes: part(row.counts.yes, row),
    found: part(row.found, row),
    count: words.count(row),
  }));
  return draw({
    id,
    ...spoken,
    plot: {
      width,
      height: frame.height,
      marginLeft: wide ? frame.left + 6 : 14,
      marginRight: 104,
      marginTop: top,
      marginBottom: 24,
      x: { domain: [0, 1], axis: null },
      // half a row above the first and below the last, as bars have it
      y: { domain: points.map(({ key }) => key), axis: null, padding: 0.5 },
      marks: [...scale(words, wide), ...reaches(points, wide ? 0 : 2), frame.labels],
    },
    extras: (parts) =>
      addLegend(
        parts,
        [
          { word: words.yes, look: { fill: ACCENT, stroke: ACCENT, 'stroke-width': 2 }, shape: 'dot' },
          { word: words.found, look: { fill: PAPER, stroke: ACCENT, 'stroke-width': 2 }, shape: 'dot' },
        ],
        width,
      ),
  });
}

const part = (count: number, { assessed }: CriterionReach): number => (assessed === 0 ? 0 : count / assessed);

function scale({ percent, half }: ReachChart['words'], wide: boolean): Plot.Markish[] {
  const said = { x: (at: number) => at, text: () => half, frameAnchor: 'top', dy: -16, fill: MUTED } as const;
  return [
    Plot.ruleX([0, 1], { stroke: RULE }),
    Plot.ruleX([0.5], { stroke: MUTED, strokeDasharray: '3 3' }),
    Plot.axisX([0, 0.5, 1], { tickSize: 0, tickFormat: percent, fill: MUTED, label: null }),
    ...(wide ? [Plot.text([0.5], said)] : []),
  ];
}

type Point = { key: string; yes: number; found: number; count: string };

function reaches(points: readonly Point[], dy: number): Plot.Markish[] {
  const dot = { y: 'key', r: 6, stroke: ACCENT, strokeWidth: 2, dy } as const;
  return [
    Plot.ruleY(points, { y: 'key', x1: 0, x2: 'found', stroke: ACCENT, strokeWidth: 2, dy }),
    Plot.dot(points, { ...dot, x: 'found', fill: PAPER }),
    Plot.dot(points, { ...dot, x: 'yes', fill: ACCENT }),
    Plot.text(points, { y: 'key', frameAnchor: 'right', textAnchor: 'start', text: 'count', dx: 14, dy, fill: INK }),
  ];
}
