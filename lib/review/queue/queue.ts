import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { db, Prisma } from '@/lib/platform/db/client';
import { afterSql, filterSql, IN_CONFLICT, orderSql } from './filter-sql';
import type { FilterSql, QueueReader } from './filter-sql';
import { factsSql, READY_SQL } from './mark-sql';
import type { QueueFilter, QueuePlace, QueueStatus } from './schema';
import { isByChange, placeText, QUEUE_STATUSES } from './schema';

export type QueueRow = {
  reference: string;
  call: string;
  status: QueueStatus;
  /** ISO 8601, UTC. */
  submittedAt: string;
  /** When it last changed its status or was sent anew. */
  changedAt: string;
  /** Affiliation or name, for editors; null if none was given or the contributor chose to stay anonymous. */
  who: string | null;
  anonymous: boolean;
  /** The editor who looks after it. */
  assignee: string | null;
  /** Proposed cells: those that wait, and all that were not taken back. */
  pending: number;
  total: number;
  /** The number of its newest revision. */
  revision: number;
  /** The contributor wrote last, and no editor has answered. */
  replied: boolean;
  /** Entered by an editor on behalf of its contributor, whose consent is there or waited for; null otherwise. */
  onBehalf: 'consented' | 'waiting' | null;
};
/** What a contribution is about and what there is to know before it is opened: for the desk's page only. */
type RowFacts = {
  /** The agreements of the dataset for which it proposes something, by their short names. */
  agreements: string[];
  /** The names of the agreements it proposes anew; null for one without a name. */
  newAgreements: (string | null)[];
  /** Pending cells in conflict with the dataset, and those for which others propose something too. */
  conflicts: number;
  rivals: number;
  files: number;
  /** It has an address, and its contributor has not confirmed it. */
  unconfirmed: boolean;
  /** When it is published by itself, as PostgreSQL writes it; null without a schedule. */
  publishAt: string | null;
  /** Its scheduled publication was refused, and waits for an editor. */
  publicationRefused: boolean;
  tags: string[];
};
export type DeskRow = QueueRow & { facts: RowFacts };
export type QueuePage<Shown = QueueRow> = {
  rows: Shown[];
  /** For `after`, where there is more. */ next: string | null;
};
/** `more`: there are more than were counted. */
export type QueueCount = { count: number; more: boolean };
export type QueueCounts = Record<QueueStatus, QueueCount>;
/** With what is ready to be published, which is counted among the submitted as well. */
export type DeskCounts = QueueCounts & { ready: QueueCount };

/** So many are counted of each status. */
const MAX_COUNTED = 250;

/** Among so many submitted contributions, those that are ready are counted: each is looked at. */
const MAX_LOOKED_AT = 1_000;

/**
 * One page of the desk's queue, newest first unless the filter says otherwise. `userId`: the editor whose contributions
 * are `mine`.
 */
export async function listQueue(
  { limit = 25, ...filter }: QueueFilter,
  userId = '',
  reader: QueueReader = {},
): Promise<QueuePage> {
  const parts = filterSql(filter, userId, reader);
  const [found] = await db.$queryRaw<{ rows: Row[] }[]>`
    ${parts.planning} WITH ${parts.tables} page AS (${pageSql(filter, parts, limit + 1)}) SELECT ${rowsSql(filter, Prisma.empty, reader)} AS rows`;
  return pageOf(found?.rows ?? [], limit, filter, reader);
}

/** How many contributions each status has under a filter (`ready` aside), counted up to 250. */
export async function countQueue(
  filter: Omit<QueueFilter, 'status' | 'after' | 'limit'>,
  userId = '',
  reader: QueueReader = {},
): Promise<QueueCounts> {
  const parts = filterSql(filter, userId, reader);
  const [found] = await db.$queryRaw<{ counts: Counted }[]>`
    ${parts.planning} WITH ${parts.tables} counted AS (${countsSql(parts)}) SELECT ${COUNTS} AS counts`;
  return countsOf(found?.counts);
}

/**
 * What the desk's page shows: a page of the queue with what each row is about, and how many there are under the same
 * filter in each status and ready to be published.
 */
export async function readQueue(
  { limit = 25, ...filter }: QueueFilter,
  userId: string,
  reader: QueueReader = {},
): Promise<QueuePage<DeskRow> & { counts: DeskCounts }> {
  const parts = filterSql(filter, userId, reader);
  const facts = Prisma.sql`, 'facts', ${factsSql(IN_CONFLICT)}`;
  const [found] = await db.$queryRaw<{ rows: Row<DeskRow>[]; counts: Counted; ready: Looked }[]>`
    ${parts.planning} WITH ${parts.tables} page AS (${pageSql(filter, parts, limit + 1)}), counted AS (${countsSql(parts)})
    SELECT ${rowsSql(filter, facts, reader)} AS rows, ${COUNTS} AS counts, (${readyCountSql(parts)}) AS ready`;
  const counts = { ...countsOf(found?.counts), ready: readyOf(found?.ready) };
  return { ...pageOf(found?.rows ?? [], limit, filter, reader), counts };
}

/** The rows of these contributions, newest first; those that an editor may not see are left out. */
export async function listRowsOf(references: readonly string[], reader: QueueReader = {}): Promise<DeskRow[]> {
  const facts = Prisma.sql`, 'facts', ${factsSql(IN_CONFLICT)}`;
  const [found] = await db.$queryRaw<{ rows: Row<DeskRow>[] }[]>`
    WITH page AS (SELECT ${PAGE_COLUMNS} FROM contributions c WHERE c.reference = ANY(${[...references]}::text[]) AND c.status <> 'draft' AND c.submitted_at IS NOT NULL)
    SELECT ${rowsSql({}, facts, reader)} AS rows`;
  return pageOf(found?.rows ?? [], references.length, {}, reader).rows;
}

/** How many contributions are ready to be published under a filter, counted up to 250 among the first 1,000. */
export async function countReady(filter: QueueFilter = {}, userId = '', reader: QueueReader = {}): Promise<QueueCount> {
  const parts = filterSql(filter, userId, reader);
  const [found] = await db.$queryRaw<{ ready: Looked }[]>`
    ${parts.planning} WITH ${parts.tables} ready AS (${readyCountSql(parts)}) SELECT * FROM ready`;
  return readyOf(found?.ready);
}

/** How many published contributions have proposed cells that wait for a decision, counted up to 250. */
export async function countPublishedUndecided(): Promise<QueueCount> {
  const [found] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM contributions c WHERE c.status = 'published'
      AND EXISTS (SELECT FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status = 'pending') LIMIT ${literal(MAX_COUNTED + 1)}) c`;
  return countUpTo(found?.count ?? 0);
}

/**
 * The reference that follows this one in the queue under a filter, for the editor `userId`; null at its end. The
 * contribution that was just decided may not match the filter any more: only its place in the order counts.
 */
export async function nextInQueue(
  filter: QueueFilter,
  reference: string,
  userId: string,
  reader: QueueReader = {},
): Promise<string | null> {
  const after = await placeOf(reference, filter);
  if (!after) return null;
  const { rows } = await listQueue({ ...filter, after, limit: 1 }, userId, reader);
  return rows[0]?.reference ?? null;
}

async function placeOf(reference: string, { sort = 'newest' }: QueueFilter): Promise<QueuePlace | null> {
  const row = await db.contribution.findUnique({
    where: { reference },
    select: { id: true, submittedAt: true, statusAt: true },
  });
  const at = isByChange(sort) ? row?.statusAt : row?.submittedAt;
  return row && at ? { at: at.toISOString(), id: row.id, sort } : null;
}

/** With its id, which makes the place where the page ends. */
type Row<Shown = QueueRow> = Shown & { id: string };

const PAGE_COLUMNS = Prisma.sql`c.id, c.reference, c.call_id, c.status, c.submitted_at, c.status_at, c.anonymous, c.author_id, c.public_affiliation, c.public_name,
  c.assignee_id, c.current_revision`;

const pageSql = (
  { status, ready, after, sort = 'newest' }: QueueFilter,
  { joins, where }: FilterSql,
  limit: number,
) => Prisma.sql`
  SELECT ${PAGE_COLUMNS} FROM contributions c ${joins}
  WHERE ${status ? Prisma.sql`c.status = ${status}::contribution_status` : Prisma.sql`c.status <> 'draft'`} AND ${where} ${ready ? Prisma.sql`AND c.status = 'submitted' AND ${READY_SQL}` : Prisma.empty} ${afterSql(after)}
  ${orderSql(sort)} LIMIT ${literal(limit)}`;

/** A number as part of the statement: for a limit that is a parameter, PostgreSQL assumes a tenth of all rows. */
const literal = (number: number) => Prisma.raw(String(Math.trunc(number)));

const AUTHOR = Prisma.sql`CASE WHEN NOT c.anonymous THEN coalesce((SELECT coalesce(affiliation, name) FROM contacts WHERE contribution_id = c.id),
      CASE WHEN c.author_id IS NOT NULL THEN c.public_affiliation END) END`;
/** What the author shows in public. */
const PUBLIC_AUTHOR = Prisma.sql`CASE WHEN NOT c.anonymous THEN coalesce(c.public_affiliation, c.public_name) END`;

/**
 * The rows of `page` as one JSON value. Details are queried row by row, which PostgreSQL plans faster than joins. A
 * name is never selected if its owner chose to stay anonymous.
 */
const rowsSql = (
  { sort = 'newest' }: QueueFilter,
  facts: Prisma.Sql,
  { seesContacts = true }: QueueReader,
) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', c.id, 'reference', c.reference, 'call', (SELECT slug FROM calls WHERE id = c.call_id),
    'status', c.status, 'submittedAt', c.submitted_at, 'changedAt', c.status_at,
    'who', ${seesContacts ? AUTHOR : PUBLIC_AUTHOR},
    'anonymous', c.anonymous, 'assignee', (SELECT coalesce(name, email) FROM users WHERE id = c.assignee_id),
    'pending', x.pending, 'total', x.total, 'revision', c.current_revision, 'replied', coalesce(
      (SELECT kind = 'reply' FROM messages WHERE contribution_id = c.id ORDER BY created_at DESC, id DESC LIMIT 1), false), 'onBehalf',
      (SELECT CASE WHEN consented_at IS NULL THEN 'waiting' ELSE 'consented' END FROM entries_on_behalf WHERE contribution_id = c.id)${facts}) ${orderSql(sort)}), '[]')
  FROM page c CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.status = 'pending') AS pending, count(DISTINCT (coalesce(x.agreement_id, x.proposal_id), x.key)) AS total
    FROM proposed_changes x WHERE x.contribution_id = c.id AND x.status <> 'withdrawn') x)`;

function pageOf<Shown extends QueueRow>(
  rows: Row<Shown>[],
  limit: number,
  { sort = 'newest' }: QueueFilter,
  { seesContacts = true }: QueueReader,
): QueuePage<Omit<Row<Shown>, 'id'>> {
  const shown = rows.slice(0, limit).map((row) => ({
    ...row,
    submittedAt: new Date(row.submittedAt).toISOString(),
    changedAt: new Date(row.changedAt).toISOString(),
  }));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ id: _, ...row }) => (seesContacts ? row : hideContactDetails(row))),
    next: last ? placeText({ at: isByChange(sort) ? last.changedAt : last.submittedAt, id: last.id, sort }) : null,
  };
}

/** How many rows each status has, by status. */
type Counted = Record<QueueStatus, number>;

const countsSql = ({ joins, where }: FilterSql) => Prisma.sql`
  SELECT e.status, n.count FROM unnest(${QUEUE_STATUSES}::contribution_status[]) AS e(status) CROSS JOIN LATERAL (
    SELECT count(*) FROM (SELECT FROM contributions c ${joins} WHERE c.status = e.status AND ${where} LIMIT ${literal(MAX_COUNTED + 1)}) c) n`;

/** How many are ready, of how many that were looked at. */
type Looked = { count: number; seen: number };

const readyCountSql = ({ joins, where }: FilterSql) => Prisma.sql`
  SELECT json_build_object('count', count(*) FILTER (WHERE ${READY_SQL}), 'seen', count(*)) AS ready FROM (
    SELECT c.id, c.editors_only FROM contributions c ${joins} WHERE c.status = 'submitted' AND ${where} LIMIT ${literal(MAX_LOOKED_AT + 1)}) c`;

const readyOf = ({ count, seen }: Looked = { count: 0, seen: 0 }): QueueCount => ({
  count: Math.min(count, MAX_COUNTED),
  more: count > MAX_COUNTED || seen > MAX_LOOKED_AT,
});

const COUNTS = Prisma.sql`(SELECT json_object_agg(status, count) FROM counted)`;

const countsOf = (counted: Counted | undefined): QueueCounts =>
  Object.fromEntries(QUEUE_STATUSES.map((status) => [status, countUpTo(counted?.[status] ?? 0)])) as QueueCounts; // of every status

const countUpTo = (count: number): QueueCount => ({ count: Math.min(count, MAX_COUNTED), more: count > MAX_COUNTED });
