import { PROMISED_DAYS, workingDaysSql } from '@/lib/contributions/promise';
import { REGIONS, regionOf } from '@/lib/contributions/regions';
import { db, Prisma } from '@/lib/platform/db/client';
import { isLargeEnough, withoutSmallGroups } from '@/lib/publication/small-groups';

/**
 * `public` counts what is published, and shows no number of fewer than five; `desk` counts all contributions that were
 * sent, and the drafts begun; so does `observer`, but for countries that are not public.
 */
export type StatisticsAudience = 'public' | 'observer' | 'desk';

/** `month` as `2026-11`. Null is what the audience does not see. */
export type MonthCounts = { month: string; begun: number | null; submitted: number | null; published: number };

/** `key` is a stakeholder group, a country (ISO 3166) or a region; or `anonymous`, `unstated` or `fewer` (groups too small to be shown). */
export type GroupCount = { key: string; count: number };

type CallCounts = {
  slug: string;
  title: string;
  submitted: number | null;
  published: number;
  declined: number | null;
};

/** What became of the proposed cells. In public, of those of published contributions. */
type OutcomeCounts = {
  slug: string;
  title: string;
  accepted: number;
  amended: number;
  rejected: number;
  /** Another proposal for the same cell was accepted. */
  superseded: number;
  pending: number;
};

/** How long contributors waited, in working days; null where nothing was answered, or (in public) less than five. */
export type Waits = { count: number; median: number | null; inTime: number };

/** From the submission to the first decision or message of an editor, and to the end of the review. */
type CallWaits = {
  /** Null for all calls together. */
  call: string | null;
  firstAnswer: Waits | null;
  decided: Waits | null;
};

export type Statistics = {
  months: MonthCounts[];
  calls: CallCounts[];
  groups: GroupCount[];
  countries: GroupCount[];
  regions: GroupCount[];
  outcomes: OutcomeCounts[];
  /** Of all calls together first, then of each call, the newest first. */
  waits: CallWaits[];
};

/** Contributions of contributors: neither the editors' own proposals nor the forum's summaries of published texts. */
const OF_CONTRIBUTORS = Prisma.sql`c.author_id IS NULL AND c.summary_of IS NULL`;
const SENT = Prisma.sql`${OF_CONTRIBUTORS} AND c.submitted_at IS NOT NULL`;
const PUBLISHED = Prisma.sql`${SENT} AND c.status = 'published'`;

/** The counts of all calls together and by call, month, group, country and region. */
export async function readStatistics(audience: StatisticsAudience): Promise<Statistics> {
  const counted = audience === 'public' ? PUBLISHED : SENT;
  const [months, calls, groups, countries, outcomes, waits] = await Promise.all([
    readMonths(audience),
    readCalls(audience),
    readGroups(Prisma.sql`c.stakeholder_group::text`, counted),
    readGroups(countrySql(audience), counted),
    readOutcomes(counted),
    readWaits(counted),
  ]);
  const shown = (counts: GroupCount[]) => (audience === 'public' ? withoutSmall(counts) : counts);
  return {
    months,
    calls,
    groups: shown(groups),
    countries: shown(countries),
    regions: shown(byRegion(countries)),
    outcomes,
    waits: waits.map(({ call, firstAnswer, decided }) => ({
      call,
      firstAnswer: enough(firstAnswer, audience),
      decided: enough(decided, audience),
    })),
  };
}

/** What the contributor publishes; for editors also what they see beside it. */
const countrySql = (audience: StatisticsAudience) =>
  audience !== 'desk'
    ? Prisma.sql`c.public_country`
    : Prisma.sql`coalesce(c.public_country, (SELECT k.country FROM contacts k WHERE k.contribution_id = c.id))`;

async function readMonths(audience: StatisticsAudience): Promise<MonthCounts[]> {
  const rows = await db.$queryRaw<{ month: string; begun: number; submitted: number; published: number }[]>`
    WITH events AS (
      SELECT created_at AS at, 'begun' AS what FROM contributions c WHERE ${OF_CONTRIBUTORS}
      UNION ALL SELECT submitted_at, 'submitted' FROM contributions c WHERE ${SENT}
      UNION ALL SELECT published_at, 'published' FROM contributions c WHERE ${PUBLISHED} AND published_at IS NOT NULL
    )
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
      count(*) FILTER (WHERE what = 'begun')::int AS begun,
      count(*) FILTER (WHERE what = 'submitted')::int AS submitted,
      count(*) FILTER (WHERE what = 'published')::int AS published
    FROM events GROUP BY 1 ORDER BY 1`;
  return audience !== 'public'
    ? rows
    : rows
        .filter(({ published }) => published > 0)
        .map(({ month, published }) => ({ month, begun: null, submitted: null, published }));
}

async function readCalls(audience: StatisticsAudience): Promise<CallCounts[]> {
  const rows = await db.$queryRaw<(CallCounts & { submitted: number; declined: number })[]>`
    SELECT k.slug, coalesce(k.texts->'en'->>'title', k.slug) AS title, count(*)::int AS submitted,
      count(*) FILTER (WHERE c.status = 'published')::int AS published,
      count(*) FILTER (WHERE c.status = 'declined')::int AS declined
    FROM contributions c JOIN calls k ON k.id = c.call_id
    WHERE ${SENT} AND ${audience === 'public' ? Prisma.sql`k.published` : Prisma.sql`true`}
    GROUP BY k.id ORDER BY k.slug DESC`;
  return audience !== 'public'
    ? rows
    : rows.filter(({ published }) => published > 0).map((row) => ({ ...row, submitted: null, declined: null }));
}

const readGroups = (key: Prisma.Sql, counted: Prisma.Sql): Promise<GroupCount[]> =>
  db.$queryRaw<GroupCount[]>`
    SELECT CASE WHEN c.anonymous THEN 'anonymous' ELSE coalesce(${key}, 'unstated') END AS key, count(*)::int AS count
    FROM contributions c WHERE ${counted} GROUP BY 1 ORDER BY count DESC, key`;

function byRegion(countries: readonly GroupCount[]): GroupCount[] {
  const of = (key: string) => (['anonymous', 'unstated'].includes(key) ? key : regionOf(key));
  return [...REGIONS, 'unstated', 'anonymous']
    .map((region) => ({
      key: region,
      count: countries.filter(({ key }) => of(key) === region).reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0);
}

function withoutSmall(counts: readonly GroupCount[]): GroupCount[] {
  const { shown, other } = withoutSmallGroups(counts);
  return other > 0 ? [...shown, { key: 'fewer', count: other }] : shown;
}

/** The newest round of each cell: one whose decision was undone is decided again. */
const readOutcomes = (counted: Prisma.Sql): Promise<OutcomeCounts[]> =>
  db.$queryRaw<OutcomeCounts[]>`
    WITH newest AS (
      SELECT DISTINCT ON (p.proposal_id, p.key) p.status, c.call_id
      FROM proposed_changes p JOIN contributions c ON c.id = p.contribution_id
      WHERE ${counted} ORDER BY p.proposal_id, p.key, p.round DESC
    )
    SELECT k.slug, coalesce(k.texts->'en'->>'title', k.slug) AS title,
      count(*) FILTER (WHERE n.status = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE n.status = 'amended')::int AS amended,
      count(*) FILTER (WHERE n.status = 'rejected')::int AS rejected,
      count(*) FILTER (WHERE n.status = 'superseded')::int AS superseded,
      count(*) FILTER (WHERE n.status = 'pending')::int AS pending
    FROM newest n JOIN calls k ON k.id = n.call_id GROUP BY k.id ORDER BY k.slug DESC`;

type WaitsRow = { call: string | null } & Record<'answered' | 'answeredInTime' | 'decided' | 'decidedInTime', number> &
  Record<'medianAnswer' | 'medianDecided', number | null>;

/** Without calls whose contributions are published by themselves: no editor answers there. */
async function readWaits(counted: Prisma.Sql): Promise<{ call: string | null; firstAnswer: Waits; decided: Waits }[]> {
  const days = (until: string) => workingDaysSql(Prisma.sql`submitted_at`, Prisma.raw(until));
  const rows = await db.$queryRaw<WaitsRow[]>`
    WITH ends AS (
      SELECT c.id, k.slug, c.submitted_at,
        CASE WHEN c.published_at IS NOT NULL THEN c.published_at
          WHEN c.status IN ('declined', 'kept') THEN c.status_at END AS decided_at
      FROM contributions c JOIN calls k ON k.id = c.call_id WHERE ${counted} AND NOT k.publishes_at_once
    ), moments AS (
      SELECT slug, submitted_at, decided_at, least(
        decided_at,
        (SELECT min(m.created_at) FROM messages m WHERE m.contribution_id = ends.id AND m.user_id IS NOT NULL),
        (SELECT min(d.decided_at) FROM proposed_changes p JOIN decisions d ON d.change_id = p.id WHERE p.contribution_id = ends.id)
      ) AS answered_at FROM ends
    ), waits AS (
      SELECT slug, CASE WHEN answered_at IS NOT NULL THEN ${days('answered_at')} END AS answered,
        CASE WHEN decided_at IS NOT NULL THEN ${days('decided_at')} END AS decided
      FROM moments
    )
    SELECT slug AS call, count(answered)::int AS answered,
      count(*) FILTER (WHERE answered <= ${PROMISED_DAYS})::int AS "answeredInTime",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY answered))::float8 AS "medianAnswer",
      count(decided)::int AS decided,
      count(*) FILTER (WHERE decided <= ${PROMISED_DAYS})::int AS "decidedInTime",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY decided))::float8 AS "medianDecided"
    FROM waits GROUP BY GROUPING SETS ((), (slug)) ORDER BY slug DESC NULLS FIRST`;
  return rows.map((row) => ({
    call: row.call,
    firstAnswer: { count: row.answered, median: row.medianAnswer, inTime: row.answeredInTime },
    decided: { count: row.decided, median: row.medianDecided, inTime: row.decidedInTime },
  }));
}

const enough = (waits: Waits, audience: StatisticsAudience): Waits | null =>
  waits.count === 0 || (audience === 'public' && !isLargeEnough(waits.count)) ? null : waits;
