import * as Plot from '@observablehq/plot';
import { FONT_SIZE, widthOf, type Size } from './canvas';
import { INK, PAPER } from './palette';

/** The frame of figures that have one row per thing: its name at the side, or above where there is no room beside. */
export type RowFrame = { width: number; height: number; left: number; band: number; labels: Plot.Markish };

const WIDTH = { wide: 900, narrow: 360 } as const;
const ROW = { wide: 34, narrow: 58 } as const;

/** What a row or a column is about: a key of its own, and the name it is shown by, which others may bear as well. */
export type Named = { key: string; name: string };

export function rowFrame(rows: readonly Named[], size: Size, top: number, bottom: number): RowFrame {
  const wide = size === 'wide';
  const left = wide ? Math.min(330, Math.max(0, ...rows.map(({ name }) => widthOf(name))) + 14) : 1;
  const labels = Plot.text(rows, {
    y: 'key',
    frameAnchor: 'left',
    text: 'name',
    textAnchor: wide ? 'end' : 'start',
    dx: wide ? -14 : 0,
    dy: wide ? 0 : -21,
    fill: INK,
    stroke: PAPER, // if a name is above its row, the line at one half passes behind it
    strokeWidth: 5,
    fontSize: FONT_SIZE,
  });
  return { width: WIDTH[size], height: top + bottom + rows.length * ROW[size], left, band: ROW[size], labels };
}

export const widthFor = (size: Size): number => WIDTH[size];
