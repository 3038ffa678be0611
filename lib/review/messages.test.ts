import { beforeAll, describe, expect, it } from 'vitest';
import { replyToEditors } from '@/lib/contributions/messages';
import { listMessages } from '@/lib/contributions/messages';
import { MESSAGE_LIMITS } from '@/lib/contributions/message-schema';
import { db } from '@/lib/platform/db/client';
import { composeMail } from '@/lib/notifications/compose';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { readForReview } from '@/lib/review/review-page/review-page';
import { declineContribution, publishContribution } from './publication';
import { listQueue } from '@/lib/review/queue/queue';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { writeToContributor } from './correspondence';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

describe('messages between editor and contributor', () => {
  it('are mailed to the contributor once the address is confirmed, and once', async () => {
    const [{ id, reference }, silent] = [
      await submit(eastWestSubmission()),
      await submit({ answers: { gaps: 'One' }, consent: true }),
    ];
    const write = (to: string) => writeToContributor({ editor, reference: to, text: 'Thank you, we are reading.' });
    for (const to of [reference, reference, silent.reference]) expect(await write(to)).toEqual({ ok: true });
    const mails = await db.mail.findMany({ where: { contributionId: { in: [id, silent.id] }, kind: 'editor-note' } });
    expect(mails).toMatchObject([{ contributionId: id, status: 'queued' }]);
    expect((await findMailToSend(mails[0]?.id ?? ''))?.recipient).toEqual({ state: 'unconfirmed' });
    await db.contact.update({ where: { contributionId: id }, data: { emailConfirmedAt: new Date() } });
    const toSend = await findMailToSend(mails[0]?.id ?? '');
    expect(toSend?.recipient).toEqual({ state: 'ready', address: 'programme.office@example.org' });
    const rendered = toSend && (await composeMail(toSend, () => Promise.resolve('https://example.org/en/link/x')));
    expect(rendered?.text).toContain('Thank you, we are reading.');
    expect(JSON.stringify(rendered)).not.toContain(editor.name);
  });

  it('are read by both sides, the editor named at the desk only', async () => {
    const { id, reference } = await submit(eastWestSubmission());
    expect(await writeToContributor({ editor, reference, text: 'Thank you, we are reading.' })).toEqual({ ok: true });
    expect(await replyToEditors({ contributionId: id, input: { text: ' Do ask. \r\n' } })).toEqual({ ok: true });
    expect(await replyToEditors({ contributionId: id, input: { text: 'Do ask.' } })).toEqual({ ok: true });
    const words = [
      { kind: 'note', text: 'Thank you, we are reading.' },
      { kind: 'reply', text: 'Do ask.' },
    ];
    expect(await listMessages(id)).toMatchObject(words);
    expect(JSON.stringify(await listMessages(id))).not.toContain(editor.email);
    expect((await readForReview(reference, editor, 'en'))?.messages).toMatchObject([
      { ...words[0], by: editor.name },
      { ...words[1], by: null },
    ]);
    expect((await listQueue({ q: reference })).rows).toMatchObject([{ replied: true }]);
    await writeToContributor({ editor, reference, text: 'We will.' });
    expect((await listQueue({ q: reference })).rows).toMatchObject([{ replied: false }]);
  });

  it('are taken after publication and declining, and not after withdrawal', async () => {
    const [published, declined, withdrawn] = [
      await submit(eastWestSubmission()),
      await submit(eastWestSubmission()),
      await submit(eastWestSubmission()),
    ];
    await publishContribution({ editor, reference: published.reference });
    await declineContribution({ editor, reference: declined.reference, reason: 'Off topic.' });
    await withdrawContribution({ contributionId: withdrawn.id });
    const reply = (contributionId: string) => replyToEditors({ contributionId, input: { text: 'A word.' } });
    expect(await Promise.all([published, declined, withdrawn].map(({ id }) => reply(id)))).toEqual([
      { ok: true },
      { ok: true },
      { ok: false, reason: 'withdrawn' },
    ]);
    expect(await writeToContributor({ editor, reference: declined.reference, text: 'A word.' })).toEqual({ ok: true });
    expect(await writeToContributor({ editor, reference: withdrawn.reference, text: 'A word.' })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
    expect(await listMessages(withdrawn.id)).toEqual([]);
  });

  it('are refused when empty, too long or with nothing to see', async () => {
    const { id } = await submit(eastWestSubmission());
    for (const [text, code] of [
      ['', 'required'],
      ['x'.repeat(MESSAGE_LIMITS.text + 1), 'too_long'],
      ['\u0007\u3164', 'required'],
    ] as const) {
      expect(await replyToEditors({ contributionId: id, input: { text } })).toMatchObject({
        ok: false,
        reason: 'invalid',
        issues: [{ path: 'text', code }],
      });
    }
    const draft = await db.contribution.findFirstOrThrow({
      where: { id },
      select: { callId: true, questionnaireId: true },
    });
    const { id: unsent } = await db.contribution.create({ data: draft, select: { id: true } });
    expect(await replyToEditors({ contributionId: unsent, input: { text: 'A word.' } })).toEqual({
      ok: false,
      reason: 'not_allowed_in_status',
    });
  });
});
