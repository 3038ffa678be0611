import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { eraseContact } from '@/lib/contributions/erasure';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution, reopenContribution } from '@/lib/review/publication';
import { decideAnew } from '@/lib/review/undo/undo';
import { startMailServer, textOf } from '@/prisma/factories/mail-server';
import { confirmContact } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { previewMail } from './compose';
import { sendQueuedMail } from './delivery';
import { writeDraft } from './drafts';
import { sendErasureNotice } from './erasure-notice';
import { sendDraft, sendDrafts } from './mail-commands';
import { listMails } from './outbox-list';

useTestDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  server = await startMailServer();
  process.env.SMTP_URL = server.url;
  editor = await makeEditor();
});
beforeEach(() => void (server.received.length = 0));
afterAll(() => server.stop());

async function contributed() {
  const { reference, changes } = await submit(eastWestSubmission());
  await confirmContact(reference);
  const reject = async (key: string, reason: string) => {
    const decided = await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes[key] ?? '', outcome: 'reject', reason }],
    });
    if (!decided.ok) throw new Error(decided.reason);
  };
  return { reference, changes, reject };
}

const draftsOf = async (reference: string) =>
  db.mail.findMany({
    where: { contribution: { reference }, status: 'draft' },
    orderBy: { createdAt: 'asc' },
    select: { id: true, kind: true },
  });
const send = (id: string) => sendQueuedMail(id, { began: new Date(), last: false });
const statusOf = async (id: string) =>
  (await db.mail.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;

describe('decisions and publication in one sitting make one mail', () => {
  it.each([
    ['publishing', 'contribution-published', (reference: string) => publishContribution({ editor, reference })],
    [
      'declining',
      'contribution-declined',
      (reference: string) => declineContribution({ editor, reference, reason: 'It names no agreement.' }),
    ],
  ] as const)('%s keeps what an editor wrote into the draft on decisions', async (_, kind, settle) => {
    const { reference, reject } = await contributed();
    await reject('launchDate', 'It was founded in 2017.');
    const [draft] = await draftsOf(reference);
    await writeDraft(editor, draft?.id ?? '', { subject: '', note: 'Thank you for the sources.' });
    expect(await settle(reference)).toEqual({ ok: true });
    const drafts = await draftsOf(reference);
    expect(drafts.map((one) => one.kind)).toEqual([kind]);
    const text = (await previewMail(drafts[0]?.id ?? ''))?.text;
    expect(text).toContain('Thank you for the sources.');
    expect(text).toContain('Reason: It was founded in 2017.');
  });

  it('decisions join the draft about the publication, and begin a new one after it was sent', async () => {
    const { reference, reject } = await contributed();
    await publishContribution({ editor, reference });
    await reject('launchDate', 'It was founded in 2017.');
    const [published, ...others] = await draftsOf(reference);
    expect(others).toEqual([]);
    await sendDraft(editor, published?.id ?? '');
    expect(await send(published?.id ?? '')).toBe('sent');
    expect(server.received.map(textOf).join()).toContain('It was founded in 2017.');
    await reject('name', 'The commission keeps its name.');
    const [next] = await draftsOf(reference);
    const text = (await previewMail(next?.id ?? ''))?.text;
    expect(text).toContain('The commission keeps its name.');
    expect(text).not.toContain('It was founded in 2017.');
  });

  it('reopening cancels the mail on declining, and another mail holds its decisions', async () => {
    const { reference, reject } = await contributed();
    await reject('launchDate', 'It was founded in 2017.');
    await declineContribution({ editor, reference, reason: 'It names no agreement.' });
    await reopenContribution({ editor, reference, reason: 'It does, in an annex.' });
    const drafts = await draftsOf(reference);
    expect(drafts.map(({ kind }) => kind)).toEqual(['decisions-made']);
    expect((await previewMail(drafts[0]?.id ?? ''))?.text).toContain('It was founded in 2017.');
  });
});

describe('a mail whose decisions are undone before it leaves', () => {
  async function queuedAndUndone(note: string) {
    const { reference, changes, reject } = await contributed();
    await reject('launchDate', 'It was founded in 2017.');
    const [draft] = await draftsOf(reference);
    const id = draft?.id ?? '';
    if (note) await writeDraft(editor, id, { subject: '', note });
    await sendDraft(editor, id);
    expect(
      await decideAnew({ editor, reference, change: changes.launchDate ?? '', reason: 'The report names the year.' }),
    ).toMatchObject({ ok: true });
    return { id, reference, reject };
  }

  it('is not sent, and another mail holds the next decision', async () => {
    const { id, reference, reject } = await queuedAndUndone('');
    expect(await send(id)).toBe('nothing_to_tell');
    expect([await statusOf(id), server.received]).toEqual(['discarded', []]);
    await reject('name', 'The commission keeps its name.');
    expect((await draftsOf(reference)).map(({ kind }) => kind)).toEqual(['decisions-made']);
  });

  it('is a draft again where an editor wrote words into it', async () => {
    const { id } = await queuedAndUndone('Thank you for the sources.');
    await db.mail.update({ where: { id }, data: { sendAfter: new Date(Date.now() - 1_000) } });
    expect(await send(id)).toBe('nothing_to_tell');
    expect((await db.mail.findUniqueOrThrow({ where: { id } })).sendAfter).toBeNull();
    expect([await statusOf(id), server.received]).toEqual(['draft', []]);
    expect(await previewMail(id)).toMatchObject({
      empty: true,
      text: expect.stringContaining('Thank you for the sources.'),
    });
  });
});

describe('a draft whose decisions are undone', () => {
  const undo = (reference: string, change = '') =>
    decideAnew({ editor, reference, change, reason: 'The report names the year.' });

  it('is cancelled by itself once it has nothing to tell, and not before', async () => {
    const { reference, changes, reject } = await contributed();
    await reject('launchDate', 'It was founded in 2017.');
    await reject('name', 'The commission keeps its name.');
    const [draft] = await draftsOf(reference);
    expect(await undo(reference, changes.launchDate)).toMatchObject({ ok: true });
    expect((await draftsOf(reference)).map(({ id }) => id)).toEqual([draft?.id]);
    expect(await undo(reference, changes.name)).toMatchObject({ ok: true });
    expect([await draftsOf(reference), await statusOf(draft?.id ?? '')]).toEqual([[], 'discarded']);
  });

  it('stays where an editor wrote words into it', async () => {
    const { reference, changes, reject } = await contributed();
    await reject('launchDate', 'It was founded in 2017.');
    const [draft] = await draftsOf(reference);
    await writeDraft(editor, draft?.id ?? '', { subject: '', note: 'Thank you for the sources.' });
    await undo(reference, changes.launchDate);
    expect(await statusOf(draft?.id ?? '')).toBe('draft');
    expect(await previewMail(draft?.id ?? '')).toMatchObject({ empty: true });
  });

  it('is listed with the organisation, and as one that can’t leave before the address is confirmed', async () => {
    const { reference, changes } = await submit(eastWestSubmission());
    const decisions = [{ change: changes.name ?? '', outcome: 'reject' as const, reason: 'It keeps its name.' }];
    await decideChanges({ editor, reference, decisions });
    const row = async () => (await listMails({ status: 'draft', reference })).mails;
    const { contact } = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: { contact: { select: { affiliation: true } } },
    });
    expect(contact?.affiliation).toEqual(expect.any(String));
    expect(await row()).toMatchObject([{ organisation: contact?.affiliation, cannotLeave: true }]);
    await confirmContact(reference);
    expect(await row()).toMatchObject([{ cannotLeave: false }]);
  });
});

describe('after a withdrawal', () => {
  it('the contributor gets a mail, and contradicting mails are not sent', async () => {
    const { reference } = await contributed();
    await publishContribution({ editor, reference });
    const [published] = await draftsOf(reference);
    await sendDraft(editor, published?.id ?? '');
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: { id: true },
    });
    expect(await withdrawContribution({ contributionId })).toEqual({ ok: true });
    expect(await withdrawContribution({ contributionId })).toEqual({ ok: true });
    const rows = await db.mail.findMany({
      where: { contributionId, status: 'queued' },
      orderBy: { createdAt: 'asc' },
      select: { id: true, kind: true },
    });
    const outcomes: string[] = [];
    for (const { id, kind } of rows) if (kind !== 'confirm-address') outcomes.push(`${kind}: ${await send(id)}`);
    expect(outcomes.sort()).toEqual([
      'contribution-published: nothing_to_tell',
      'contribution-received: nothing_to_tell',
      'contribution-withdrawn: sent',
    ]);
    expect(server.received.map(textOf).join().replaceAll(/\s+/g, ' ')).toContain(
      'Its public page says only that it was withdrawn',
    );
  });

  it('an unconfirmed address gets no mail', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: { id: true },
    });
    await withdrawContribution({ contributionId });
    expect(await db.mail.count({ where: { contributionId, kind: 'contribution-withdrawn' } })).toBe(0);
  });
});

describe('after an erasure', () => {
  it('the confirmed address gets one last mail, and the outbox does not hold it', async () => {
    const { reference } = await contributed();
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: { id: true },
    });
    await eraseContact({ contributionId, alsoPublic: false });
    await expect.poll(() => server.received.map(({ to }) => to)).toEqual([['programme.office@example.org']]);
    expect(server.received.map(textOf).join().replaceAll(/\s+/g, ' ')).toContain(
      `given with contribution ${reference}`,
    );
    await eraseContact({ contributionId, alsoPublic: false });
    expect(JSON.stringify(await db.mail.findMany())).not.toContain('programme.office');
    expect(server.received).toHaveLength(1);
  });

  it('an unconfirmed address gets none', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id: contributionId } = await db.contribution.findUniqueOrThrow({
      where: { reference },
      select: { id: true },
    });
    const before = server.received.length;
    await eraseContact({ contributionId, alsoPublic: false });
    await sendErasureNotice({ to: 'other@example.org', contributionId });
    expect(server.received.slice(before).map(({ to }) => to)).toEqual([['other@example.org']]);
  });
});

it('says how many mails leave and how many wait for a confirmed address', async () => {
  const ids: string[] = [];
  for (const confirmed of [true, false, false]) {
    const { reference, changes } = await submit(eastWestSubmission());
    if (confirmed) await confirmContact(reference);
    await decideChanges({
      editor,
      reference,
      decisions: [{ change: changes.launchDate ?? '', outcome: 'reject', reason: 'Founded in 2017.' }],
    });
    ids.push((await draftsOf(reference))[0]?.id ?? '');
  }
  expect(await sendDrafts(editor, ids)).toEqual({ ok: true, leaving: 1, waiting: 2 });
  expect(await sendDrafts(editor, ids)).toEqual({ ok: true, leaving: 0, waiting: 0 });
});
