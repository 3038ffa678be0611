import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/platform/errors';
import { releaseSlug } from '@/lib/publication/past/snapshot';
import { readRelease } from '@/lib/publication/releases/releases';
import { TAGS } from '@/lib/platform/cache/tags';

/** One release: its content, its files with checksums, and the changes since the previous one. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!releaseSlug.safeParse(slug).success) return failure('not_found');
  return sendJson(request, { key: `release:${slug}`, tags: [TAGS.releases], load: () => readRelease(slug) });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
