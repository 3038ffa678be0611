import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { startMailServer } from '@/prisma/factories/mail-server';
import { confirmContact, draftMail } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { sendQueuedMail } from './delivery';
import { scheduleAt, scheduleWithPublication } from './drafts';
import { sendDraft } from './mail-commands';
import { listMails } from './outbox-list';
import { sweepOutbox } from './outbox';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  editor = await makeEditor();
});
beforeEach(() => {
  server.received.length = 0;
});
afterAll(() => server.stop());

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const attempt = () => ({ began: new Date(), last: false });

async function drafted({ confirmed = true } = {}) {
  const { reference } = await submit(eastWestSubmission());
  if (confirmed) await confirmContact(reference);
  return { reference, id: await draftMail(reference) };
}
const read = (id: string) =>
  db.mail.findUniqueOrThrow({ where: { id }, select: { status: true, sendAfter: true, withPublication: true } });
const jobsOf = (id: string) =>
  db.$queryRaw<{ runAt: Date }[]>`SELECT run_at AS "runAt" FROM graphile_worker.jobs WHERE key = ${`mail:${id}`}`;
/** As if the time had come. */
const letTimePass = (id: string) =>
  db.mail.update({ where: { id }, data: { sendAfter: new Date(Date.now() - 1_000) } });

it('leaves a scheduled draft alone before its time, and sends it after that, once', async () => {
  const { id, reference } = await drafted();
  const at = inHours(2);
  expect(await scheduleAt(editor, { mailId: id, at })).toEqual({ ok: true });
  expect(await jobsOf(id)).toEqual([{ runAt: new Date(at) }]);
  expect((await listMails({ status: 'draft', reference })).mails).toMatchObject([{ sendAfter: new Date(at) }]);
  expect([await sendQueuedMail(id, attempt()), await read(id)]).toMatchObject(['nothing_to_do', { status: 'draft' }]);
  await letTimePass(id);
  expect((await Promise.all([sendQueuedMail(id, attempt()), sendQueuedMail(id, attempt())])).sort()).toContain('sent');
  expect([server.received.length, (await read(id)).status]).toEqual([1, 'sent']);
  expect(
    await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { action: true } }),
  ).toEqual([{ action: 'mail.scheduled' }, { action: 'mail.released' }, { action: 'mail.sent' }]);
});

it('moves the time, and sends nothing after the schedule was cancelled', async () => {
  const { id } = await drafted();
  await scheduleAt(editor, { mailId: id, at: inHours(2) });
  const later = inHours(50);
  await scheduleAt(editor, { mailId: id, at: later });
  expect(await jobsOf(id)).toEqual([{ runAt: new Date(later) }]);
  expect(await scheduleAt(editor, { mailId: id, at: null })).toEqual({ ok: true });
  expect([await sendQueuedMail(id, attempt()), (await read(id)).status]).toEqual(['nothing_to_do', 'draft']);
  expect(server.received).toEqual([]);
});

it('is for a time or for the publication, never both; the later command counts', async () => {
  const { id } = await drafted();
  await scheduleWithPublication(editor, id, true);
  await scheduleAt(editor, { mailId: id, at: inHours(2) });
  expect(await read(id)).toMatchObject({ withPublication: false, sendAfter: expect.any(Date) });
  await scheduleWithPublication(editor, id, true);
  expect(await read(id)).toMatchObject({ withPublication: true, sendAfter: null });
});

it('refuses a time that has passed, one more than a year ahead, what is no time, and a mail that has left', async () => {
  const { id } = await drafted();
  for (const at of [inHours(-1), inHours(24 * 400), 'Z', ''])
    expect(await scheduleAt(editor, { mailId: id, at })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'sendAfter', code: 'not_ahead' }],
    });
  await sendDraft(editor, id);
  expect(await scheduleAt(editor, { mailId: id, at: inHours(2) })).toEqual({
    ok: false,
    reason: 'not_allowed_in_status',
  });
});

it('waits for the confirmation where the address is not confirmed at that time', async () => {
  const { id, reference } = await drafted({ confirmed: false });
  await scheduleAt(editor, { mailId: id, at: inHours(2) });
  await letTimePass(id);
  expect([await sendQueuedMail(id, attempt()), (await read(id)).status]).toEqual(['held', 'queued']);
  expect((await listMails({ status: 'queued', reference })).mails.filter((mail) => mail.id === id)).toMatchObject([
    { waitsForConfirmation: true },
  ]);
});

it('gives a scheduled draft whose job was lost another one', async () => {
  const { id } = await drafted();
  await scheduleAt(editor, { mailId: id, at: inHours(2) });
  await db.mail.update({ where: { id }, data: { sendAfter: new Date(Date.now() - 2 * HOUR) } });
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await sweepOutbox();
  expect(await jobsOf(id)).toHaveLength(1);
});

it('lists each mail with its usual subject, or with the one that an editor wrote', async () => {
  const { id, reference } = await drafted();
  const subjects = async (status: 'draft' | 'queued') =>
    (await listMails({ status, reference })).mails.map(({ subject }) => subject).sort();
  expect(await subjects('draft')).toEqual([`${reference}: what became of your proposals`]);
  expect(await subjects('queued')).toEqual([
    `${reference}: your contribution has arrived`,
    'Please confirm your e-mail address',
  ]);
  await db.mail.update({ where: { id }, data: { payload: { subject: 'Your sources' } } });
  expect(await subjects('draft')).toEqual(['Your sources']);
});
