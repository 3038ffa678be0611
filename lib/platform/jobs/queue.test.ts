import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { addJob, removeExpired } from './queue';

useTestDatabase();

const MAIL = '00000000-0000-4000-8000-000000000000';
const jobs = () =>
  db.$queryRaw<
    { key: string | null; task_identifier: string; max_attempts: number }[]
  >`SELECT key, task_identifier, max_attempts FROM graphile_worker.jobs ORDER BY id`;

it('adds a job with its transaction and takes it back with it', async () => {
  await db.$transaction((tx) => addJob(tx, 'send-mail', { mailId: MAIL }, { jobKey: 'kept' }));
  const undone = db.$transaction(async (tx) => {
    await addJob(tx, 'send-mail', { mailId: MAIL }, { jobKey: 'undone' });
    throw new Error('rolled back');
  });
  await expect(undone).rejects.toThrow('rolled back');
  expect(await jobs()).toEqual([{ key: 'kept', task_identifier: 'send-mail', max_attempts: 10 }]);
});

it('replaces a waiting job of the same key', async () => {
  const runAt = new Date(Date.now() + 3_600_000);
  await addJob(db, 'send-mail', { mailId: MAIL }, { jobKey: 'kept', runAt, maxAttempts: 3 });
  expect(await jobs()).toEqual([{ key: 'kept', task_identifier: 'send-mail', max_attempts: 3 }]);
});

it('removes rows that can’t be used any more, and keeps drafts and valid ones', async () => {
  const past = new Date(Date.now() - 60_000);
  const future = new Date(Date.now() + 60_000);
  const { userId } = await makeEditor();
  await db.session.createMany({
    data: [
      { sessionToken: 'old', userId, expires: past },
      { sessionToken: 'new', userId, expires: future },
    ],
  });
  await db.verificationToken.createMany({
    data: [
      { identifier: 'a', token: 'old', expires: past },
      { identifier: 'a', token: 'new', expires: future },
    ],
  });
  const asked = { browserHash: 'x', issuer: 'https://login.example.org', subject: 'x', userId };
  await db.identityConfirmation.createMany({
    data: [
      { ...asked, tokenHash: 'old', expires: past },
      { ...asked, tokenHash: 'new', expires: future },
    ],
  });
  const { reference } = await submit(eastWestSubmission());
  const { id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
  await db.accessLink.deleteMany({});
  const link = { contributionId, purpose: 'confirm_email' } as const;
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await db.accessLink.createMany({
    data: [
      { ...link, tokenHash: 'old', expiresAt: longAgo },
      { ...link, tokenHash: 'expired', expiresAt: past },
      { ...link, tokenHash: 'endless' },
    ],
  });
  await db.draftSection.create({ data: { contributionId, step: 'about', data: {}, updatedAt: longAgo } });
  await removeExpired();
  expect((await db.session.findMany()).map((row) => row.sessionToken)).toEqual(['new']);
  expect((await db.verificationToken.findMany()).map((row) => row.token)).toEqual(['new']);
  expect((await db.identityConfirmation.findMany()).map((row) => row.tokenHash)).toEqual(['new']);
  expect((await db.accessLink.findMany()).map((row) => row.tokenHash).sort()).toEqual(['endless', 'expired']);
  expect(await db.draftSection.count()).toBe(1);
});
