import { versionNumber } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { readAgreementAt } from '@/lib/publication/past/past';
import { TAGS } from '@/lib/platform/cache/tags';

/** One agreement in one of its versions. */
export const GET = reading<{ slug: string; version: string }>(async (request, { slug, version }) => {
  if (!agreementSlug.safeParse(slug).success || !versionNumber.safeParse(version).success) return failure('not_found');
  return sendJson(request, {
    key: `agreement:${slug} version ${version}`,
    tags: [TAGS.agreement(slug)],
    load: () => readAgreementAt(slug, { version: Number(version) }),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
