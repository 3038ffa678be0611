import { db, Prisma } from '@/lib/db/client';
import { alongIndex, askedBy, ofAssignee, ofCall, olderThan, searches, searchesForWords, tests } from './filters/queries';
import type { Asked } from './filters/queries';
import { beyond, COLUMNS, inOrder, readRows, sortedBy } from './rows/queries';
import type { QueueRow, Row } from './rows/queries';
import type { QueueFilter, QueueStatus } from './schema';
import { placeText, QUEUE_STATUSES } from './schema';

export type QueuePage = { rows: QueueRow[]; /** For `after`, where there is more. */ next: string | null };
/** `more`: there are more than were counted. */
export type QueueCount = { count: number; more: boolean };

const COUNTED = 1_000;
/** So many rows in the order asked for are looked through for words before the index of words is asked, and so many where every index has too many. */
const LOOKED_THROUGH = { first: 300, then: 5_000 };
/** So many hits of an index are tested and sorted; what hits more is looked for row by row, in the order asked for. */
const SORTED = 2_000;

/**
 * One page of the desk's queue as this editor asks for it. The work is bounded whatever the number of contributions and whatever
 * is looked for: either few are found by an index and sorted, or a page fills up soon in the order asked for. Where filters are
 * frequent one by one and rare together, a page may be short, or even empty, and still have a next one.
 * `userId`: whose are those that are `mine`; nobody's without one.
 */
export async function listQueue({ limit = 25, ...filter }: QueueFilter, userId = ''): Promise<QueuePage> {
  const asked = askedBy(filter, userId);
  const { sort = 'newest' } = asked;
  const read = async (page: Prisma.Sql) => pageOf(await readRows(page, sort), limit, asked);

  const rest = restOf(asked);
  if (rest.length === 0) return read(walk(asked, limit + 1));
  if (asked.sought && !('reference' in asked.sought)) {
    const page = await read(walkTesting(asked, rest, LOOKED_THROUGH.first, limit + 1));
    if (page.next) return page;
  }
  const search = await fewestHits(asked);
  if (search) return read(sortedHits(search, asked, limit + 1));

  const page = await read(walkTesting(asked, rest, LOOKED_THROUGH.then, limit + 1));
  return page.next ? page : { ...page, next: await endOfWalk(asked, LOOKED_THROUGH.then) };
}

/** How many contributions each status has under a filter, counted up to 1,000; `more` is also set where not all were looked at. */
export async function countQueue({ status: _, after: __, ...filter }: QueueFilter, userId = ''): Promise<Record<QueueStatus, QueueCount>> {
  const asked = askedBy(filter, userId);
  const rows = restOf(asked).length === 0 ? await countAlong(asked) : await countHits(asked);
  const counts = new Map(rows.map(({ status, count, cut }) => [status, { count: Math.min(count, COUNTED), more: cut || count > COUNTED }]));
  const absent = { count: 0, more: rows.some((row) => row.cut) };
  return Object.fromEntries(QUEUE_STATUSES.map((status) => [status, counts.get(status) ?? absent])) as Record<QueueStatus, QueueCount>; // of every key
}

type Counted = { status: QueueStatus; count: number; /** Not all were looked at. */ cut: boolean };

function countAlong(asked: Asked): Promise<Counted[]> {
  return db.$queryRaw<Counted[]>`SELECT s.status::text, n.count, false AS cut FROM unnest(${QUEUE_STATUSES}::contribution_status[]) AS s(status)
    CROSS JOIN LATERAL (SELECT count(*)::int FROM (
      SELECT 1 FROM contributions c WHERE c.status = s.status AND c.submitted_at IS NOT NULL ${alsoAll(conditionsAlong(asked))} LIMIT ${COUNTED + 1}) one) n`;
}

/** Exact where an index finds few; otherwise among the first that one finds. */
async function countHits(asked: Asked): Promise<Counted[]> {
  const few = await fewestHits(asked);
  const search = few ?? hitsOf(asked, SORTED + 1)[0];
  if (!search) return [];
  const rows = await db.$queryRaw<Omit<Counted, 'cut'>[]>`SELECT c.status::text AS status, count(*)::int AS count
    FROM (${hitRows(search)}) c WHERE c.status <> 'draft' AND c.submitted_at IS NOT NULL ${alsoAll(tests(asked))} GROUP BY c.status`;
  return rows.map((row) => ({ ...row, cut: few === null }));
}

const statusesOf = ({ status }: Asked) => (status ? [status] : QUEUE_STATUSES);
const alsoAll = (conditions: Prisma.Sql[]) => (conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`);

/** What remains to be tested row by row on a walk along an index. */
const restOf = (asked: Asked) => tests(asked, alongIndex(asked).along);

function conditionsAlong(asked: Asked): Prisma.Sql[] {
  const { along } = alongIndex(asked);
  const { assignee, call, olderThan: days } = asked;
  return [
    ...(along.includes('assignee') && assignee !== undefined ? [ofAssignee(assignee)] : []),
    ...(along.includes('call') && call !== undefined ? [ofCall(call)] : []),
    ...(along.includes('olderThan') && days !== undefined ? [olderThan(days)] : []),
  ];
}

/** The first under a filter, but for what must be tested: one walk per status along its index, merged, so that no more rows are read than are asked for. */
function walk(asked: Asked, most: number, columns = COLUMNS): Prisma.Sql {
  const { sort = 'newest', after, assignee } = asked;
  // PostgreSQL does not see that rows with no assignee are in the index's order, unless the order names that column too.
  const order = inOrder(sort, assignee === null && sort !== 'changed' ? Prisma.sql`assignee_id` : undefined);
  const where = [...conditionsAlong(asked), after ? beyond(after) : Prisma.sql`c.${sortedBy(sort)} IS NOT NULL`];
  const walks = statusesOf(asked).map(
    (status) => Prisma.sql`(SELECT ${columns} FROM contributions c WHERE c.status = ${status}::contribution_status ${alsoAll(where)} ${order} LIMIT ${most})`,
  );
  return Prisma.sql`SELECT * FROM (${Prisma.join(walks, ' UNION ALL ')}) walks ${inOrder(sort)} LIMIT ${most}`;
}

/** Those of the first `window` that pass the tests. */
function walkTesting(asked: Asked, conditions: Prisma.Sql[], window: number, most: number): Prisma.Sql {
  const columns = asked.sought ? Prisma.sql`${COLUMNS}, search` : COLUMNS;
  return Prisma.sql`SELECT ${COLUMNS} FROM (${walk(asked, window, columns)}) c WHERE true ${alsoAll(conditions)} ${inOrder(asked.sort ?? 'newest')} LIMIT ${most}`;
}

/** Where a walk of this length ends; null where there is nothing beyond. */
async function endOfWalk(asked: Asked, window: number): Promise<string | null> {
  const { sort = 'newest' } = asked;
  const [row] = await db.$queryRaw<{ at: Date; id: string }[]>`
    SELECT ${sortedBy(sort)} AS at, id FROM (${walk(asked, window)}) walked ${inOrder(sort)} OFFSET ${window - 1}`;
  return row ? placeText({ at: row.at.toISOString(), id: row.id, sort }) : null;
}

const hitsOf = (asked: Asked, most: number) => [...searches(asked, statusesOf(asked), most), ...searchesForWords(asked, most)];

/** Of the searches that find all there is under a filter, the one with the fewest hits; null where each has too many to be sorted. */
async function fewestHits(asked: Asked): Promise<Prisma.Sql | null> {
  const indexed = searches(asked, statusesOf(asked), SORTED + 1);
  const counts = await countEach(indexed);
  const fewest = Math.min(...counts);
  if (fewest <= SORTED) return indexed[counts.indexOf(fewest)] ?? null;
  for (const search of searchesForWords(asked, SORTED + 1)) {
    const [count = Infinity] = await countEach([search]);
    if (count <= SORTED) return search;
  }
  return null;
}

async function countEach(all: Prisma.Sql[]): Promise<number[]> {
  if (all.length === 0) return [];
  const counts = all.map((search) => Prisma.sql`(SELECT count(*)::int FROM (${search}) hits)`);
  const [row] = await db.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(counts)}] AS counts`;
  return row?.counts ?? [];
}

/** The contributions that a search has hit, one by one by their key: taken together they might be read from first to last. */
const hitRows = (search: Prisma.Sql) => Prisma.sql`SELECT c.* FROM (SELECT DISTINCT id FROM (${search}) every) hit
  CROSS JOIN LATERAL (SELECT ${COLUMNS}, search FROM contributions WHERE id = hit.id OFFSET 0) c`;

/** Sorted before the tests, so that only as many are tested as a page needs. */
function sortedHits(search: Prisma.Sql, asked: Asked, most: number): Prisma.Sql {
  const { sort = 'newest', after } = asked;
  const order = inOrder(sort);
  const place = after ? [beyond(after)] : [];
  const sorted = Prisma.sql`SELECT * FROM (${hitRows(search)}) c
    WHERE c.status = ANY(${statusesOf(asked)}::contribution_status[]) AND c.submitted_at IS NOT NULL ${alsoAll(place)} ${order} OFFSET 0`;
  return Prisma.sql`SELECT ${COLUMNS} FROM (${sorted}) c WHERE true ${alsoAll(tests(asked))} ${order} LIMIT ${most}`;
}

function pageOf(rows: Row[], limit: number, { sort = 'newest' }: Asked): QueuePage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? placeText({ at: sort === 'changed' ? last.changedAt : last.submittedAt, id: last.id, sort }) : null;
  return { rows: shown.map(({ id: _, ...row }) => row), next };
}
