import { z } from 'zod';
import { asksForAll, badRequest, callSlug, limit, LIMIT_WORDS, MOST_ROWS, readParameters, reference } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { failure } from '@/lib/errors';
import { readPublicCall } from '@/lib/publishing/calls/queries';
import { listContributions, readContribution } from '@/lib/publishing/contributions/queries';
import { TAGS } from '@/lib/publishing/tags';

const parameters = z.strictObject({ call: callSlug.optional(), after: reference.optional(), limit });
const words = {
  call: 'call is the name of a call, such as 2020.',
  after: 'after is the value of “next” in an earlier answer: the reference of a published contribution, such as BPF-2020-007.',
  limit: LIMIT_WORDS,
};

/** The published contributions and the tombstones of withdrawn ones, newest first. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { call, after, limit: most = MOST_ROWS } = asked.parameters;
  if (call !== undefined && !(await readPublicCall(call, 'en'))) return failure('unknown_call');
  // A place that does not exist would be the end of the list, and whoever asked would take it for complete.
  if (after !== undefined && !(await readContribution(after, 'en'))) return badRequest([{ path: 'after', detail: words.after }]);
  return sendJson(request, {
    key: asksForAll(asked.parameters) ? 'contributions' : undefined,
    tags: [TAGS.contributions],
    load: async () => pageOf(await listContributions({ call, after, limit: most + 1 }), most, (contribution) => contribution.reference),
  });
});

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
