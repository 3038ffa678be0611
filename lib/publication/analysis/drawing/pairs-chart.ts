import * as Plot from '@observablehq/plot';
import { draw, shortened, type Size, type Spoken } from './canvas';
import { ACCENT, INK, RULE } from './palette';
import { rowFrame, widthFor } from './rows';

type PairsChart = Spoken & { id: string; size: Size; rows: readonly { name: string; degree: number; text: string }[] };

const MAX_LETTERS = { wide: 44, narrow: 48 } as const;

/** The pairs that are most alike, each with a bar whose length is the shared part. */
export function pairsChart({ id, size, rows, ...spoken }: PairsChart): string {
  const named = rows.map((row, at) => ({ ...row, key: `${at}`, name: shortened(row.name, MAX_LETTERS[size]) }));
  const frame = rowFrame(named, size, 4, 4);
  const inset = size === 'wide' ? { insetTop: 8, insetBottom: 8 } : { insetTop: 20, insetBottom: 18 };
  return draw({
    id,
    ...spoken,
    plot: {
      width: widthFor(size),
      height: frame.height,
      marginLeft: frame.left,
      marginRight: 70,
      marginTop: 4,
      marginBottom: 4,
      x: { domain: [0, 1], axis: null },
      y: { domain: named.map(({ key }) => key), axis: null, padding: 0 },
      marks: [
        Plot.barX(named, { x1: 0, x2: 1, y: 'key', ...inset, stroke: RULE, fill: 'none' }),
        Plot.barX(named, { x1: 0, x2: 'degree', y: 'key', ...inset, fill: ACCENT }),
        Plot.text(named, {
          y: 'key',
          frameAnchor: 'right',
          textAnchor: 'start',
          dx: 10,
          dy: size === 'wide' ? 0 : 1,
          text: 'text',
          fill: INK,
        }),
        frame.labels,
      ],
    },
  });
}
