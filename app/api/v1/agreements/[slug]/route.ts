import { readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { endOf, isDay } from '@/lib/publication/past/snapshot';
import { readAgreementAt } from '@/lib/publication/past/past';
import { readAgreement } from '@/lib/publication/agreements';
import { readReleasedAgreements } from '@/lib/publication/releases/releases';
import { TAGS } from '@/lib/platform/cache/tags';
import { parameters, words } from './parameters';

/** One agreement in its present state, or as of the end of a day or a release. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { at } = asked.parameters;
  if (at === undefined)
    return sendJson(request, {
      key: `agreement:${slug}`,
      tags: [TAGS.agreement(slug), TAGS.sources],
      load: () => readAgreement(slug),
    });
  return sendJson(request, {
    key: `agreement:${slug} at ${at}`,
    tags: [TAGS.agreement(slug), TAGS.releases],
    load: () => readThen(slug, at),
  });
});

async function readThen(slug: string, at: string) {
  if (isDay(at)) return readAgreementAt(slug, { at: endOf(at) });
  return (await readReleasedAgreements(at))?.find((agreement) => agreement.slug === slug) ?? null;
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
