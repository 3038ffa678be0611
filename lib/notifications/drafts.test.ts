import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { previewMail } from './compose';
import { discardDraft, retryAllMails, sendDraft, sendDrafts } from './mail-commands';
import { decideChanges } from '@/lib/review/decide';
import { declineContribution, publishContribution, reopenContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { scheduleWithPublication, writeDraft } from './drafts';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

/** A contribution with one decision, and the draft that reports it. */
async function decided(): Promise<{ reference: string; draft: string }> {
  const { reference, changes } = await submit(eastWestSubmission());
  const made = await decideChanges({
    editor,
    reference,
    decisions: [{ change: changes.launchDate ?? '', outcome: 'reject', reason: 'Founded in 2017.' }],
  });
  if (!made.ok) throw new Error(made.reason);
  return { reference, draft: (await draftsOf(reference))[0]?.id ?? '' };
}

const draftsOf = (reference: string) =>
  db.mail.findMany({
    where: { contribution: { reference }, status: 'draft' },
    orderBy: { createdAt: 'asc' },
    select: { id: true, kind: true, withPublication: true },
  });
const statusOf = async (id: string) => (await db.mail.findUniqueOrThrow({ where: { id } })).status;
const actionsOn = async (id: string) =>
  (await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action);

describe('the editors’ own words', () => {
  it('are subject and head of the mail; an empty subject is the usual one', async () => {
    const { draft } = await decided();
    const usual = (await previewMail(draft))?.subject ?? '';
    expect(await writeDraft(editor, draft, { subject: 'Your proposals on GCSC', note: 'Thank you.' })).toEqual({
      ok: true,
    });
    const written = await previewMail(draft);
    expect(written?.subject).toBe('Your proposals on GCSC');
    expect(written?.usualSubject).toBe(usual);
    expect(written?.text).toContain('Thank you.');
    expect(await writeDraft(editor, draft, { subject: ' ', note: 'Thank you.' })).toEqual({ ok: true });
    expect((await previewMail(draft))?.subject).toBe(usual);
    await writeDraft(editor, draft, { subject: '', note: 'Thank you.' });
    expect(await actionsOn(draft)).toEqual(['mail.draft_written', 'mail.draft_written']);
    expect(
      JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: draft } }), (_, value: unknown) =>
        typeof value === 'bigint' ? Number(value) : value,
      ),
    ).not.toContain('Thank you');
  });

  it.each([
    ['two\nlines', 'two lines'],
    ['a\rheader', 'a header'],
    ['Bcc\u0000', 'Bcc'],
    ['x\u2028y', 'x y'],
  ])('become no other header as a subject: %j', async (subject, line) => {
    const { draft } = await decided();
    expect(await writeDraft(editor, draft, { subject, note: '' })).toEqual({ ok: true });
    expect((await previewMail(draft))?.subject).toBe(line);
    expect(await writeDraft(editor, draft, { subject: 'x'.repeat(201), note: '' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'subject', code: 'too_long' }],
    });
  });

  it('are no longer changed once the mail is on its way', async () => {
    const { draft } = await decided();
    await sendDraft(editor, draft);
    expect(await writeDraft(editor, draft, { subject: 'Late', note: '' })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
    expect(await scheduleWithPublication(editor, draft, true)).toEqual({ ok: false, reason: 'not_allowed_in_status' });
    expect(await discardDraft(editor, draft)).toEqual({ ok: false, reason: 'already_in_status' });
  });
});

describe('a draft that waits for the publication', () => {
  it('is sent with that transaction; others stay', async () => {
    const { reference, draft } = await decided();
    expect(await scheduleWithPublication(editor, draft, true)).toEqual({ ok: true });
    expect(await statusOf(draft)).toBe('draft');
    expect(await publishContribution({ editor, reference })).toEqual({ ok: true });
    expect(await statusOf(draft)).toBe('queued');
    expect(await db.$queryRaw`SELECT key FROM graphile_worker.jobs WHERE key = ${`mail:${draft}`}`).toHaveLength(1);
    expect(await draftsOf(reference)).toEqual([
      { id: expect.any(String), kind: 'contribution-published', withPublication: false },
    ]);
    expect(await actionsOn(draft)).toEqual(['mail.scheduled', 'mail.released']);
    const [published] = await draftsOf(reference);
    expect(await scheduleWithPublication(editor, published?.id ?? '', true)).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
  });

  it('is joined to the mail on the publication, and is not sent, when its schedule is cancelled', async () => {
    const { reference, draft } = await decided();
    await scheduleWithPublication(editor, draft, true);
    expect(await scheduleWithPublication(editor, draft, false)).toEqual({ ok: true });
    await publishContribution({ editor, reference });
    expect(await statusOf(draft)).toBe('discarded');
    expect((await draftsOf(reference)).map(({ kind }) => kind)).toEqual(['contribution-published']);
  });
});

it('a cancelled draft is never sent, and the next one reports its event', async () => {
  const { reference, draft } = await decided();
  expect(await discardDraft(editor, draft)).toEqual({ ok: true });
  expect(await sendDraft(editor, draft)).toEqual({ ok: false, reason: 'already_in_status' });
  const { id: change } = await db.proposedChange.findFirstOrThrow({
    where: { contribution: { reference }, key: 'name' },
  });
  await decideChanges({ editor, reference, decisions: [{ change, outcome: 'reject', reason: 'The name stays.' }] });
  const [next] = await draftsOf(reference);
  const text = (await previewMail(next?.id ?? ''))?.text ?? '';
  for (const reason of ['Founded in 2017.', 'The name stays.']) expect(text).toContain(reason);
});

it('reopening a contribution cancels the unsent mail about its declining, and a second declining queues a new one', async () => {
  const { reference } = await submit(eastWestSubmission());
  const kinds = async () =>
    (
      await db.mail.findMany({
        where: { contribution: { reference }, kind: 'contribution-declined' },
        orderBy: { createdAt: 'asc' },
      })
    ).map(({ status }) => status);
  expect(await declineContribution({ editor, reference, reason: 'Off the subject.' })).toEqual({ ok: true });
  expect(await kinds()).toEqual(['draft']);
  expect(await reopenContribution({ editor, reference, reason: 'It was on the subject.' })).toEqual({ ok: true });
  expect(await kinds()).toEqual(['discarded']);
  expect(await declineContribution({ editor, reference, reason: 'It is a duplicate.' })).toEqual({ ok: true });
  expect(await kinds()).toEqual(['discarded', 'draft']);
});

it('several are sent at once: those that are still drafts', async () => {
  const [one, two, gone] = [await decided(), await decided(), await decided()];
  await discardDraft(editor, gone.draft);
  expect(await sendDrafts(editor, [one.draft, two.draft, two.draft, gone.draft])).toEqual({
    ok: true,
    leaving: 0,
    waiting: 2,
  });
  expect(await sendDrafts(editor, [one.draft, two.draft])).toEqual({ ok: true, leaving: 0, waiting: 0 });
  expect(await Promise.all([one, two, gone].map(({ draft }) => statusOf(draft)))).toEqual([
    'queued',
    'queued',
    'discarded',
  ]);
});

it('all failed mails are retried, except those without an address', async () => {
  const [one, erased] = [await decided(), await decided()];
  const drafts = [one.draft, erased.draft];
  await db.mail.updateMany({ where: { id: { in: drafts } }, data: { status: 'failed' } });
  await db.contact.updateMany({
    where: { contribution: { reference: erased.reference } },
    data: { email: null, name: null, affiliation: null, country: null, erasedAt: new Date(), emailConfirmedAt: null },
  });
  expect(await retryAllMails(editor)).toEqual({ ok: true, leaving: 0, waiting: 1 });
  expect(await Promise.all(drafts.map(statusOf))).toEqual(['queued', 'failed']);
  expect(await retryAllMails(editor)).toEqual({ ok: true, leaving: 0, waiting: 0 });
});
