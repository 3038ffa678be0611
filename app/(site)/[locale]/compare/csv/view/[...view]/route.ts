import { readComparison } from '@/app/(site)/[locale]/compare/read-comparison';
import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { readParameters } from '@/app/api/v1/parameters';
import { failure } from '@/lib/platform/errors';
import { compareAgreements } from '@/lib/publication/comparison/comparison';
import { compareShape, FEWEST } from '@/lib/publication/comparison/filter-schema';
import { comparisonCsv } from '@/lib/publication/comparison/table';
import { TAGS } from '@/lib/platform/cache/tags';
import { viewAddress } from '@/lib/publication/views/address';
import { z } from 'zod';

const parameters = z.strictObject({ bom: z.literal('1').optional() });
const words = { bom: 'bom is 1 for a file that Excel is to open, and absent otherwise.' };

/** A comparison as a file. */
export const GET = withApi<{ locale: string; view: string[] }>(async (request, { view: parts }) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const read = await readComparison(parts);
  if (!read || read === 'too_many' || read.chosen.length < FEWEST) return failure('not_found');
  const { view, chosen, sets } = read;
  const bom = asked.parameters.bom === '1';
  return sendPublished(request, {
    key: `${viewAddress('comparison.csv', compareShape, view)}${bom ? ':bom' : ''}`,
    tags: [TAGS.dataset, TAGS.releases],
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'Content-Disposition': 'attachment; filename="comparison.csv"' },
    make: async () => comparisonCsv(chosen, compareAgreements(chosen, sets), { bom }),
  });
});
