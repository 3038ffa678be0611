import { asksForAll, badRequest, MAX_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { failure } from '@/lib/platform/errors';
import { TAGS } from '@/lib/platform/cache/tags';
import { readAgreementRegister } from '@/lib/publication/participants/agreement-register';
import { parameters, words } from './parameters';

/** The participants of one agreement by name, and the counts of the register beside those that are claimed. */
export const GET = reading<{ slug: string }>(async (request, { slug }) => {
  if (!agreementSlug.safeParse(slug).success) return failure('not_found');
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { after, limit = MAX_ROWS } = asked.parameters;
  const register = await readAgreementRegister(slug);
  if (!register) return failure('not_found');
  const { counts, participations } = register;
  const start = after === undefined ? 0 : participations.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && start === 0) return badRequest([{ path: 'after', detail: words.after }]);
  const load = async () => ({ counts, ...pageOf(participations.slice(start), limit, ({ id }) => id) });
  const tags = [TAGS.participants, TAGS.contributions, TAGS.agreement(slug)];
  return sendJson(
    request,
    asksForAll(asked.parameters) ? { key: `participants of ${slug}`, tags, load } : { tags: [], load },
  );
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
