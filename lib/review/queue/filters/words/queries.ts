import { Prisma } from '@/lib/db/client';
import type { Sought } from '@/lib/review/queue/words';

type Words = Exclude<Sought, { reference: string }>;

/** So many of the words, the longest first, are each asked of the index: long words are rare ones. */
const ASKED_EACH = 3;

/** A word or phrase as PostgreSQL searches it. In a subquery, so that the plan is made without knowing it: a guess at its frequency might choose reading all rows. */
const phrase = (text: string) => Prisma.sql`(SELECT phraseto_tsquery('simple', ${text}))`;
const beginning = (text: string) => Prisma.sql`(SELECT to_tsquery('simple', ${`${text}:*`}))`;

function partsOf({ whole, begun }: Words): { length: number; query: Prisma.Sql }[] {
  const parts = whole.map((text) => ({ length: text.length, query: phrase(text) }));
  return begun === null ? parts : [...parts, { length: begun.length, query: beginning(begun) }];
}

/**
 * Whether a contribution `c` holds every word, in what was written or in who wrote it. Whoever chose to be anonymous is not to
 * be found by name, since that would tell the desk who it is.
 */
export function holdsWords(words: Words): Prisma.Sql {
  const parts = partsOf(words).map(
    ({ query }) => Prisma.sql`(c.search @@ ${query}
      OR NOT c.anonymous AND coalesce((SELECT t.search @@ ${query} FROM contacts t WHERE t.contribution_id = c.id), false))`,
  );
  return parts.length === 0 ? Prisma.sql`false` : Prisma.join(parts, ' AND ');
}

/**
 * Searches of the two indexes of words, each of which finds every contribution that holds them all: those that hold them all in
 * what was written together with those of whose author any is told; and, for a single word, those that hold it in either.
 */
export function wordHits(words: Words, most: number): Prisma.Sql[] {
  const parts = partsOf(words);
  if (parts.length === 0) return [];
  const queries = parts.map(({ query }) => query);
  const all = either(Prisma.sql`(SELECT ${Prisma.join(queries, ' && ')})`, Prisma.sql`(SELECT ${Prisma.join(queries, ' || ')})`, most);
  if (parts.length === 1) return [all];
  const longest = parts.toSorted((one, other) => other.length - one.length).slice(0, ASKED_EACH);
  return [all, ...longest.map(({ query }) => either(query, query, most))];
}

const either = (written: Prisma.Sql, told: Prisma.Sql, most: number) => Prisma.sql`SELECT id FROM (
  (SELECT id FROM contributions WHERE search @@ ${written}) UNION ALL (SELECT contribution_id FROM contacts WHERE search @@ ${told})) hits LIMIT ${most}`;
