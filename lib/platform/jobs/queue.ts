import type { Tx } from '@/lib/platform/db/client';
import { db } from '@/lib/platform/db/client';
import type { TaskName, TaskPayloads } from './constants';
import { DEFAULT_MAX_ATTEMPTS } from './constants';
import { PRESENCE_LOCK } from './worker-presence';

export type JobOptions = {
  /** Replaces a job of the same key that has not begun. If that job is running, another one is added. */
  jobKey?: string;
  runAt?: Date;
  maxAttempts?: number;
};

/** Adds a job in the caller's transaction: the job exists if and only if the transaction commits. */
export async function addJob<Task extends TaskName>(
  tx: Tx,
  task: Task,
  payload: TaskPayloads[Task],
  options: JobOptions = {},
): Promise<void> {
  const { jobKey = null, runAt = null, maxAttempts = DEFAULT_MAX_ATTEMPTS } = options;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${task}::text,
      payload := ${JSON.stringify(payload)}::json,
      run_at := ${runAt}::timestamptz,
      max_attempts := ${maxAttempts}::int,
      job_key := ${jobKey}::text
    )`;
}

/** `addJob` for several jobs of one task, in one statement. */
export async function addJobs<Task extends TaskName>(
  tx: Tx,
  task: Task,
  jobs: { payload: TaskPayloads[Task]; jobKey: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${task}::text, payload := (job->'payload')::json, max_attempts := ${DEFAULT_MAX_ATTEMPTS}::int, job_key := job->>'jobKey')
    FROM jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) AS job`;
}

/**
 * For monitors: writes one small row over itself, and fails with the database's own error if nothing can be written.
 */
export async function writePulse(now = Date.now()): Promise<void> {
  await db.$executeRaw`
    INSERT INTO rate_limits (key, points, expire) VALUES ('pulse', 0, ${BigInt(now)}) ON CONFLICT (key) DO UPDATE SET expire = excluded.expire`;
}

/** Links stay for a while after their end, so that their page can say that they have expired. */
const KEEP_EXPIRED_LINKS = 30 * 86_400_000;
/** Choices that an editor has not recorded, as long as their browser keeps them. */
const KEEP_CHOICES = 30 * 86_400_000;

/**
 * Removes what can't be used any more: sign-in links, sessions, private links, held files, and choices that an editor
 * has not recorded for a month. Drafts are people's work and stay.
 */
export async function removeExpired(now = new Date()): Promise<void> {
  await db.verificationToken.deleteMany({ where: { expires: { lt: now } } });
  await db.identityConfirmation.deleteMany({ where: { expires: { lt: now } } });
  await db.session.deleteMany({ where: { expires: { lt: now } } });
  await db.heldFile.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.accessLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - KEEP_EXPIRED_LINKS) } } });
  await db.unrecordedChoices.deleteMany({ where: { chosenAt: { lt: new Date(now.getTime() - KEEP_CHOICES) } } });
}

/**
 * The state of the queue: the number of processes that work on it, of waiting jobs, and of jobs that have waited too
 * long.
 */
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
