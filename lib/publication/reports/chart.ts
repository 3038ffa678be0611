import { FONT_SIZE } from '@/lib/publication/analysis/drawing/canvas';
import type { Size } from '@/lib/publication/analysis/drawing/canvas';
import { coverageChart } from '@/lib/publication/analysis/drawing/coverage-chart';
import { pairsChart } from '@/lib/publication/analysis/drawing/pairs-chart';
import { colourRules, LIGHT, withOwnColours } from '@/lib/publication/analysis/drawing/palette';
import { pngOf } from '@/lib/publication/analysis/drawing/png';
import type { ReportChart } from './report';

/** The colours that a drawing within a page refers to, as declarations for a page that loads no other style. */
export const CHART_COLOURS = { light: colourRules('light'), dark: colourRules('dark') };

/** The drawing as part of a page, in the page's colours: an image with its title and description. */
export function chartSvg({ id, title, description, drawn }: ReportChart, size: Size): string {
  const spoken = { id: `${id.replace(/[^\w-]/g, '-')}-${size}`, size, title, description };
  switch (drawn.as) {
    case 'coverage':
      return coverageChart({ ...spoken, rows: drawn.rows, words: drawn.words });
    case 'pairs':
      return pairsChart({ ...spoken, rows: drawn.rows });
  }
}

/** Beside the drawing, in its pixels: names in another font may be wider than they were reckoned. */
const MARGIN = 24;

/** The drawing on white paper, with its colours written out and its words in this font. */
export const printedSvg = (chart: ReportChart, font: string): string => printed(chart, font).svg;

function printed(chart: ReportChart, font: string): { svg: string; width: number; height: number } {
  const svg = withOwnColours(chartSvg(chart, 'wide').replaceAll('var(--color-paper)', WHITE));
  const sizeIn = (name: string) => Number(new RegExp(`^<svg [^>]*\\b${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  const [width, height] = [sizeIn('width') + MARGIN, sizeIn('height')];
  const box = `-${MARGIN} 0 ${width} ${height}`;
  const [, inner = ''] = /^<svg [^>]*>([\s\S]*)<\/svg>$/.exec(svg) ?? [];
  const paper = `<rect x="-${MARGIN}" width="${width}" height="${height}" fill="${WHITE}"/>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}" font-family="${font}" font-size="${FONT_SIZE}" fill="${LIGHT['--color-ink']}">${paper}${inner}</svg>`,
    width,
    height,
  };
}
const WHITE = '#ffffff';

/** A picture with its width and height in pixels of the drawing; the file has twice as many. */
export type Picture = { png: Uint8Array<ArrayBuffer>; width: number; height: number };

/** The drawing as a picture for documents that take no SVG. */
export async function chartPicture(chart: ReportChart): Promise<Picture> {
  const { svg, width, height } = printed(chart, 'Source Serif 4');
  return { png: await pngOf(svg), width, height };
}
