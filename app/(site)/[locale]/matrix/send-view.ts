import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { readParameters } from '@/app/api/v1/parameters';
import { failure } from '@/lib/platform/errors';
import { isDay } from '@/lib/publication/past/snapshot';
import { matrixCsv, matrixJson } from '@/lib/publication/matrix/table';
import { matrixShape } from '@/lib/publication/matrix/filter-schema';
import { TAGS } from '@/lib/platform/cache/tags';
import { viewAddress } from '@/lib/publication/views/address';
import { z } from 'zod';
import { readMatrix, type ReadMatrix } from './read-matrix';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment', file: 'matrix.csv', make: csv },
  json: {
    type: 'application/json',
    disposition: 'inline',
    file: 'matrix.json',
    make: ({ view, matrix }: ReadMatrix) => matrixJson(matrix, view),
  },
};

const parameters = z.strictObject({ bom: z.literal('1').optional() });
const words = { bom: 'bom is 1 for a file that Excel is to open, and absent otherwise.' };

/** Sends a view of the matrix as a file, with all its pages. Fails with `not_found`. */
export const sendMatrix = (format: keyof typeof FORMATS) =>
  withApi<{ locale: string; view?: string[] }>(async (request, { view: parts }) => {
    const asked = readParameters(request, parameters, words);
    if (!asked.ok) return asked.response;
    const { type, disposition, file, make } = FORMATS[format];
    const read = await readMatrix(parts);
    if (!read) return failure('not_found');
    const bom = asked.parameters.bom === '1';
    const point = read.view.at?.[0];
    return sendPublished(request, {
      key: `${viewAddress(`matrix.${format}`, matrixShape, read.view)}${bom ? ':bom' : ''}`,
      tags: [TAGS.dataset, ...(point !== undefined && !isDay(point) ? [TAGS.releases] : [])],
      type,
      headers: { 'Content-Disposition': `${disposition}; filename="${file}"` },
      make: async () => make(read, bom),
    });
  });

function csv({ view, matrix }: ReadMatrix, bom: boolean): string {
  return matrixCsv(matrix, { transposed: view.transpose !== undefined, bom });
}
