import { sendViewFile } from '@/app/data/view-file';
import { TAGS } from '@/lib/platform/cache/tags';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import { matrixCsv, matrixJson } from '@/lib/publication/matrix/table';
import { isDay } from '@/lib/publication/past/snapshot';
import { readMatrix } from './read-matrix';
import type { ReadMatrix } from './read-matrix';

const common = {
  shape: matrixShape,
  read: readMatrix,
  tags: ({ view }: ReadMatrix) => {
    const point = view.at?.[0];
    return [TAGS.dataset, ...(point !== undefined && !isDay(point) ? [TAGS.releases] : [])];
  },
};

export const sendMatrixCsv = sendViewFile({
  ...common,
  name: 'matrix.csv',
  make: ({ view, matrix }, bom) => matrixCsv(matrix, { transposed: view.transpose !== undefined, bom }),
});

export const sendMatrixJson = sendViewFile({
  ...common,
  name: 'matrix.json',
  make: ({ view, matrix }) => matrixJson(matrix, view),
});
