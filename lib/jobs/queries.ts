import { db } from '@/lib/db/client';
import { PRESENCE_LOCK } from './presence';

/** How the queue is doing: processes that work on it, jobs that wait, and how many of them have waited too long. */
export async function readQueueState() {
  const [row] = await db.$queryRaw<{ workers: number; waiting: number; overdue: number }[]>`
    SELECT
      (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND classid = 0 AND objid = ${PRESENCE_LOCK}::oid AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS workers,
      count(*)::int AS waiting,
      count(*) FILTER (WHERE run_at < now() - interval '5 minutes')::int AS overdue
    FROM graphile_worker.jobs WHERE attempts < max_attempts AND locked_at IS NULL`;
  return row ?? { workers: 0, waiting: 0, overdue: 0 };
}
