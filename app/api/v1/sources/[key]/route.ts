import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { sourceKey } from '@/lib/agreements/sources/schema';
import { TAGS } from '@/lib/platform/cache/tags';
import { failure } from '@/lib/platform/errors';
import { readSourceRecord } from '@/lib/publication/sources';

/** One source with all that rests on it. */
export const GET = reading<{ key: string }>(async (request, { key }) => {
  if (!sourceKey.safeParse(key).success) return failure('not_found');
  return sendJson(request, {
    key: `source:${key}`,
    tags: [TAGS.dataset, TAGS.sources],
    load: () => readSourceRecord(key),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
