import { setTimeout as wait } from 'node:timers/promises';
import { Logger, run, runMigrations } from 'graphile-worker';
import type { Runner, Task } from 'graphile-worker';
import { env } from '@/lib/platform/env';
import type { TaskName } from './constants';
import { clockFailed, withPool } from './pool';
import { joinQueue } from './worker-presence';

/** Tasks and their times. They belong to higher layers: the process that starts a worker passes them. */
export type InjectedTasks = { tasks: Record<TaskName, Task>; crontab: string };

export type Worker = {
  /** Lets jobs that are running finish, then settles. */
  stop: () => Promise<void>;
};

/** Pauses between attempts to reach a lost database, in milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Works on the queue until it is stopped. Losing the database stops the work, never the process: it begins again when
 * the database is back. Several processes may do this at the same time.
 */
export function startWorker(work: InjectedTasks): Worker {
  const stopping = new AbortController();
  const done = keepWorking(work, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** For the web server's process: works until the server has to stop. Only the server decides when it exits. */
export function startWorkerBesideServer(work: InjectedTasks): void {
  const worker = startWorker(work);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void worker.stop());
}

async function keepWorking(work: InjectedTasks, stopping: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE;
  while (!stopping.aborted) {
    try {
      await workUntilInterrupted(work, stopping, () => (pause = FIRST_PAUSE));
      if (!stopping.aborted)
        console.warn('The job queue was interrupted, by the loss of its database as a rule: it begins again.');
    } catch (error) {
      console.warn(`The job queue is out of reach: ${error instanceof Error ? error.message : String(error)}`);
    }
    await wait(pause, undefined, { signal: stopping }).catch(() => {});
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

/** One stretch of work, from connecting until the database is lost or the worker is stopped. */
const workUntilInterrupted = (work: InjectedTasks, stopping: AbortSignal, onStart: () => void): Promise<void> =>
  withPool({ connectionString: env().DATABASE_URL, max: 4 }, async (pgPool) => {
    await runMigrations({ pgPool, logger });
    const presence = await joinQueue(env().DATABASE_URL);
    const noClock = clockFailed(pgPool);
    try {
      const runner = await run({
        pgPool,
        taskList: work.tasks,
        crontab: work.crontab,
        concurrency: 2,
        noHandleSignals: true,
        pollInterval: 2_000,
        logger,
      });
      onStart();
      await Promise.race([presence.ended, ended(runner), noClock, aborted(stopping)]);
      await runner.stop().catch(() => {});
    } finally {
      await presence.leave();
    }
  });

/** The runner is started again, whatever ended it; it has logged the reason itself. */
const ended = (runner: Runner) => runner.promise.catch(() => {});

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Logs the queue's own messages: only warnings and errors. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.warn(`Job queue: ${message}`);
});
