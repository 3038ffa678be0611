import { badRequest, keyOf, MOST_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { listDatasetChanges } from '@/lib/publication/changes';
import { readAgreementAt } from '@/lib/publication/past/past';
import { TAGS } from '@/lib/platform/cache/tags';
import { changePlace, parameters, words } from './parameters';

/** What changed in the dataset, over all agreements, the newest first: each with the cells as they were and as they became. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { agreement, limit = MOST_ROWS } = asked.parameters;
  const after = asked.parameters.after === undefined ? undefined : changePlace(asked.parameters.after);
  // A place that does not exist would be the end of the list, and whoever asked would take it for complete.
  // One of another agreement is no place in this one's list either.
  const isElsewhere = agreement !== undefined && after !== undefined && after.agreement !== agreement;
  if (isElsewhere || (after && !(await readAgreementAt(after.agreement, { version: after.version }))))
    return badRequest([{ path: 'after', detail: words.after }]);
  return sendJson(request, {
    key: keyOf('changes', asked.parameters),
    tags: [TAGS.dataset],
    load: async () =>
      pageOf(
        await listDatasetChanges({ agreement, after, limit: limit + 1 }),
        limit,
        (change) => `${change.agreement.slug}.${change.version}`,
      ),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
