import * as Plot from '@observablehq/plot';
import type { Coverage } from '@/lib/publication/analysis/coverage';
import { draw, widthOf, type Size, type Spoken } from './canvas';
import { INK, PAPER } from './palette';
import { addLegend, addPatterns, AREA_VALUES, areaLook, asAttributes, legendHeight, type AreaValue } from './patterns';
import { rowFrame, widthFor } from './rows';

/** What a bar needs to know of a criterion. */
export type CoverageRow = { criterion: Pick<Coverage['criterion'], 'key' | 'shortTitle'>; counts: Coverage['counts'] };

type CoverageChart = Spoken & {
  id: string;
  size: Size;
  rows: readonly CoverageRow[];
  words: Record<AreaValue, string>;
};
type Piece = { key: string; value: AreaValue; count: number; from: number; to: number };

/** One bar per criterion, divided by what was said: how many yes, indirect, unclear, no, not assessed. */
export function coverageChart({ id, size, rows, words, ...spoken }: CoverageChart): string {
  const used = AREA_VALUES.filter((value) => rows.some(({ counts }) => counts[value] > 0));
  const width = widthFor(size);
  const top = legendHeight(
    used.map((value) => words[value]),
    width,
  );
  const frame = rowFrame(
    rows.map(({ criterion }) => ({ key: criterion.key, name: criterion.shortTitle })),
    size,
    top,
    4,
  );
  const pieces = rows.flatMap(piecesOf);
  const total = Math.max(1, ...pieces.map(({ to }) => to));
  const room = (width - frame.left - 1) / total;
  const inset = size === 'wide' ? { insetTop: 5, insetBottom: 5 } : { insetTop: 18, insetBottom: 12 };
  return draw({
    id,
    ...spoken,
    plot: {
      width,
      height: frame.height,
      marginLeft: frame.left,
      marginRight: 1,
      marginTop: top,
      marginBottom: 4,
      x: { domain: [0, total], axis: null },
      y: { domain: rows.map(({ criterion }) => criterion.key), axis: null, padding: 0 },
      marks: [
        ...used.map((value) =>
          Plot.barX(
            pieces.filter((piece) => piece.value === value),
            { x1: 'from', x2: 'to', y: 'key', ...inset, insetLeft: 0.5, insetRight: 0.5, ...areaLook(value, id) },
          ),
        ),
        ...numbers(
          pieces.filter(({ count }) => count * room > widthOf(`${count}`) + 6),
          size === 'wide' ? 0 : 3,
        ),
        frame.labels,
      ],
    },
    extras: (parts) => {
      addPatterns(parts, id);
      addLegend(
        parts,
        used.map((value) => ({ word: words[value], look: asAttributes(areaLook(value, id)) })),
        width,
      );
    },
  });
}

/** Light numbers on the dark areas, dark ones with a light edge on the others. */
function numbers(pieces: readonly Piece[], dy: number): Plot.Markish[] {
  const text = (list: readonly Piece[], look: Plot.TextOptions) =>
    Plot.text(list, {
      x: (piece: Piece) => (piece.from + piece.to) / 2,
      y: 'key',
      text: (piece: Piece) => `${piece.count}`,
      dy,
      fontWeight: 600,
      ...look,
    });
  const [dark, light] = [(piece: Piece) => piece.value === 'yes', (piece: Piece) => piece.value !== 'yes'];
  return [
    text(pieces.filter(dark), { fill: PAPER }),
    text(pieces.filter(light), { fill: INK, stroke: PAPER, strokeWidth: 5 }),
  ];
}

function piecesOf({ criterion, counts }: CoverageRow): Piece[] {
  let from = 0;
  return AREA_VALUES.flatMap((value) => {
    const piece = { key: criterion.key, value, count: counts[value], from, to: from + counts[value] };
    from = piece.to;
    return piece.count > 0 ? [piece] : [];
  });
}
