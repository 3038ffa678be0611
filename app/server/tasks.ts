import { makeWorkerUtils } from 'graphile-worker';
import { z } from 'zod';
import { receiptFiles } from '@/lib/contributions/documents/receipt';
import { queueClosingReminders } from '@/lib/contributions/closing-reminders';
import { applyRetention } from '@/lib/contributions/retention/apply';
import { sendQueuedMail } from '@/lib/notifications/delivery';
import { queueDigests } from '@/lib/notifications/digests';
import { sweepOutbox } from '@/lib/notifications/outbox';
import { env } from '@/lib/platform/env';
import { withPool } from '@/lib/platform/jobs/pool';
import type { InjectedTasks } from '@/lib/platform/jobs/worker';
import { removeExpired } from '@/lib/platform/jobs/queue';
import { clearCounters } from '@/lib/platform/rate-limit/counters';
import { checkBulkEntry } from '@/lib/review/bulk/bulk-entry';
import { readDailySummary } from '@/lib/review/daily-summary';
import { publishScheduled, queueLostSchedules } from '@/lib/review/scheduling/publish-scheduled';
import { runParticipantTable } from '@/lib/review/participants/table-upload';

/**
 * Cleans up at 17 minutes past each hour, removes at night what was kept long enough, and sends editors' digests and
 * contributors' reminders each morning (UTC). A run is made up for if no
 * worker was running at that time. Only one of the processes that share the queue does it.
 */
const CRONTAB = [
  '17 * * * * clean-up',
  '40 3 * * * apply-retention ?fill=20h',
  '30 6 * * * send-digests ?fill=20h',
  '45 6 * * * remind-before-closing ?fill=20h',
].join('\n');

/** What a worker does for each task. A task that throws is retried later. */
const tasks: InjectedTasks['tasks'] = {
  'send-mail': async (payload, { job }) => {
    const { mailId } = z.object({ mailId: z.uuid() }).parse(payload);
    const attempt = {
      began: job.locked_at ?? new Date(),
      last: job.attempts >= job.max_attempts,
      job: job.id,
    };
    const outcome = await sendQueuedMail(mailId, attempt, receiptFiles);
    if (outcome === 'under_way') throw new Error('Another job is sending this mail: what comes of it has to be seen');
  },
  'check-bulk-entry': async (payload) => checkBulkEntry(z.object({ entryId: z.uuid() }).parse(payload).entryId),
  'participant-table': async (payload) => runParticipantTable(z.object({ tableId: z.uuid() }).parse(payload).tableId),
  'send-digests': async () => void (await queueDigests(readDailySummary)),
  'remind-before-closing': async () => void (await queueClosingReminders()),
  'publish-scheduled': async (payload) =>
    void (await publishScheduled(z.object({ contributionId: z.uuid() }).parse(payload).contributionId)),
  'apply-retention': async () => void (await applyRetention()),
  'clean-up': async () => {
    await removeExpired();
    await sweepOutbox();
    await queueLostSchedules();
    await clearCounters();
    await removeFailedJobs();
  },
};

/** The mail's own row records a permanent failure, so the queue need not keep the job. */
const removeFailedJobs = (): Promise<void> =>
  withPool({ connectionString: env().DATABASE_URL, max: 1 }, async (pgPool) => {
    const queue = await makeWorkerUtils({ pgPool });
    try {
      await queue.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] });
    } finally {
      await queue.release();
    }
  });

export const injectedTasks: InjectedTasks = { tasks, crontab: CRONTAB };
