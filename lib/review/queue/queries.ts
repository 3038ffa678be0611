import { db, Prisma } from '@/lib/db/client';
import type { QueueFilter, QueuePlace, QueueStatus } from './schema';
import { placeText, QUEUE_STATUSES } from './schema';
import type { Sought } from './words';
import { readWords } from './words';

export type QueueRow = {
  reference: string;
  call: string;
  status: QueueStatus;
  /** ISO 8601, UTC. */
  submittedAt: string;
  /** Affiliation or name, for editors; null where none was given and wherever the contributor chose to stay anonymous. */
  who: string | null;
  anonymous: boolean;
  /** Proposed cells: those that wait, and all that were not taken back. */
  pending: number;
  total: number;
  /** The number of its newest revision. */
  revision: number;
  /** The contributor wrote last, and nobody has answered. */
  replied: boolean;
};
export type QueuePage = { rows: QueueRow[]; /** For `after`, where there is more. */ next: string | null };
/** `more`: there are more than were counted. */
export type QueueCount = { count: number; more: boolean };

const COUNTED = 1_000;
/** So many of the newest are looked through before the index of words is asked, and so many after it if it has too many. */
const LOOKED_THROUGH = { first: 1_000, then: 5_000 };
/** So many hits are sorted by date; a word that hits more is looked for from the newest on instead. */
const SORTED = 2_000;

/**
 * One page of the desk's queue, newest first. The work is bounded whatever the number of contributions and whatever is
 * searched for; with a search a page may therefore be short, or even empty, and still have a next one.
 */
export async function listQueue({ limit = 25, ...filter }: QueueFilter): Promise<QueuePage> {
  const sought = filter.q === undefined ? null : readWords(filter.q);
  if (sought === null) return pageOf(await readRows(newest(filter, limit + 1)), limit);
  if ('reference' in sought) return pageOf(await readRows(referred(filter, sought.reference)), limit);

  const recent = await readRows(newestWith(sought, filter, LOOKED_THROUGH.first, limit + 1));
  if (recent.length > limit) return pageOf(recent, limit);
  const [found] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${hits(sought, SORTED + 1)}) h`;
  if ((found?.count ?? 0) <= SORTED) return pageOf(await readRows(sortedHits(sought, filter, limit + 1)), limit);

  const rows = await readRows(newestWith(sought, filter, LOOKED_THROUGH.then, limit + 1));
  if (rows.length > limit) return pageOf(rows, limit);
  return { rows: rows.map(({ id: _, ...row }) => row), next: await endOf(filter, LOOKED_THROUGH.then) };
}

/** How many contributions each status has, counted up to 1,000; under a search `more` is also set where not all hits were counted. */
export async function countQueue({ call, q }: Pick<QueueFilter, 'call' | 'q'>): Promise<Record<QueueStatus, QueueCount>> {
  const sought = q === undefined ? null : readWords(q);
  const most = COUNTED * QUEUE_STATUSES.length;
  const rows = await db.$queryRaw<{ status: QueueStatus; count: number; cut: boolean }[]>(
    sought === null
      ? Prisma.sql`SELECT s.status::text, c.count, false AS cut FROM unnest(${QUEUE_STATUSES}::contribution_status[]) AS s(status)
          CROSS JOIN LATERAL (SELECT count(*)::int FROM (
            SELECT 1 FROM contributions WHERE status = s.status AND submitted_at IS NOT NULL ${ofCall(call)} LIMIT ${COUNTED + 1}) one) c`
      : Prisma.sql`WITH found AS MATERIALIZED (${'reference' in sought ? referred({}, sought.reference) : hits(sought, most + 1)})
          SELECT status::text, count(*)::int, (SELECT count(*) > ${most} FROM found) AS cut FROM found
          WHERE status <> 'draft' AND submitted_at IS NOT NULL ${ofCall(call)} GROUP BY status`,
  );
  const counts = new Map(rows.map(({ status, count, cut }) => [status, { count: Math.min(count, COUNTED), more: cut || count > COUNTED }]));
  const absent = { count: 0, more: rows.some((row) => row.cut) };
  return Object.fromEntries(QUEUE_STATUSES.map((status) => [status, counts.get(status) ?? absent])) as Record<QueueStatus, QueueCount>; // of every key
}

type Filter = Pick<QueueFilter, 'status' | 'call' | 'after'>;

const COLUMNS = Prisma.sql`id, call_id, reference, status, submitted_at, anonymous, current_revision`;
const NEWEST_FIRST = Prisma.sql`ORDER BY submitted_at DESC, id DESC`;

const ofCall = (call: string | undefined) => (call === undefined ? Prisma.empty : Prisma.sql`AND call_id = (SELECT id FROM calls WHERE slug = ${call})`);
const after = (place: QueuePlace | undefined) =>
  place ? Prisma.sql`AND (submitted_at, id) < (${place.at}::timestamptz, ${place.id}::uuid)` : Prisma.sql`AND submitted_at IS NOT NULL`;

/** The newest under a filter: one walk per status along its index, merged, so that no more rows are read than are asked for. */
function newest(filter: Filter, most: number, columns = COLUMNS): Prisma.Sql {
  const statuses = filter.status ? [filter.status] : QUEUE_STATUSES;
  const walks = statuses.map(
    (status) => Prisma.sql`(SELECT ${columns} FROM contributions
      WHERE status = ${status}::contribution_status ${ofCall(filter.call)} ${after(filter.after)} ${NEWEST_FIRST} LIMIT ${most})`,
  );
  return Prisma.sql`SELECT * FROM (${Prisma.join(walks, ' UNION ALL ')}) walks ${NEWEST_FIRST} LIMIT ${most}`;
}

function referred(filter: Filter, reference: string): Prisma.Sql {
  const status = filter.status ? Prisma.sql`AND status = ${filter.status}::contribution_status` : Prisma.sql`AND status <> 'draft'`;
  return Prisma.sql`SELECT ${COLUMNS} FROM contributions WHERE reference = ${reference} ${status} ${ofCall(filter.call)} ${after(filter.after)}`;
}

type Words = Exclude<Sought, { reference: string }>;

/** A subquery, so that the plan is made without knowing the words: a guess at their frequency would choose reading all rows. */
function asQuery({ whole, begun }: Words): Prisma.Sql {
  const parts = whole.map((phrase) => Prisma.sql`phraseto_tsquery('simple', ${phrase})`);
  if (begun !== null) parts.push(Prisma.sql`to_tsquery('simple', ${`${begun}:*`})`);
  return Prisma.sql`(SELECT ${Prisma.join(parts, ' && ')})`;
}

/** Those of the newest `window` that hold the words. */
function newestWith(words: Words, filter: Filter, window: number, most: number): Prisma.Sql {
  return Prisma.sql`SELECT ${COLUMNS} FROM (${newest(filter, window, Prisma.sql`${COLUMNS}, search`)}) seen
    WHERE search @@ ${asQuery(words)} ${NEWEST_FIRST} LIMIT ${most}`;
}

/** Whatever the index of words has, in no order, whatever its status: the filter comes after, lest it tempt the plan away from that index. */
const hits = (words: Words, most: number) => Prisma.sql`SELECT ${COLUMNS} FROM contributions WHERE search @@ ${asQuery(words)} LIMIT ${most}`;

function sortedHits(words: Words, filter: Filter, most: number): Prisma.Sql {
  const status = filter.status ? Prisma.sql`status = ${filter.status}::contribution_status` : Prisma.sql`status <> 'draft'`;
  return Prisma.sql`SELECT * FROM (SELECT * FROM (${hits(words, SORTED + 1)}) every OFFSET 0) found
    WHERE ${status} ${ofCall(filter.call)} ${after(filter.after)} ${NEWEST_FIRST} LIMIT ${most}`;
}

/** Where a walk of this length ends; null where there is nothing beyond. */
async function endOf(filter: Filter, window: number): Promise<string | null> {
  const [row] = await db.$queryRaw<{ at: Date; id: string }[]>`
    SELECT submitted_at AS at, id FROM (${newest(filter, window)}) walked ORDER BY submitted_at DESC, id DESC OFFSET ${window - 1}`;
  return row ? placeText({ at: row.at.toISOString(), id: row.id }) : null;
}

type Row = Omit<QueueRow, 'submittedAt'> & { id: string; submittedAt: string };

/** Fills in what the desk shows. A name is never selected where its owner chose to stay anonymous. */
async function readRows(page: Prisma.Sql): Promise<Row[]> {
  const rows = await db.$queryRaw<(Omit<Row, 'submittedAt'> & { submittedAt: Date })[]>`
    SELECT c.id, c.reference, k.slug AS call, c.status::text AS status, c.submitted_at AS "submittedAt", c.anonymous,
      CASE WHEN NOT c.anonymous THEN coalesce(t.affiliation, t.name) END AS who, x.pending, x.total,
      c.current_revision AS revision, coalesce(m.kind = 'reply', false) AS replied
    FROM (${page}) c JOIN calls k ON k.id = c.call_id LEFT JOIN contacts t ON t.contribution_id = c.id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x.status = 'pending')::int AS pending, count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key))::int AS total
      FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn'
    ) x
    LEFT JOIN LATERAL (SELECT m.kind FROM messages m WHERE m.contribution_id = c.id ORDER BY m.created_at DESC, m.id DESC LIMIT 1) m ON true
    ORDER BY c.submitted_at DESC, c.id DESC`;
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }));
}

function pageOf(rows: Row[], limit: number): QueuePage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? placeText({ at: last.submittedAt, id: last.id }) : null;
  return { rows: shown.map(({ id: _, ...row }) => row), next };
}
