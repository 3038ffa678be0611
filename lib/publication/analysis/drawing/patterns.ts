import type { Parts } from './canvas';
import { colour, PAPER } from './palette';
import { widthOf } from './canvas';

/** The values of an assessment as areas that differ without colour: full, hatched, dotted, empty, dashed. */
export const AREA_VALUES = ['yes', 'indirect', 'unclear', 'no', 'not_assessed'] as const;
export type AreaValue = (typeof AREA_VALUES)[number];

const LINES: Record<AreaValue, string> = {
  yes: colour('--color-yes'),
  indirect: colour('--color-indirect'),
  unclear: colour('--color-unclear'),
  no: colour('--color-no'),
  not_assessed: colour('--color-none'),
};

/** How the area of a value is drawn in the drawing of this id. */
export function areaLook(value: AreaValue, id: string) {
  const fill =
    value === 'yes' ? LINES.yes : value === 'indirect' || value === 'unclear' ? `url(#${id}-${value})` : PAPER;
  return { fill, stroke: LINES[value], strokeWidth: 1, ...(value === 'not_assessed' && { strokeDasharray: '2 3' }) };
}

/** The hatching and the dots that `areaLook` refers to. */
export function addPatterns({ defs, element }: Parts, id: string): void {
  const hatch = element(defs, 'pattern', {
    id: `${id}-indirect`,
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  element(hatch, 'rect', { width: 6, height: 6, fill: PAPER });
  element(hatch, 'rect', { width: 2.4, height: 6, fill: LINES.indirect });
  const dots = element(defs, 'pattern', { id: `${id}-unclear`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' });
  element(dots, 'rect', { width: 6, height: 6, fill: PAPER });
  element(dots, 'circle', { cx: 2, cy: 2, r: 1.4, fill: LINES.unclear });
  element(dots, 'circle', { cx: 5, cy: 5, r: 1.4, fill: LINES.unclear });
}

type LegendItem = { word: string; look: Record<string, string | number>; shape?: 'box' | 'dot' };

const LINE = 22;
const SWATCH = 14;

/** How high the legend is: its items follow each other and go on in the next line where one is full. */
export const legendHeight = (words: readonly string[], width: number): number =>
  (placesOf(words, width).at(-1)?.y ?? 0) + LINE + 6;

/** What the marks mean, in words, at the head of the drawing. */
export function addLegend({ svg, element }: Parts, items: readonly LegendItem[], width: number): void {
  const places = placesOf(
    items.map(({ word }) => word),
    width,
  );
  items.forEach(({ word, look, shape = 'box' }, at) => {
    const { x, y } = places[at] ?? { x: 0, y: 0 };
    const group = element(svg, 'g', { transform: `translate(${x},${y})`, 'text-anchor': 'start' });
    if (shape === 'box') element(group, 'rect', { x: 0.5, y: 2.5, width: SWATCH, height: SWATCH, ...look });
    else element(group, 'circle', { cx: SWATCH / 2, cy: 9, r: 5.5, ...look });
    element(group, 'text', { x: SWATCH + 7, y: 14 }, word);
  });
}

function placesOf(words: readonly string[], width: number): { x: number; y: number }[] {
  let [x, y] = [0, 0];
  return words.map((word) => {
    const own = SWATCH + 7 + widthOf(word) + 18;
    if (x > 0 && x + own > width) [x, y] = [0, y + LINE];
    const place = { x, y };
    x += own;
    return place;
  });
}

/** Attributes of SVG are written with hyphens where marks take camel case. */
export const asAttributes = (look: Record<string, string | number>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(look).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    ]),
  );
