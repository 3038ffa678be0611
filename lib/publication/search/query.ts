import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';
import { db, PLAN_FOR_VALUES, Prisma } from '@/lib/platform/db/client';
import { cutText } from '@/lib/platform/text/cut-text';
import { searchWords } from '@/lib/platform/text/fold-text';

const MAX_WORDS = 8;

/** What is looked for. */
export type SearchQuery = {
  /** Its words, folded. */
  words: string[];
  /** Each word in PostgreSQL's form for a search, without those that are in any text (“the”, “of”). */
  terms: string[];
};

/** The words of a text that someone looks for, folded and each once. */
export const soughtWords = (sought: string): string[] =>
  [...new Set(searchWords(cutText(sought, MAX_SOUGHT)).split(' '))].filter(Boolean).slice(0, MAX_WORDS);

/**
 * What to look for; null where nothing is left of it. With `begun` the words may be the beginnings of longer ones.
 */
export async function readQuery(sought: string, { begun = false } = {}): Promise<SearchQuery | null> {
  const words = soughtWords(sought);
  const rows = await db.$queryRaw<{ term: string }[]>`
    SELECT CASE WHEN ${begun} AND length(word) > 2 THEN to_tsquery('english', word || ':*') ELSE plainto_tsquery('english', word) END::text AS term
    FROM unnest(${words}::text[]) WITH ORDINALITY AS given(word, at) ORDER BY at`;
  const terms = [...new Set(rows.map(({ term }) => term))].filter(Boolean);
  return terms.length === 0 ? null : { words, terms };
}

/** Matches what has every word. */
export const everyWord = ({ terms }: SearchQuery): Prisma.Sql => Prisma.sql`${terms.join(' & ')}::tsquery`;
/** Matches what has any of the words. */
export const anyWord = ({ terms }: SearchQuery): Prisma.Sql => Prisma.sql`${terms.join(' | ')}::tsquery`;
/** Of grouped rows: each word is in one of them. */
export const eachWordIn = (column: Prisma.Sql, { terms }: SearchQuery): Prisma.Sql =>
  Prisma.join(
    terms.map((term) => Prisma.sql`bool_or(${column} @@ ${term}::tsquery)`),
    ' AND ',
  );

/** Which words of these texts were looked for, folded. */
export async function foundWords(texts: readonly string[], query: SearchQuery): Promise<Set<string>> {
  const words = [...new Set(texts.flatMap((text) => wordsOf(text).map(({ folded }) => folded)))];
  const rows = await db.$queryRaw<{ word: string }[]>(Prisma.sql`${PLAN_FOR_VALUES}
    SELECT word FROM unnest(${words}::text[]) AS word WHERE to_tsvector('english', word) @@ ${anyWord(query)}`);
  return new Set(rows.map(({ word }) => word));
}

/** The words of a text with their places, each as the text has it and as the database has it. */
export const wordsOf = (text: string): { word: string; folded: string; at: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    word: match[0],
    folded: searchWords(match[0]),
    at: match.index,
  }));
