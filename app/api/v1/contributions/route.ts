import type { z } from 'zod';
import { asksForAll, badRequest, keyOf, MAX_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/platform/errors';
import { readPublicCall } from '@/lib/publication/calls';
import { listContributions, readContribution } from '@/lib/publication/contributions/contributions';
import type { PublicContributionSummary } from '@/lib/publication/contributions/schema';
import { TAGS } from '@/lib/platform/cache/tags';
import { parameters, words } from './parameters';

/**
 * The published contributions and the tombstones of withdrawn ones, newest first; filtered by their authors' public
 * details, or by agreement.
 */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { call, after } = asked.parameters;
  if (call !== undefined && !(await readPublicCall(call, 'en'))) return failure('unknown_call');
  // An unknown position would look like the end of the list, so the client would take the list for complete.
  const place = after === undefined ? null : await readContribution(after, 'en');
  if (after !== undefined && (!place || (call !== undefined && place.call !== call)))
    return badRequest([{ path: 'after', detail: words.after }]);
  return sendJson(request, {
    key: keyOf('contributions', asked.parameters),
    tags: [TAGS.contributions, TAGS.dataset],
    load: () => load(asked.parameters),
  });
});

type ContributionParameters = z.infer<typeof parameters>;

async function load({ call, after, limit = MAX_ROWS, ...only }: ContributionParameters) {
  const rows = asksForAll(only)
    ? await listContributions({ call, after, limit: limit + 1 })
    : await listWithin({ call, after }, only);
  return pageOf(rows, limit, (contribution) => contribution.reference);
}

/** Filters use only public data, so that a filter can't reveal an author's hidden details. */
async function listWithin(
  { call, after }: Pick<ContributionParameters, 'call' | 'after'>,
  only: Pick<ContributionParameters, 'group' | 'country' | 'agreement'>,
) {
  return (await listContributions({ call, after })).filter((contribution) => isWithin(contribution, only));
}

function isWithin(
  { attribution, agreements }: PublicContributionSummary,
  { group, country, agreement }: Pick<ContributionParameters, 'group' | 'country' | 'agreement'>,
): boolean {
  if (group !== undefined && attribution?.stakeholderGroup !== group) return false;
  if (country !== undefined && attribution?.country !== country) return false;
  return agreement === undefined || agreements.some(({ slug }) => slug === agreement);
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
