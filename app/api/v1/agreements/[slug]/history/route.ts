import { allowReading, onlyReading, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { readHistory } from '@/lib/publication/agreements';
import { TAGS } from '@/lib/platform/cache/tags';

/** The revisions of one agreement, newest first, each with its changes and its contribution. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  const load = async () => {
    const revisions = await readHistory(slug);
    return revisions && wholeList(revisions);
  };
  return sendJson(request, { key: `history:${slug}`, tags: [TAGS.agreement(slug)], load });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
