import type { Tx } from '@/lib/db/client';
import { DEFAULT_MAX_ATTEMPTS } from './constants';
import type { TaskName, TaskPayloads } from './constants';

export type JobOptions = {
  /** A job of the same key that has not begun is replaced; one that is running is left alone and another is added. */
  jobKey?: string;
  runAt?: Date;
  maxAttempts?: number;
};

/** Adds a job in the caller's transaction: it exists exactly if the change does that it belongs to. */
export async function addJob<Task extends TaskName>(tx: Tx, task: Task, payload: TaskPayloads[Task], options: JobOptions = {}): Promise<void> {
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
