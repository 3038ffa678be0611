import { draw } from '@/lib/publication/analysis/drawing/canvas';
import { widthFor } from '@/lib/publication/analysis/drawing/rows';
import type { FigureName } from '@/lib/publication/analysis/figures';
import { MIN_GROUP } from '@/lib/publication/small-groups';
import type { Figure } from './figure';
import type { Words } from './words';

/**
 * A figure of too few agreements: `finding` says so in a sentence, its drawing is empty, and its table has how many were
 * assessed and how many are needed.
 */
export function unsaidFigure(name: FigureName, assessed: number, finding: string, { t }: Words): Figure {
  const title = t(`${name}.title`);
  return {
    name,
    isSaid: false,
    title,
    finding,
    method: null,
    draw: (size, id) =>
      draw({ id, title, description: finding, plot: { width: widthFor(size), height: 8, axis: null, marks: [] } }),
    scrolls: false,
    table: {
      columns: [
        { key: 'assessed', title: t('columns.assessed'), numeric: true },
        { key: 'needed', title: t('columns.needed'), numeric: true },
        { key: 'notice', title: null },
      ],
      rows: [[assessed, MIN_GROUP, finding]],
    },
  };
}
