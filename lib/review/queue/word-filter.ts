import { Prisma } from '@/lib/platform/db/client';
import { COLUMNS } from './rows';
import type { Sought } from './words';

type Words = Exclude<Sought, { reference: string }>;

/** A word or phrase as PostgreSQL searches it. In a subquery, so that the plan is made without knowing it: a guess at its frequency might choose reading all rows. */
const phrase = (text: string) => Prisma.sql`(SELECT phraseto_tsquery('simple', ${text}))`;
/** The last of its words may go on. They hold letters and digits only: nothing in them is an operator. */
const beginning = (text: string) => Prisma.sql`(SELECT to_tsquery('simple', ${`${text.split(' ').join(' <-> ')}:*`}))`;

const partsOf = ({ whole, begun }: Words) => [...whole.map(phrase), ...(begun === null ? [] : [beginning(begun)])];

/**
 * For each word, whether a contribution `c` holds it, in what was written or in who wrote it. Whoever chose to be anonymous is
 * not to be found by name, since that would tell the desk who it is.
 */
export const holdsEach = (words: Words): Prisma.Sql[] =>
  partsOf(words).map(
    (query) => Prisma.sql`coalesce(c.search @@ ${query}
      OR NOT c.anonymous AND (SELECT t.search @@ ${query} FROM contacts t WHERE t.contribution_id = c.id), false)`,
  );

export function holdsWords(words: Words): Prisma.Sql {
  const each = holdsEach(words);
  return each.length === 0 ? Prisma.sql`false` : Prisma.join(each, ' AND ');
}

/**
 * Searches of the two indexes of words, each of which finds every contribution that holds them all: those with the word that is
 * rarest, in either; and those that hold them all in what was written, together with those of whose author any is told.
 */
export function wordHits(words: Words, rarest: number, most: number): WordSearch[] {
  const queries = partsOf(words);
  const query = queries[rarest];
  if (query === undefined) return [];
  const alone = either(query, query, most);
  // A single word has been looked for in every place already.
  if (queries.length === 1) return [{ ...alone, settles: ['sought'] }];
  return [
    alone,
    either(
      Prisma.sql`(SELECT ${Prisma.join(queries, ' && ')})`,
      Prisma.sql`(SELECT ${Prisma.join(queries, ' || ')})`,
      most,
    ),
  ];
}

type WordSearch = { ids: Prisma.Sql; rows: Prisma.Sql; settles: string[] };

const either = (written: Prisma.Sql, told: Prisma.Sql, most: number): WordSearch => ({
  ids: Prisma.sql`SELECT id FROM (
    (SELECT id FROM contributions WHERE search @@ ${written}) UNION ALL (SELECT contribution_id FROM contacts WHERE search @@ ${told})) hits LIMIT ${most}`,
  rows: Prisma.sql`(SELECT ${COLUMNS}, search FROM contributions WHERE search @@ ${written}) UNION ALL (
    SELECT r.* FROM contacts t CROSS JOIN LATERAL (SELECT ${COLUMNS}, search FROM contributions WHERE id = t.contribution_id OFFSET 0) r
    WHERE t.search @@ ${told} AND NOT r.anonymous AND NOT coalesce(r.search @@ ${written}, false))`,
  settles: [],
});
