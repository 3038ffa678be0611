import { db, Prisma } from '@/lib/platform/db/client';
import { alongIndex, searches, statusesOf, tests } from './filters';
import type { Asked, Search } from './filters';
import { holdsEach, wordHits } from './word-filter';
import { walk, walkedColumns } from './walks';

/**
 * How a page is found.
 * - `index`: one index has all that is asked for, in its order.
 * - `hits`: an index finds few enough to be tested and sorted.
 * - `walk`: every index finds too many, so some of the first `window` in the order asked for pass the tests. `frequent`: a search
 *   that has been cut off, for counting; null where most contributions may be hits, which an index of words takes long to tell.
 */
export type Way =
  | { by: 'index' }
  | { by: 'hits'; search: Search }
  | { by: 'walk'; tests: Prisma.Sql[]; window: number; frequent: Search | null };

/** So many rows in the order asked for are looked through for words before the index of words is asked, and so many where every index has too many. */
export const LOOKED_THROUGH = { first: 300, then: 5_000 };
/** So many hits of an index are tested and sorted; what hits more is looked for row by row, in the order asked for. */
const SORTED = 2_000;

/** The way that costs least for `limit` rows. */
export async function findWay(asked: Asked, limit: number): Promise<Way> {
  const rest = tests(asked, alongIndex(asked));
  if (rest.length === 0) return { by: 'index' };
  const { sought } = asked;
  if (sought && 'reference' in sought)
    return {
      by: 'hits',
      search: {
        ids: Prisma.sql`SELECT id FROM contributions WHERE reference = ${sought.reference}`,
        settles: ['sought'],
      },
    };

  const indexed = searches(asked, statusesOf(asked), SORTED + 1);
  const search = await fewestHits(indexed);
  if (search) return { by: 'hits', search };
  const [frequent = null] = indexed;
  if (sought === null) return { by: 'walk', tests: rest, window: LOOKED_THROUGH.then, frequent };

  const { passing, rarest } = await lookThrough(asked, rest, holdsEach(sought));
  if (passing > limit) return { by: 'walk', tests: rest, window: LOOKED_THROUGH.first, frequent };
  const byWords: Search[] = wordHits(sought, rarest, SORTED + 1);
  for (const words of byWords) if (await fewestHits([words])) return { by: 'hits', search: words };
  return { by: 'walk', tests: rest, window: LOOKED_THROUGH.then, frequent: frequent ?? byWords[0] ?? null };
}

/** Of searches that each find all there is, the one with the fewest hits; null where each has too many to be sorted. */
async function fewestHits(all: Search[]): Promise<Search | null> {
  if (all.length === 0) return null;
  const counts = all.map(({ ids }) => Prisma.sql`(SELECT count(*)::int FROM (${ids}) hits)`);
  const [row] = await db.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(counts)}] AS counts`;
  const found = row?.counts ?? [];
  const fewest = Math.min(...found);
  return fewest <= SORTED ? (all[found.indexOf(fewest)] ?? null) : null;
}

/** Of the first in the order asked for, how many pass; and which of the words fewest of them hold: that word is rare elsewhere too. */
async function lookThrough(
  asked: Asked,
  rest: Prisma.Sql[],
  each: Prisma.Sql[],
): Promise<{ passing: number; rarest: number }> {
  const window = walk(asked, LOOKED_THROUGH.first, walkedColumns(asked));
  const held = each.map((holds) => Prisma.sql`(count(*) FILTER (WHERE ${holds}))::int`);
  const [row] = await db.$queryRaw<{ passing: number; held: number[] }[]>`
    SELECT (count(*) FILTER (WHERE ${Prisma.join(rest, ' AND ')}))::int AS passing, ARRAY[${held.length > 1 ? Prisma.join(held) : Prisma.empty}]::int[] AS held
    FROM (${window}) c`;
  const counts = row?.held ?? [];
  return { passing: row?.passing ?? 0, rarest: counts.length === 0 ? 0 : counts.indexOf(Math.min(...counts)) };
}
