import { db } from '@/lib/platform/db/client';
import { countQueue } from '@/lib/review/queue/queue';
import type { QueueCount } from '@/lib/review/queue/queue';
import { WAITING } from '@/lib/review/queue/schema';

/** Contributions that wait: by what, and how many; `slug` is what the queue is filtered by. */
export type Share = { slug: string; title: string; count: number };
export type Overview = {
  waiting: QueueCount;
  oldest: { reference: string; submittedAt: string; days: number } | null;
  /** From submission to publication or decline, of those decided last; null where none was. */
  decided: { medianDays: number; count: number } | null;
  byCall: Share[];
  byAgreement: Share[];
  /** The shares are of so many that have waited longest; more wait than were looked at. */
  sharesOf: number | null;
};

/** So many contributions, at most, are looked at for each part. */
const DECIDED = 1_000;
const SHARED = 2_000;

/** What waits at the desk and how long decisions take. The cost does not grow with the number of contributions. */
export async function readOverview(): Promise<Overview> {
  const [counts, oldest, decided, shares] = await Promise.all([
    countQueue({}),
    readOldest(),
    readDecided(),
    readShares(),
  ]);
  return { waiting: counts[WAITING], oldest, decided, ...shares };
}

async function readOldest(): Promise<Overview['oldest']> {
  const [row] = await db.$queryRaw<{ reference: string; submittedAt: Date; days: number }[]>`
    SELECT reference, submitted_at AS "submittedAt", floor(extract(epoch FROM now() - submitted_at) / 86400)::int AS days
    FROM contributions WHERE status = 'submitted' AND submitted_at IS NOT NULL ORDER BY submitted_at, id LIMIT 1`;
  return row ? { ...row, submittedAt: row.submittedAt.toISOString() } : null;
}

async function readDecided(): Promise<Overview['decided']> {
  const [row] = await db.$queryRaw<{ days: number | null; count: number }[]>`
    SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM status_at - submitted_at)) / 86400)::float8 AS days, count(*)::int AS count
    FROM (SELECT * FROM (
      (SELECT published_at AS status_at, submitted_at FROM contributions WHERE status = 'published' AND published_at IS NOT NULL AND summary_of IS NULL ORDER BY published_at DESC, id DESC LIMIT ${DECIDED})
      UNION ALL
      (SELECT status_at, submitted_at FROM contributions WHERE status = 'declined' ORDER BY status_at DESC, id DESC LIMIT ${DECIDED})) ended
      ORDER BY status_at DESC LIMIT ${DECIDED}) latest`;
  return row && row.days !== null ? { medianDays: row.days, count: row.count } : null;
}

type CountedShare = Share & { kind: 'call' | 'agreement'; seen: number };

/** Those that have waited longest, by call and by the agreements that they propose something for. */
async function readShares(): Promise<Pick<Overview, 'byCall' | 'byAgreement' | 'sharesOf'>> {
  const rows = await db.$queryRaw<CountedShare[]>`
    WITH waiting AS MATERIALIZED (
      SELECT id, call_id FROM contributions WHERE status = 'submitted' AND submitted_at IS NOT NULL ORDER BY submitted_at, id LIMIT ${SHARED + 1}
    ), proposed AS (
      SELECT p.agreement_id, count(DISTINCT w.id)::int AS count FROM waiting w
      CROSS JOIN LATERAL (SELECT agreement_id FROM proposals WHERE contribution_id = w.id AND agreement_id IS NOT NULL OFFSET 0) p GROUP BY p.agreement_id
    ), called AS (SELECT call_id, count(*)::int AS count FROM waiting GROUP BY call_id)
    SELECT 'call' AS kind, k.slug, coalesce(k.texts->'en'->>'title', k.slug) AS title, called.count, (SELECT count(*)::int FROM waiting) AS seen
    FROM called JOIN calls k ON k.id = called.call_id
    UNION ALL
    SELECT 'agreement', a.slug, a.short_name, proposed.count, (SELECT count(*)::int FROM waiting) FROM proposed JOIN agreements a ON a.id = proposed.agreement_id
    ORDER BY 4 DESC, 3`;
  const of = (kind: CountedShare['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ slug, title, count }) => ({ slug, title, count }));
  return {
    byCall: of('call'),
    byAgreement: of('agreement'),
    sharesOf: rows.some(({ seen }) => seen > SHARED) ? SHARED : null,
  };
}
