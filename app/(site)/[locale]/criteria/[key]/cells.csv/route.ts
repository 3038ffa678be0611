import { parameters, words } from '@/app/data/parameters';
import { readParameters } from '@/app/api/v1/parameters';
import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { criterionKey } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { criterionCellsCsv } from '@/lib/publication/downloads/criterion-cells';

/** The cells of one criterion: the rows that the dataset's cells.csv has of it. */
export const GET = withApi<{ locale: string; key: string }>(async (request, { key }) => {
  if (!criterionKey.safeParse(key).success) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const bom = asked.parameters.bom === '1';
  return sendPublished(request, {
    key: `criterion-cells:${key}${bom ? ':bom' : ''}`,
    tags: [TAGS.dataset],
    type: 'text/csv; charset=utf-8; header=present',
    headers: { 'Content-Disposition': `attachment; filename="${key}.csv"` },
    make: () => criterionCellsCsv(key, { bom }),
  });
});
