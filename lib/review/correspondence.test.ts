import { beforeAll, describe, expect, it } from 'vitest';
import { replyToEditors } from '@/lib/contributions/messages';
import { listMessages } from '@/lib/contributions/messages';
import { changesRequestInput, MESSAGE_LIMITS } from '@/lib/contributions/message-schema';
import { db } from '@/lib/platform/db/client';
import { composeMail } from '@/lib/notifications/compose';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { assignContribution } from '@/lib/review/assignment/assignment';
import { readPeopleOf } from '@/lib/review/assignment/assignees';
import { declineContribution, publishContribution } from './publication';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { requestChanges } from './correspondence';
import { readAnsweredRequest } from './correspondence';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

const statusOf = async (id: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
const mailsOf = (contributionId: string) => db.mail.findMany({ where: { contributionId, kind: 'changes-requested' } });
const ask = (reference: string, text = 'Please name a source.') =>
  requestChanges({ editor, reference, text, items: [] });

describe('requestChanges', () => {
  it('is refused for an editor’s own proposal, which has no contributor', async () => {
    const { id, reference } = await submit(eastWestSubmission());
    await db.contribution.update({ where: { id }, data: { authorId: editor.userId } });
    expect(await ask(reference)).toEqual({ ok: false, reason: 'not_allowed_in_status' });
    expect(await statusOf(id)).toBe('submitted');
  });

  it('writes status, message, audit and mail at once; the same words again change nothing', async () => {
    const { id, reference, changes } = await submit(eastWestSubmission());
    const items = [
      { kind: 'question' as const, id: 'projects', text: 'Since when?' },
      { kind: 'cell' as const, id: changes.launchDate ?? '', text: 'Which document?' },
    ];
    const request = { editor, reference, text: 'Two points need a source.', items };
    expect(await requestChanges(request)).toEqual({ ok: true });
    expect(await requestChanges(request)).toEqual({ ok: true });
    expect(await statusOf(id)).toBe('changes_requested');
    expect(await listMessages(id)).toMatchObject([
      { kind: 'changes_requested', revision: 1, text: request.text, items },
    ]);
    expect(await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.changes_requested' } })).toBe(1);
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail?.status).toBe('queued');
    const rendered = await composeMail({ ...mail, locale: 'en' } as Parameters<typeof composeMail>[0], () =>
      Promise.resolve('https://example.org/en/link/x'),
    );
    for (const words of [
      'Two points need a source.',
      'GCSC Six Critical Norms: Date',
      'Which document?',
      'Since when?',
    ])
      expect(rendered.text).toContain(words);
  });

  it('waits with the mail until the address is confirmed, and sends none where there is none', async () => {
    const [open, silent] = [
      await submit(eastWestSubmission()),
      await submit({ answers: { gaps: 'One' }, consent: true }),
    ];
    await ask(open.reference);
    await ask(silent.reference);
    const [mail] = await mailsOf(open.id);
    expect((await findMailToSend(mail?.id ?? ''))?.recipient).toEqual({ state: 'unconfirmed' });
    expect(await mailsOf(silent.id)).toEqual([]);
    expect(await statusOf(silent.id)).toBe('changes_requested');
  });

  it('can be added to while it is open', async () => {
    const { id, reference } = await submit(eastWestSubmission());
    await ask(reference);
    expect(await ask(reference, 'And a date, please.')).toEqual({ ok: true });
    expect((await listMessages(id)).map(({ text }) => text)).toEqual(['Please name a source.', 'And a date, please.']);
    expect(await mailsOf(id)).toHaveLength(2);
  });

  it('is refused for one’s own organisation, also by what is public once the contact is erased', async () => {
    const own = await makeEditor({ organisation: 'The Eastwest Institute' });
    const { id, reference } = await submit(eastWestSubmission());
    expect(await requestChanges({ editor: own, reference, text: 'Please.', items: [] })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    await db.contact.update({ where: { contributionId: id }, data: { affiliation: null } });
    expect(await requestChanges({ editor: own, reference, text: 'Please.', items: [] })).toEqual({
      ok: false,
      reason: 'own_organisation',
    });
    expect(await listMessages(id)).toEqual([]);
  });

  it.each(['published', 'declined', 'withdrawn'] as const)('is refused for one that is %s', async (status) => {
    const { id, reference } = await submit(eastWestSubmission());
    if (status === 'published') await publishContribution({ editor, reference });
    if (status === 'declined') await declineContribution({ editor, reference, reason: 'Off topic.' });
    if (status === 'withdrawn') await withdrawContribution({ contributionId: id });
    expect(await ask(reference)).toEqual({ ok: false, reason: 'not_allowed_in_status' });
    expect(await listMessages(id)).toEqual([]);
    expect(await mailsOf(id)).toEqual([]);
  });

  it('names only what is there, in words that fit', async () => {
    const [{ reference }, other] = [await submit(eastWestSubmission()), await submit(eastWestSubmission())];
    const items = [
      { kind: 'question' as const, id: 'no-such', text: 'x' },
      { kind: 'cell' as const, id: other.changes.name ?? '', text: 'x' },
    ];
    expect(await requestChanges({ editor, reference, text: 'Please.', items })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [
        { path: 'items.0.id', code: 'not_found' },
        { path: 'items.1.id', code: 'not_found' },
      ],
    });
    expect(await ask('BPF-2020-999')).toEqual({ ok: false, reason: 'not_found' });
    expect(changesRequestInput.safeParse({ text: '  ' }).success).toBe(false);
    expect(changesRequestInput.safeParse({ text: 'x'.repeat(MESSAGE_LIMITS.text + 1) }).success).toBe(false);
  });

  it('asked twice at once in the same words, asks once', async () => {
    const { id, reference } = await submit(eastWestSubmission());
    expect(await Promise.all([ask(reference), ask(reference), ask(reference)])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(await listMessages(id)).toHaveLength(1);
    expect(await mailsOf(id)).toHaveLength(1);
  });

  it('is answered by the next revision', async () => {
    const { id, reference } = await submit(eastWestSubmission());
    await ask(reference);
    await beginCorrection(reference);
    expect(await sendCorrection(id, { answers: { gaps: 'With a source' } })).toMatchObject({ ok: true });
    expect(await statusOf(id)).toBe('submitted');
    expect(await ask(reference)).toEqual({ ok: true });
    expect((await listMessages(id)).map(({ revision }) => revision)).toEqual([1, 2]);
  });
});

describe('the editor who asks', () => {
  const noticesOf = async (userId: string) =>
    (await db.notice.findMany({ where: { userId }, orderBy: { createdAt: 'asc' }, select: { kind: true } })).map(
      ({ kind }) => kind,
    );

  it('looks after it from then on, and hears of reply, correction and withdrawal', async () => {
    const asking = await makeEditor();
    const { id, reference } = await submit(eastWestSubmission());
    expect(await requestChanges({ editor: asking, reference, text: 'Please name a source.', items: [] })).toEqual({
      ok: true,
    });
    expect((await readPeopleOf(reference))?.assignee?.userId).toBe(asking.userId);
    await replyToEditors({ contributionId: id, input: { text: 'Which one?' } });
    await replyToEditors({ contributionId: id, input: { text: 'Which one?' } });
    await beginCorrection(reference);
    expect(await sendCorrection(id, { answers: { gaps: 'With a source' } })).toMatchObject({ ok: true });
    await withdrawContribution({ contributionId: id });
    await withdrawContribution({ contributionId: id });
    expect(await noticesOf(asking.userId)).toEqual(['replied', 'corrected', 'withdrawn']);
    expect(await db.mail.count({ where: { userId: asking.userId, kind: 'desk-notices' } })).toBe(3);
  });

  it('keeps the assigned editor, who gets a notice of the answer', async () => {
    const [asking, looking] = [await makeEditor(), await makeEditor()];
    const { id, reference } = await submit(eastWestSubmission());
    await assignContribution({ editor: looking, reference, to: looking.userId, from: null });
    await requestChanges({ editor: asking, reference, text: 'Please name a source.', items: [] });
    await replyToEditors({ contributionId: id, input: { text: 'Here it is.' } });
    expect((await readPeopleOf(reference))?.assignee?.userId).toBe(looking.userId);
    expect([await noticesOf(asking.userId), await noticesOf(looking.userId)]).toEqual([[], ['replied']]);
  });

  it('takes nothing with a request that is refused', async () => {
    const { reference } = await submit(eastWestSubmission());
    expect(
      await requestChanges({
        editor,
        reference,
        text: 'Please.',
        items: [{ kind: 'question', id: 'no-such', text: 'x' }],
      }),
    ).toMatchObject({ ok: false, reason: 'invalid' });
    expect((await readPeopleOf(reference))?.assignee).toBeNull();
  });
});

describe('readAnsweredRequest', () => {
  it('says for each answer and cell that was asked about whether it says something else since', async () => {
    const { id, reference, changes } = await submit(eastWestSubmission());
    const about = (kind: 'question' | 'cell', at: string) => ({ kind, id: at, text: `About ${at}` });
    const items = [
      about('question', 'comments'),
      about('question', 'projects'),
      about('cell', changes.launchDate ?? ''),
      about('cell', changes['respond-to-requests-for-help'] ?? ''),
    ];
    await requestChanges({ editor, reference, text: 'Four points.', items });
    expect(await readAnsweredRequest(reference)).toBeNull();
    await beginCorrection(reference);
    const input = eastWestSubmission();
    const [proposal] = input.proposals ?? [];
    const dated = proposal?.changes.map((change) =>
      change.cell === 'launchDate' ? { ...change, source: 'The report’s page 3' } : change,
    );
    await sendCorrection(id, {
      projects: input.projects?.slice(0, 1),
      proposals: [{ ...proposal, changes: dated }] as typeof input.proposals,
    });
    const answered = await readAnsweredRequest(reference);
    expect(answered).toMatchObject({ from: 1, to: 2, text: 'Four points.', changed: true });
    expect(answered?.items.map(({ agreement, about: name, changed }) => [agreement, name, changed])).toEqual([
      [null, expect.any(String), false],
      [null, expect.any(String), true],
      ['GCSC Six Critical Norms', 'Date of launch', true],
      ['GCSC Six Critical Norms', expect.any(String), false],
    ]);
    await publishContribution({ editor, reference });
    expect(await readAnsweredRequest(reference)).toBeNull();
  });

  it('knows when nothing differs', async () => {
    const { id, reference } = await submit(eastWestSubmission());
    await ask(reference);
    await beginCorrection(reference);
    await sendCorrection(id);
    expect(await readAnsweredRequest(reference)).toMatchObject({ items: [], changed: false });
  });
});
