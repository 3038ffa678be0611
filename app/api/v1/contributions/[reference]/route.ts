import { reference as referenceOf } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/errors';
import { readContribution } from '@/lib/publishing/contributions/queries';
import { TAGS } from '@/lib/publishing/tags';

/** One published contribution in full, or the tombstone of a withdrawn one. */
export const GET = reading<{ reference: string }>(async (request, { reference: named }) => {
  const reference = referenceOf.safeParse(named).data;
  if (reference === undefined) return failure('not_found');
  return sendJson(request, {
    key: `contribution:${reference}`,
    // `dataset` too: it names agreements, and a name may change.
    tags: [TAGS.contribution(reference), TAGS.contributions, TAGS.dataset],
    load: () => readContribution(reference, 'en'),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
