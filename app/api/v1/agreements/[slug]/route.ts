import { readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/errors';
import { endOf, isDay } from '@/lib/publishing/past/point';
import { readAgreementAt } from '@/lib/publishing/past/queries';
import { readAgreement } from '@/lib/publishing/queries';
import { readReleasedAgreements } from '@/lib/publishing/releases/queries';
import { TAGS } from '@/lib/publishing/tags';
import { parameters, words } from './parameters';

/** One agreement as it stands now, or as it stood at the end of a day or in a release. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { at } = asked.parameters;
  if (at === undefined)
    return sendJson(request, {
      key: `agreement:${slug}`,
      tags: [TAGS.agreement(slug)],
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
