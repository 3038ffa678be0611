import { reference as referenceOf } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/platform/errors';
import { readContributionOrStub } from '@/lib/publication/contributions/contributions';
import { TAGS } from '@/lib/platform/cache/tags';

/** One published contribution in full, the tombstone of one that was, or a stub of one that the dataset names and that is not public. */
export const GET = reading<{ reference: string }>(async (request, { reference: named }) => {
  const reference = referenceOf.safeParse(named).data;
  if (reference === undefined) return failure('not_found');
  return sendJson(request, {
    key: `contribution:${reference}`,
    // `dataset` too: it names agreements, and a name may change.
    tags: [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset],
    load: () => readContributionOrStub(reference, 'en'),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
