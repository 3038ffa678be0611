import * as Plot from '@observablehq/plot';
import { draw, shortened, widthOf, type Spoken } from './canvas';
import { ACCENT, INK, PAPER, RULE } from './palette';
import type { Named } from './rows';

type HeatCell = {
  row: string;
  column: string;
  /** From 0 to 1; null where there is nothing to say. */ part: number | null;
  text: string;
  strong?: boolean;
};

type HeatChart = Spoken & {
  id: string;
  rows: readonly Named[];
  columns: readonly Named[];
  cells: readonly HeatCell[];
  cell: { width: number; height: number };
  /** Many narrow columns have slanted heads, a few wide ones level heads. */
  heads: 'slanted' | 'level';
};

/**
 * Each shade has its number in it; the shades between the fourth and the last are left out, because neither dark nor
 * light numbers are readable on them.
 */
const SHADES = [0.08, 0.2, 0.32, 0.44, 0.92] as const;
const MAX_LETTERS = 30;

/** A table of shades: the darker, the more; the number in each cell says how much. */
export function heatChart({ id, rows, columns, cells, cell, heads, ...spoken }: HeatChart): string {
  const left = sideways(rows) + 12;
  const { top, right, mark } = heads === 'level' ? levelHeads(columns, cell.width) : slantedHeads(columns, cell.width);
  const shaded = cells.filter(({ part }) => part !== null && part > 0);
  const dark = (one: HeatCell) => shadeOf(one.part) === SHADES.length - 1;
  const text = (list: readonly HeatCell[], fill: string) =>
    Plot.text(list, { x: 'column', y: 'row', text: 'text', fill, fontSize: 13 });
  return draw({
    id,
    ...spoken,
    plot: {
      width: left + right + columns.length * cell.width,
      height: top + 4 + rows.length * cell.height,
      marginLeft: left,
      marginRight: right,
      marginTop: top,
      marginBottom: 4,
      padding: 0,
      x: { domain: columns.map(({ key }) => key), axis: null },
      y: { domain: rows.map(({ key }) => key), axis: null },
      marks: [
        Plot.cell(cells, { x: 'column', y: 'row', fill: PAPER, stroke: RULE, inset: 0.5 }),
        ...SHADES.map((fillOpacity, shade) =>
          Plot.cell(
            shaded.filter(({ part }) => shadeOf(part) === shade),
            { x: 'column', y: 'row', fill: ACCENT, fillOpacity, inset: 1 },
          ),
        ),
        Plot.cell(
          cells.filter(({ strong }) => strong),
          { x: 'column', y: 'row', stroke: INK, inset: 1 },
        ),
        text(cells.filter(dark), PAPER),
        text(
          cells.filter((one) => !dark(one)),
          INK,
        ),
        Plot.text(rows, { y: 'key', frameAnchor: 'left', textAnchor: 'end', dx: -10, text: nameOf, fill: INK }),
        mark,
      ],
    },
  });
}

/** A head at 45 degrees is as high as it is wide: sin 45° of its length. The last head may be wider than the table. */
function slantedHeads(columns: readonly Named[], width: number) {
  const beyond = columns.map((column, at) => widthOf(nameOf(column)) * 0.72 - (columns.length - at - 0.5) * width);
  return {
    top: Math.ceil(sideways(columns) * 0.72) + 20,
    right: Math.ceil(Math.max(8, ...beyond)) + 4,
    mark: Plot.text(columns, {
      x: 'key',
      frameAnchor: 'top',
      textAnchor: 'start',
      lineAnchor: 'middle',
      rotate: -45,
      dy: -12,
      text: nameOf,
      fill: INK,
    }),
  };
}

function levelHeads(columns: readonly Named[], width: number) {
  const lines = Math.max(1, ...columns.map(({ name }) => Math.ceil((widthOf(name) * 1.25) / (width - 16))));
  return {
    top: lines * 18 + 10,
    right: 4,
    mark: Plot.text(columns, {
      x: 'key',
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      lineWidth: (width - 16) / 14,
      lineHeight: 1.25,
      dy: -8,
      text: 'name',
      fill: INK,
    }),
  };
}

const nameOf = ({ name }: Named): string => shortened(name, MAX_LETTERS);
const sideways = (list: readonly Named[]): number => Math.max(0, ...list.map((one) => widthOf(nameOf(one))));
const shadeOf = (part: number | null): number =>
  Math.min(SHADES.length - 1, Math.ceil((part ?? 0) * SHADES.length) - 1);
