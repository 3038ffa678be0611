import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { hashSecret } from '@/lib/platform/secret';
import { headerOf, startMailServer, textOf } from '@/prisma/factories/mail-server';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { sendQueuedMail } from './delivery';
import { retryMail } from './mail-commands';
import { queueMail, releaseHeldMail } from './outbox';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
});
beforeEach(() => {
  server.received.length = 0;
  server.behaviour.refuseWith = null;
});
afterAll(() => server.stop());

const attempt = (last = false) => ({ began: new Date(), last });
const statusOf = async (id: string) => (await db.mail.findUniqueOrThrow({ where: { id } })).status;

async function mailsOf(reference: string) {
  const rows = await db.mail.findMany({ where: { contribution: { reference } }, select: { id: true, kind: true } });
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, id]));
}

async function confirmed(reference: string) {
  await db.contact.updateMany({ where: { contribution: { reference } }, data: { emailConfirmedAt: new Date() } });
}

describe('an unconfirmed address', () => {
  it('gets the confirmation link and nothing of the contribution; the rest waits and leaves when it is confirmed', async () => {
    const { reference } = await submit(eastWestSubmission());
    const mails = await mailsOf(reference);
    const [first = '', held = ''] = [mails['confirm-address'], mails['contribution-received']];
    expect(await sendQueuedMail(held, attempt())).toBe('held');
    expect(await sendQueuedMail(first, attempt())).toBe('sent');
    expect(server.received.map(({ to }) => to)).toEqual([['programme.office@example.org']]);
    const text = textOf(server.received[0]!); // its number was just asserted
    for (const secret of [reference, 'EastWest', 'Programme office', 'Cyber Policy Dialogues', 'GCSC', 'Call for'])
      expect(server.received[0]?.raw).not.toContain(secret);
    expect(text).toMatch(/http:\/\/localhost:3000\/en\/confirm\/[\w-]{43}\s/);
    expect(await statusOf(held)).toBe('queued');

    await confirmed(reference);
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference } });
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await db.$transaction((tx) => releaseHeldMail(tx, contributionId));
    expect(await db.$queryRaw`SELECT key FROM graphile_worker.jobs`).toEqual([{ key: `mail:${held}` }]);
    expect(await sendQueuedMail(held, attempt())).toBe('sent');
    const copy = textOf(server.received[1]!); // sent just now
    for (const part of [
      reference,
      'Regional dialogues',
      'Paris Call',
      'Note: Final report, Advancing Cyberstability',
      'Norms and elements it supports: ',
      'Answer calls for help: Yes',
      'Source: Advancing Cyberstability, principles',
    ])
      expect(copy).toContain(part);
  });

  it('keeps the secret out of the outbox: only its hash is stored, with its end', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { 'confirm-address': id = '' } = await mailsOf(reference);
    await sendQueuedMail(id, attempt());
    const token = /confirm\/([\w-]{43})/.exec(textOf(server.received[0]!))?.[1] ?? ''; // sent just now
    const link = await db.accessLink.findUniqueOrThrow({ where: { tokenHash: hashSecret(token) } });
    expect(link.purpose).toBe('confirm_email');
    expect((link.expiresAt?.getTime() ?? 0) - link.createdAt.getTime()).toBeCloseTo(7 * 86_400_000, -4);
    expect(JSON.stringify(await db.mail.findUniqueOrThrow({ where: { id } }))).not.toContain(token);
  });
});

describe('a mail server that refuses', () => {
  it('is retried, and the stored error names no address', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { 'confirm-address': id = '' } = await mailsOf(reference);
    server.behaviour.refuseWith = (address) => ({ code: 451, words: `Mailbox <${address}> is busy` });
    await expect(sendQueuedMail(id, attempt())).rejects.toThrow(/^EENVELOPE 451/);
    const row = await db.mail.findUniqueOrThrow({ where: { id } });
    expect({ status: row.status, attempts: row.attempts }).toEqual({ status: 'queued', attempts: 1 });
    expect(row.lastError).toContain('is busy');
    expect(row.lastError).not.toContain('programme.office');

    server.behaviour.refuseWith = null;
    expect(await sendQueuedMail(id, attempt())).toBe('sent');
    expect((await db.mail.findUniqueOrThrow({ where: { id } })).lastError).toBeNull();
    expect(await db.auditEvent.findMany({ where: { subjectId: id }, select: { action: true } })).toEqual([
      { action: 'mail.sent' },
    ]);
  });

  it('permanently is not retried: the mail is failed at once, and an editor can retry it', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { 'confirm-address': id = '' } = await mailsOf(reference);
    server.behaviour.refuseWith = () => ({ code: 550, words: 'No such mailbox' });
    expect(await sendQueuedMail(id, attempt())).toBe('refused');
    expect(await db.mail.findUniqueOrThrow({ where: { id }, select: { attempts: true, lastError: true } })).toEqual({
      attempts: 1,
      lastError: expect.stringContaining('550'),
    });
    expect(await statusOf(id)).toBe('failed');
    expect(await sendQueuedMail(id, attempt())).toBe('nothing_to_do');
    server.behaviour.refuseWith = null;
    const { userId } = await makeEditor();
    expect(await retryMail({ userId }, id)).toEqual({ ok: true });
    expect(await sendQueuedMail(id, attempt())).toBe('sent');
  });

  it('temporarily makes the mail failed after the last attempt', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { 'confirm-address': id = '' } = await mailsOf(reference);
    server.behaviour.refuseWith = () => ({ code: 451, words: 'Try later' });
    await expect(sendQueuedMail(id, attempt(true))).rejects.toThrow('451');
    expect(await statusOf(id)).toBe('failed');
  });
});

it('sends again with the same Message-ID if a process died before it recorded the sending', async () => {
  const { reference } = await submit(eastWestSubmission());
  const { 'confirm-address': id = '' } = await mailsOf(reference);
  await sendQueuedMail(id, attempt());
  await db.mail.update({ where: { id }, data: { status: 'sending', statusAt: new Date(Date.now() - 1_000) } });
  expect(await sendQueuedMail(id, attempt())).toBe('sent');
  expect(server.received.map((mail) => headerOf(mail, 'Message-ID'))).toEqual([
    `<${id}@localhost>`,
    `<${id}@localhost>`,
  ]);
  expect(await sendQueuedMail(id, attempt())).toBe('nothing_to_do');
  expect(server.received).toHaveLength(2);
});

it('never mails a contact that was erased, nor an account that was deactivated', async () => {
  const { reference } = await submit(eastWestSubmission());
  const { 'contribution-received': id = '' } = await mailsOf(reference);
  await confirmed(reference);
  const erased = { name: null, affiliation: null, email: null, country: null, erasedAt: new Date() };
  await db.contact.updateMany({ where: { contribution: { reference } }, data: erased });
  expect(await sendQueuedMail(id, attempt())).toBe('recipient_gone');
  const { userId } = await makeEditor();
  await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
  const other = await db.$transaction((tx) =>
    queueMail(tx, {
      kind: 'account-added',
      to: { userId },
      payload: {},
      dedupeKey: 'gone',
      status: 'queued',
      locale: 'en',
    }),
  );
  expect(await sendQueuedMail(other ?? '', attempt())).toBe('recipient_gone');
  expect([await statusOf(id), await statusOf(other ?? '')]).toEqual(['failed', 'failed']);
  expect(server.received).toEqual([]);
});

it('queues the same event once, and no mail of a change that is rolled back', async () => {
  const { userId } = await makeEditor();
  const mail = { kind: 'account-added', to: { userId }, payload: {}, status: 'queued', locale: 'en' } as const;
  const first = await db.$transaction((tx) => queueMail(tx, { ...mail, dedupeKey: 'once' }));
  const second = await db.$transaction((tx) => queueMail(tx, { ...mail, dedupeKey: 'once' }));
  expect([typeof first, second]).toEqual(['string', null]);
  const undone = db.$transaction(async (tx) => {
    await queueMail(tx, { ...mail, dedupeKey: 'never' });
    throw new Error('rolled back');
  });
  await expect(undone).rejects.toThrow('rolled back');
  expect(await db.mail.findMany({ where: { userId }, select: { id: true } })).toEqual([{ id: first }]);
  expect(await db.$queryRaw`SELECT key FROM graphile_worker.jobs ORDER BY id DESC LIMIT 1`).toEqual([
    { key: `mail:${first}` },
  ]);
});

it('a draft has no job until an editor sends it', async () => {
  const { userId } = await makeEditor();
  const id = await db.$transaction((tx) =>
    queueMail(tx, {
      kind: 'account-added',
      to: { userId },
      payload: {},
      dedupeKey: 'draft',
      status: 'draft',
      locale: 'en',
    }),
  );
  expect(await sendQueuedMail(id ?? '', attempt())).toBe('nothing_to_do');
  expect(await db.$queryRaw`SELECT key FROM graphile_worker.jobs WHERE key = ${`mail:${id}`}`).toEqual([]);
});
