import { z } from 'zod';
import { asksForAll, limit, LIMIT_WORDS, MOST_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, pageOf, reading, sendJson } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { listAgreements } from '@/lib/publishing/queries';
import { TAGS } from '@/lib/publishing/tags';

const parameters = z.strictObject({ after: agreementSlug.optional(), limit });
const words = { after: 'after is the value of “next” in an earlier answer: the short name of an agreement, such as paris-call.', limit: LIMIT_WORDS };

/** The agreements of the dataset with all their cells, by short name. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { after, limit: most = MOST_ROWS } = asked.parameters;
  return sendJson(request, {
    key: asksForAll(asked.parameters) ? 'agreements' : undefined,
    tags: [TAGS.dataset],
    load: async () => pageOf(await listAgreements({ after, limit: most + 1 }), most, (agreement) => agreement.slug),
  });
});

export const OPTIONS = allowReading;
