import { badRequest, keyOf, MAX_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { listDatasetChanges } from '@/lib/publication/changes';
import { readAgreementAt } from '@/lib/publication/past/past';
import { TAGS } from '@/lib/platform/cache/tags';
import { changePlace, parameters, words } from './parameters';

/** The changes of the dataset, over all agreements, newest first, each with its cells before and after. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { agreement, limit = MAX_ROWS } = asked.parameters;
  const after = asked.parameters.after === undefined ? undefined : changePlace(asked.parameters.after);
  // An unknown position would look like the end of the list, so the client would take the list for complete.
  // A position of another agreement is unknown in this one's list.
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
