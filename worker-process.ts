import { startWorker } from '@/lib/platform/jobs/worker';
import { injectedTasks } from '@/app/server/tasks';

// The worker as a process of its own, beside web servers that run with RUN_WORKER=0.
const worker = startWorker(injectedTasks);
console.info('Working on the job queue.');

// A connection lost in the middle of something is reported and tried again; it never ends the worker.
process.on('unhandledRejection', (reason) =>
  console.warn(`Job queue: ${reason instanceof Error ? reason.message : String(reason)}`),
);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void worker.stop().then(() => process.exit(0));
  });
}
