import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { readParticipant } from '@/lib/publication/participants/register';

/** One participant with what it did to which agreement. Its short name is formed as that of an agreement. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  return sendJson(request, {
    key: `participant:${slug}`,
    tags: [TAGS.participants, TAGS.contributions, TAGS.dataset],
    load: () => readParticipant(slug),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
