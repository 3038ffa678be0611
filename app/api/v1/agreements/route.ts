import { z } from 'zod';
import { asksForAll, badRequest, limit, LIMIT_WORDS, MOST_ROWS, readParameters } from '@/app/api/v1/parameters';
import { allowReading, onlyReading, pageOf, reading, sendJson, wholeList } from '@/app/api/v1/reading';
import { agreementSlug } from '@/lib/agreements/schema';
import { MOST_SOUGHT } from '@/lib/agreements/search/folding';
import { searchAgreements } from '@/lib/agreements/search/queries';
import { listAgreements } from '@/lib/publishing/queries';
import { TAGS } from '@/lib/publishing/tags';

const parameters = z.strictObject({ q: z.string().trim().min(1).max(MOST_SOUGHT).optional(), after: agreementSlug.optional(), limit });
const words = {
  q: `q is what to search for: a name, former name, short name or abbreviation of at most ${MOST_SOUGHT} characters.`,
  after: 'after is the value of “next” in an earlier answer: the short name of an agreement, such as paris-call.',
  limit: LIMIT_WORDS,
};

/** The agreements of the dataset with all their cells, by short name; with `q` the few that may be meant, best first. */
export const GET = reading(async (request) => {
  const asked = readParameters(request, parameters, words);
  if (!asked.ok) return asked.response;
  const { q, after, limit: most = MOST_ROWS } = asked.parameters;
  if (q !== undefined && after !== undefined) return badRequest([{ path: 'after', detail: 'after goes through the whole list: a search with q has one page.' }]);
  return sendJson(request, {
    key: asksForAll(asked.parameters) ? 'agreements' : undefined,
    tags: [TAGS.dataset],
    load: async () => {
      if (q !== undefined) return wholeList(await listFound(q, most));
      return pageOf(await listAgreements({ after, limit: most + 1 }), most, (agreement) => agreement.slug);
    },
  });
});

/** What a search found is read as a whole, in the order in which it was found. */
async function listFound(q: string, limit: number) {
  const slugs = (await searchAgreements(q, { limit })).map(({ slug }) => slug);
  const agreements = new Map((await listAgreements({ slugs })).map((agreement) => [agreement.slug, agreement]));
  return slugs.flatMap((slug) => agreements.get(slug) ?? []);
}

export const OPTIONS = allowReading;
export const { POST, PUT, PATCH, DELETE } = onlyReading;
