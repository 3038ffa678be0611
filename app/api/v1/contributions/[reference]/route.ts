import { reference as referenceOf } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/platform/errors';
import { readContributionOrStub } from '@/lib/publication/contributions/contributions';
import { TAGS } from '@/lib/platform/cache/tags';

/**
 * One published contribution in full, the tombstone of a former one, or a stub of one that is not public but named in
 * the dataset.
 */
export const GET = reading<{ reference: string }>(async (request, { reference: named }) => {
  const reference = referenceOf.safeParse(named).data;
  if (reference === undefined) return failure('not_found');
  return sendJson(request, {
    key: `contribution:${reference}`,
    // Also `dataset`: the answer contains names of agreements, which may change.
    tags: [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset],
    load: () => readContributionOrStub(reference, 'en'),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
