import { db, Prisma } from '@/lib/platform/db/client';
import { askedBy, statusesOf, tests } from './filters';
import type { Asked, Search } from './filters';
import { beyond, COLUMNS, inOrder, readRows } from './rows';
import type { QueueRow, Row } from './rows';
import type { QueueFilter, QueueStatus } from './schema';
import { placeText, QUEUE_STATUSES } from './schema';
import { conditionsAlong, endOfWalk, walk, walkTesting } from './walks';
import { findWay, LOOKED_THROUGH } from './ways';
import type { Way } from './ways';

export type QueuePage = { rows: QueueRow[]; /** For `after`, where there is more. */ next: string | null };
/** `more`: there are more than were counted. */
export type QueueCount = { count: number; more: boolean };
export type QueueCounts = Record<QueueStatus, QueueCount>;

/** So many are counted of each status, and so many hits are looked at where there are more than can be sorted. */
const COUNTED = 250;
const LOOKED_AT = 500;

/**
 * One page of the desk's queue as this editor asks for it, newest first unless they ask otherwise. The work is bounded whatever
 * the number of contributions and whatever is looked for: either few are found by an index and sorted, or a page fills up soon
 * in the order asked for. Where filters are frequent one by one and rare together, a page may be short, or even empty, and still
 * have a next one. `userId`: whose are those that are `mine`; nobody's without one.
 */
export async function listQueue({ limit = 25, ...filter }: QueueFilter, userId = ''): Promise<QueuePage> {
  const asked = askedBy(filter, userId);
  return readPage(asked, await findWay(asked, limit), limit);
}

/** How many contributions each status has under a filter, counted up to 250; `more` is also set where not all were looked at. */
export async function countQueue(
  { status: _, after: __, limit: ___, ...filter }: QueueFilter,
  userId = '',
): Promise<QueueCounts> {
  const asked = askedBy(filter, userId);
  return readCounts(asked, await findWay(asked, 1));
}

/** What the desk's page shows: a page of the queue, and how many there are under the same filter in each status. */
export async function readQueue(
  { limit = 25, ...filter }: QueueFilter,
  userId: string,
): Promise<QueuePage & { counts: QueueCounts }> {
  const asked = askedBy(filter, userId);
  const { status: _, after: __, ...everywhere } = asked;
  const way = await findWay(asked, limit);
  if (way.by === 'hits' && !way.search.settles.some((name) => BY_STATUS.includes(name)))
    return readHits(asked, way.search, limit);
  // What an index finds in one status says nothing of the others.
  const sameWay = way.by === 'hits' ? findWay(everywhere, limit) : way;
  const [page, counts] = await Promise.all([readPage(asked, way, limit), readCounts(everywhere, await sameWay)]);
  return { ...page, counts };
}

/** Searches that are made within the status asked for. */
const BY_STATUS = ['assignee', 'call', 'olderThan'];

/** Page and counts in one go: the hits are looked up and tested once. */
async function readHits(asked: Asked, search: Search, limit: number): Promise<QueuePage & { counts: QueueCounts }> {
  const { sort = 'newest', after } = asked;
  const [found] = await db.$queryRaw<{ counted: Counted[]; ids: string[] }[]>`
    WITH c AS MATERIALIZED (SELECT ${COLUMNS} FROM (${passingHits(search, asked)}) c)
    SELECT coalesce((SELECT json_agg(json_build_object('status', status, 'count', count, 'cut', false)) FROM (SELECT status, count(*) AS count FROM c GROUP BY status) n), '[]') AS counted,
      ARRAY(SELECT c.id FROM c WHERE c.status = ANY(${statusesOf(asked)}::contribution_status[]) ${alsoAll(after ? [beyond(after)] : [])} ${inOrder(sort)} LIMIT ${limit + 1})::text[] AS ids`;
  const { counted = [], ids = [] } = found ?? {};
  const rows =
    ids.length === 0
      ? []
      : await readRows(Prisma.sql`SELECT ${COLUMNS} FROM contributions WHERE id = ANY(${ids}::uuid[])`, sort);
  return { ...pageOf(rows, limit, asked), counts: countsFrom(counted) };
}

async function readPage(asked: Asked, way: Way, limit: number): Promise<QueuePage> {
  const { sort = 'newest' } = asked;
  const read = async (page: Prisma.Sql) => pageOf(await readRows(page, sort), limit, asked);
  if (way.by === 'index') return read(walk(asked, limit + 1));
  if (way.by === 'hits') return read(sortedHits(way.search, asked, limit + 1));
  const page = await read(walkTesting(asked, way.tests, way.window, limit + 1));
  return page.next ? page : { ...page, next: await endOfWalk(asked, way.window) };
}

async function readCounts(asked: Asked, way: Way): Promise<QueueCounts> {
  return countsFrom(await db.$queryRaw<Counted[]>(countsOf(asked, way)), way.by === 'walk' && way.frequent !== null);
}

function countsFrom(rows: Counted[], cut = false): QueueCounts {
  const counts = new Map(
    rows.map((row) => [row.status, { count: Math.min(row.count, COUNTED), more: row.cut || row.count > COUNTED }]),
  );
  return Object.fromEntries(
    QUEUE_STATUSES.map((status) => [status, counts.get(status) ?? { count: 0, more: cut }]),
  ) as QueueCounts; // of every key
}

type Counted = { status: QueueStatus; count: number; /** There are more than were looked at. */ cut: boolean };

/** Exact along an index and where few are found; otherwise among the first hits of an index, or among the newest of each status. */
function countsOf(asked: Asked, way: Way): Prisma.Sql {
  if (way.by === 'hits') return countHits(way.search, asked, false);
  if (way.by === 'walk' && way.frequent) {
    const { ids, settles } = way.frequent;
    return countHits({ ids: Prisma.sql`SELECT id FROM (${ids}) first LIMIT ${LOOKED_AT}`, settles }, asked, true);
  }
  return way.by === 'index' ? countAlong(asked) : countNewest(asked, way.tests, LOOKED_THROUGH.first);
}

const EACH_STATUS = Prisma.sql`unnest(${QUEUE_STATUSES}::contribution_status[]) AS s(status)`;
const sentIn = (asked: Asked) =>
  Prisma.sql`FROM contributions c WHERE c.status = s.status AND c.submitted_at IS NOT NULL ${alsoAll(conditionsAlong(asked))}`;

const countAlong = (
  asked: Asked,
) => Prisma.sql`SELECT s.status::text AS status, n.count, false AS cut FROM ${EACH_STATUS}
  CROSS JOIN LATERAL (SELECT count(*)::int FROM (SELECT 1 ${sentIn(asked)} LIMIT ${COUNTED + 1}) one) n`;

const countNewest = (
  asked: Asked,
  conditions: Prisma.Sql[],
  window: number,
) => Prisma.sql`SELECT s.status::text AS status, n.count, n.seen >= ${window} AS cut FROM ${EACH_STATUS}
  CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE ${Prisma.join(conditions, ' AND ')}))::int AS count, count(*)::int AS seen
    FROM (SELECT ${COLUMNS}, search ${sentIn(asked)} ${inOrder('newest')} LIMIT ${window}) c) n`;

const countHits = (
  search: Search,
  asked: Asked,
  cut: boolean,
) => Prisma.sql`SELECT c.status::text AS status, count(*)::int AS count, ${cut}::boolean AS cut
  FROM (${passingHits(search, asked)}) c GROUP BY c.status`;

const passingHits = (search: Search, asked: Asked) => Prisma.sql`SELECT c.* FROM (${hitRows(search)}) c
  WHERE c.status <> 'draft' AND c.submitted_at IS NOT NULL ${alsoAll(tests(asked, search.settles))}`;

/** The contributions that a search has hit; those it knows by id one by one by their key, since taken together they might be read from first to last. */
const hitRows = ({ ids, rows }: Search) =>
  rows ??
  Prisma.sql`SELECT c.* FROM (SELECT DISTINCT id FROM (${ids}) every) hit
  CROSS JOIN LATERAL (SELECT ${COLUMNS}, search FROM contributions WHERE id = hit.id OFFSET 0) c`;

/** Sorted before the tests, so that only as many are tested as a page needs. */
function sortedHits(search: Search, asked: Asked, most: number): Prisma.Sql {
  const { sort = 'newest', after } = asked;
  const order = inOrder(sort);
  const sorted = Prisma.sql`SELECT * FROM (${hitRows(search)}) c
    WHERE c.status = ANY(${statusesOf(asked)}::contribution_status[]) AND c.submitted_at IS NOT NULL ${alsoAll(after ? [beyond(after)] : [])} ${order} OFFSET 0`;
  return Prisma.sql`SELECT ${COLUMNS} FROM (${sorted}) c WHERE true ${alsoAll(tests(asked, search.settles))} ${order} LIMIT ${most}`;
}

const alsoAll = (conditions: Prisma.Sql[]) =>
  conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`;

function pageOf(rows: Row[], limit: number, { sort = 'newest' }: Asked): QueuePage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    rows.length > limit && last
      ? placeText({ at: sort === 'changed' ? last.changedAt : last.submittedAt, id: last.id, sort })
      : null;
  return { rows: shown.map(({ id: _, ...row }) => row), next };
}
