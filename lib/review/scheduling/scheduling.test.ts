import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clockIn } from '@/lib/calls/local-time';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution } from '@/lib/review/publication';
import { countQueue, readQueue } from '@/lib/review/queue/queue';
import { makeCall } from '@/prisma/factories/calls';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { publishScheduled, queueLostSchedules } from './publish-scheduled';
import { cancelSchedule, readSchedule, schedulePublication } from './schedule';

useTestDatabase();

const DAY = 86_400_000;
const PROPOSING = proposing('manrs', [{ cell: 'maintainer', value: 'A society' }], 'Harbour Union');
let editor: Awaited<ReturnType<typeof makeEditor>>;
let sent: Awaited<ReturnType<typeof submit>>;
let at: Date;

beforeAll(async () => {
  editor = await makeEditor();
});
beforeEach(async () => {
  sent = await submit(PROPOSING);
  at = new Date(Math.ceil((Date.now() + 2 * DAY) / 60_000) * 60_000);
});

const schedule = (moment: Date, { evenUndecided = true, by = editor, timeZone = 'UTC' } = {}) =>
  schedulePublication({ editor: by, reference: sent.reference, ...clockIn(timeZone, moment), evenUndecided });
const status = async () => (await db.contribution.findUniqueOrThrow({ where: { id: sent.id } })).status;
const jobs = () =>
  db.$queryRaw<
    { runAt: Date }[]
  >`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`publish:${sent.id}`}`;
const refusal = async () => (await readSchedule(sent.reference))?.schedule?.refused?.reason ?? null;
const notices = (userId: string) =>
  db.notice.findMany({
    where: { userId, contributionId: sent.id, kind: 'publication_refused' },
    select: { reason: true },
  });
const actions = async () =>
  (
    await db.auditEvent.findMany({
      where: { subjectId: sent.id, action: { contains: 'publi' } },
      orderBy: { id: 'asc' },
      select: { action: true, userId: true },
    })
  ).map(({ action, userId }) => [action.replace('contribution.', ''), userId]);

/** Publishes at a moment after the scheduled one. */
const when = (due = at) => publishScheduled(sent.id, new Date(due.getTime() + 1_000));

describe('a scheduled publication', () => {
  it('leaves the contribution as it is until its time, and is then the publication by hand, once', async () => {
    expect(await schedule(at)).toEqual({ ok: true, at });
    expect([await jobs(), await status()]).toEqual([[{ runAt: at }], 'submitted']);
    expect(await publishScheduled(sent.id)).toBe('nothing_to_do');
    const outcomes = await Promise.all([when(), when(), when()]);
    expect(outcomes.sort()).toEqual(['nothing_to_do', 'nothing_to_do', 'published']);
    expect(await status()).toBe('published');
    expect(await actions()).toEqual([
      ['publication_scheduled', editor.userId],
      ['published', editor.userId],
    ]);
    expect(await readSchedule(sent.reference)).toEqual({ timeZone: 'UTC', schedule: null });
    expect(await db.mail.count({ where: { contributionId: sent.id, kind: 'contribution-published' } })).toBe(
      (await db.contact.count({ where: { contributionId: sent.id, email: { not: null } } })) > 0 ? 1 : 0,
    );
  });

  it('is of the clock of its call', async () => {
    const { slug } = await makeCall('open');
    await db.call.update({ where: { slug }, data: { timeZone: 'Asia/Kathmandu' } });
    sent = await submit(PROPOSING, { callSlug: slug });
    expect(
      await schedulePublication({
        ...{ editor, reference: sent.reference, evenUndecided: true },
        ...clockIn('Asia/Kathmandu', at),
      }),
    ).toEqual({ ok: true, at });
  });

  it('moves to another time, and ends when it is cancelled or the contribution is settled by hand', async () => {
    await schedule(at);
    const later = new Date(at.getTime() + DAY);
    expect(await schedule(later)).toEqual({ ok: true, at: later });
    expect(await jobs()).toEqual([{ runAt: later }]);
    expect(await when()).toBe('nothing_to_do');
    expect(await cancelSchedule({ editor, reference: sent.reference })).toEqual({ ok: true });
    expect([await when(later), await status()]).toEqual(['nothing_to_do', 'submitted']);

    await schedule(at);
    expect(await publishContribution({ editor, reference: sent.reference })).toEqual({ ok: true });
    expect(await when()).toBe('nothing_to_do');

    sent = await submit(PROPOSING);
    await schedule(at);
    await declineContribution({ editor, reference: sent.reference, reason: 'No source.' });
    expect([await when(), await status()]).toEqual(['nothing_to_do', 'declined']);
  });

  it('refuses a time that has passed, is too far or does not exist, and what can’t be published now', async () => {
    const invalid = { ok: false, reason: 'invalid', issues: [{ path: 'day', code: 'not_ahead' }] };
    expect(await schedule(new Date(Date.now() - DAY))).toEqual(invalid);
    expect(await schedule(new Date(Date.now() + 400 * DAY))).toEqual(invalid);
    const odd = { editor, reference: sent.reference, day: '2027-02-31', time: '09:00', evenUndecided: true };
    expect(await schedulePublication(odd)).toEqual(invalid);
    const colleague = await makeEditor({ organisation: 'Harbour Union' });
    expect(await schedule(at, { by: colleague })).toMatchObject({ ok: false, reason: 'own_organisation' });
    await publishContribution({ editor, reference: sent.reference });
    expect(await schedule(at)).toMatchObject({ ok: false, reason: 'not_allowed_in_status' });
    expect(await db.scheduledPublication.count({ where: { contributionId: sent.id } })).toBe(0);
  });
});

describe('at its time', () => {
  it('publishes nothing that was withdrawn, and tells the editor and the one who looks after it once', async () => {
    const assignee = await makeEditor();
    await db.contribution.update({
      where: { id: sent.id },
      data: { assigneeId: assignee.userId, assignedAt: new Date() },
    });
    await schedule(at);
    await withdrawContribution({ contributionId: sent.id });
    expect((await Promise.all([when(), when()])).sort()).toEqual(['nothing_to_do', 'refused']);
    expect([await status(), await refusal()]).toEqual(['withdrawn', 'not_allowed_in_status']);
    for (const { userId } of [editor, assignee])
      expect(await notices(userId)).toEqual([{ reason: 'not_allowed_in_status' }]);
    expect((await actions()).at(-1)).toEqual(['scheduled_publication_refused', null]);
    expect(await cancelSchedule({ editor, reference: sent.reference })).toEqual({ ok: true });
    expect(await refusal()).toBeNull();
  });

  it('publishes with undecided values only if that was allowed', async () => {
    await schedule(at, { evenUndecided: false });
    expect([await when(), await refusal(), await status()]).toEqual(['refused', 'undecided_values', 'submitted']);
    // Another time takes the refusal back.
    await schedule(at, { evenUndecided: false });
    expect(await refusal()).toBeNull();
    const decisions = [{ change: sent.changes.maintainer ?? '', outcome: 'reject' as const, reason: 'No source.' }];
    expect(await decideChanges({ editor, reference: sent.reference, decisions })).toMatchObject({ ok: true });
    expect(await when()).toBe('published');
  });

  it('does not publish a version that was not scheduled', async () => {
    await schedule(at);
    const { id } = await beginCorrection(sent.reference);
    await sendCorrection(id, PROPOSING);
    expect([await when(), await refusal()]).toEqual(['refused', 'sent_anew']);
  });

  it('asks again who may publish it: the rules of two editors, and the right of the one who scheduled it', async () => {
    const leaving = await makeEditor();
    await schedule(at, { by: leaving });
    await db.user.update({ where: { id: leaving.userId }, data: { role: 'observer' } });
    expect([await when(), await refusal(), await status()]).toEqual(['refused', 'forbidden', 'submitted']);
  });

  it('happens also if its job was lost', async () => {
    await schedule(at);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE key = ${`publish:${sent.id}`}`;
    await queueLostSchedules();
    await queueLostSchedules();
    expect(await jobs()).toEqual([{ runAt: at }]);
  });
});

it('is shown in the queue and counted at home', async () => {
  await schedule(at);
  const { rows } = await readQueue({ scheduled: true, q: sent.reference }, editor.userId);
  expect(rows.map(({ reference, facts }) => [reference, new Date(facts.publishAt ?? 0)])).toEqual([
    [sent.reference, at],
  ]);
  expect((await countQueue({ scheduled: true, q: sent.reference })).submitted.count).toBe(1);
  await withdrawContribution({ contributionId: sent.id });
  await when();
  const after = await readQueue({ scheduled: true, q: sent.reference }, editor.userId);
  expect(after.rows[0]?.facts).toMatchObject({ publishAt: null, publicationRefused: true });
});
