import { injectedTasks } from './tasks';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { mailDraftLink } from '@/lib/contributions/mailed-links';
import { queueMail } from '@/lib/notifications/outbox';
import { makeCall } from '@/prisma/factories/calls';
import { makeDraft } from '@/prisma/factories/drafts';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readQueueState } from '@/lib/platform/jobs/queue';
import { startWorker } from '@/lib/platform/jobs/worker';
import { schedulePublication } from '@/lib/review/scheduling/schedule';
import type { Worker } from '@/lib/platform/jobs/worker';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
let worker: Worker | undefined;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
afterEach(() => worker?.stop());
afterAll(() => server.stop());

const TRANSACTION_OPTIONS = { timeout: 15_000, interval: 50 };

async function queueToNewEditor() {
  const { userId, email } = await makeEditor();
  await db.$transaction((tx) =>
    queueMail(tx, {
      kind: 'account-added',
      to: { userId },
      payload: {},
      dedupeKey: userId,
      status: 'queued',
      locale: 'en',
    }),
  );
  return email;
}

const isDelivered = (email: string) =>
  vi.waitFor(() => expect(server.received.filter(({ to }) => to.includes(email))).toHaveLength(1), TRANSACTION_OPTIONS);
const isPresent = (workers: number) =>
  vi.waitFor(async () => expect((await readQueueState()).workers).toBe(workers), TRANSACTION_OPTIONS);

it('sends mails queued before and after its start, and reports that it is running', async () => {
  const early = await queueToNewEditor();
  worker = startWorker(injectedTasks);
  await isDelivered(early);
  await isDelivered(await queueToNewEditor());
  expect(await readQueueState()).toEqual({ workers: 1, waiting: 0, overdue: 0 });
  await worker.stop();
  await isPresent(0);
});

it('releases the jobs of a killed process, instead of leaving them locked for hours', async () => {
  const email = await queueToNewEditor();
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute', locked_by = 'worker-killed', attempts = 1`;
  await db.mail.updateMany({
    where: { status: 'queued' },
    data: { status: 'sending', statusAt: new Date(Date.now() - 60_000) },
  });
  worker = startWorker(injectedTasks);
  await isDelivered(email);
});

it('leaves jobs alone that another process is working on', async () => {
  worker = startWorker(injectedTasks);
  // It has released the jobs of dead processes before it begins to work.
  await isDelivered(await queueToNewEditor());
  await isPresent(1);
  await db.$executeRaw`SELECT graphile_worker.add_job('send-mail', '{}'::json, job_key := 'busy', run_at := now() + interval '1 hour')`;
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-busy' WHERE key = 'busy'`;
  const second = startWorker(injectedTasks);
  await isPresent(2);
  expect(await db.$queryRaw`SELECT locked_by FROM graphile_worker.jobs WHERE key = 'busy'`).toEqual([
    { locked_by: 'worker-busy' },
  ]);
  await second.stop();
});

it('mails a reminder before the closing once, although two workers look for what is due', async () => {
  const { slug } = await makeCall('open');
  const { id: contributionId } = await makeDraft({ call: slug });
  const email = 'reminded@example.org';
  await mailDraftLink({ contributionId, email, locale: 'en', remind: true });
  await db.contact.update({ where: { contributionId }, data: { emailConfirmedAt: new Date() } });
  worker = startWorker(injectedTasks);
  const second = startWorker(injectedTasks);
  await isPresent(2);
  for (const key of ['one', 'two', 'three', 'four'])
    await db.$executeRaw`SELECT graphile_worker.add_job('remind-before-closing', '{}'::json, job_key := ${key}::text)`;
  const reminders = () =>
    server.received.filter((mail) => mail.to.includes(email) && textOf(mail).includes('has not been sent yet'));
  await vi.waitFor(async () => {
    expect(reminders()).toHaveLength(1);
    expect(await db.mail.findMany({ where: { kind: 'closing-reminder' }, select: { status: true } })).toEqual([
      { status: 'sent' },
    ]);
    expect(await db.$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE key IN ('one', 'two', 'three', 'four')`).toEqual(
      [],
    );
  }, TRANSACTION_OPTIONS);
  expect(reminders()).toHaveLength(1);
  await second.stop();
});

it('publishes what is due once, although two workers look for it, also what was due before they began', async () => {
  const editor = await makeEditor();
  const { id, reference } = await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A society' }]));
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const input = { editor, reference, day, time: '09:30', evenUndecided: true };
  expect(await schedulePublication(input)).toMatchObject({ ok: true });
  // As if its time had come while no worker was there, and several jobs looked for it.
  await db.scheduledPublication.update({ where: { contributionId: id }, data: { publishAt: new Date() } });
  const payload = JSON.stringify({ contributionId: id });
  for (const key of ['first', 'second', 'third'])
    await db.$executeRaw`SELECT graphile_worker.add_job('publish-scheduled', ${payload}::json, job_key := ${key}::text)`;
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = ${`publish:${id}`}`;
  worker = startWorker(injectedTasks);
  const second = startWorker(injectedTasks);
  await vi.waitFor(async () => {
    const left = await db.$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'publish-scheduled'`;
    expect(left).toEqual([]);
  }, TRANSACTION_OPTIONS);
  expect(await db.contribution.findUnique({ where: { id }, select: { status: true } })).toEqual({
    status: 'published',
  });
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.published' } })).toBe(1);
  await second.stop();
});

it('continues after the database was down', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  worker = startWorker(injectedTasks);
  await isPresent(1);
  await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  await isDelivered(await queueToNewEditor());
  await isPresent(1);
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
});
