import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/errors';
import { releaseSlug } from '@/lib/publishing/past/point';
import { readRelease } from '@/lib/publishing/releases/queries';
import { TAGS } from '@/lib/publishing/tags';

/** One release: what it holds, its files with their checksums, and what changed since the one before. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!releaseSlug.safeParse(slug).success) return failure('not_found');
  return sendJson(request, { key: `release:${slug}`, tags: [TAGS.releases], load: () => readRelease(slug) });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
