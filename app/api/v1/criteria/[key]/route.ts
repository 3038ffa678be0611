import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { criterionKey } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { readCriterionRecord } from '@/lib/publication/criteria';
import { TAGS } from '@/lib/platform/cache/tags';

/** One criterion with its cells of all agreements, its projects and its history. */
export const GET = reading<{ key: string }>(async (request, { key }) => {
  if (!criterionKey.safeParse(key).success) return failure('not_found');
  return sendJson(request, {
    key: `criterion:${key}`,
    tags: [TAGS.dataset, TAGS.contributions],
    load: () => readCriterionRecord(key),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
