import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/errors';
import { readAgreement } from '@/lib/publishing/queries';
import { TAGS } from '@/lib/publishing/tags';

/** One agreement as it stands now. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  return sendJson(request, { key: `agreement:${slug}`, tags: [TAGS.agreement(slug)], load: () => readAgreement(slug) });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
