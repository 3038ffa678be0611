import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { sweepOutbox } from './outbox';

useTestDatabase();

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

it('gives a queued mail without a job a new one, and leaves the others unchanged', async () => {
  const { reference } = await submit(eastWestSubmission());
  await db.mail.updateMany({ data: { statusAt: hoursAgo(2) } });
  const { id: userId } = await makeEditor();
  await db.mail.create({ data: { kind: 'account-added', status: 'queued', userId, dedupeKey: 'fresh' } });
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await sweepOutbox();
  const { id } = await db.mail.findFirstOrThrow({ where: { kind: 'confirm-address', contribution: { reference } } });
  expect(await db.$queryRaw`SELECT key FROM graphile_worker.jobs`).toEqual([{ key: `mail:${id}` }]);
  await sweepOutbox();
  expect(await db.$queryRaw`SELECT key FROM graphile_worker.jobs`).toEqual([{ key: `mail:${id}` }]);
});

it('marks a mail as failed if its last attempt died with its process', async () => {
  const { id: userId } = await makeEditor();
  const { id: lost } = await db.mail.create({
    data: { kind: 'account-added', status: 'sending', userId, dedupeKey: 'lost', statusAt: hoursAgo(7) },
  });
  const { id: busy } = await db.mail.create({
    data: { kind: 'account-added', status: 'sending', userId, dedupeKey: 'busy', statusAt: hoursAgo(1) },
  });
  await sweepOutbox();
  const rows = await db.mail.findMany({ where: { id: { in: [lost, busy] } }, select: { id: true, status: true } });
  expect(Object.fromEntries(rows.map((row) => [row.id, row.status]))).toEqual({ [lost]: 'failed', [busy]: 'sending' });
});
