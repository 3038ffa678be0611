import { describe, expect, it } from 'vitest';
import { dropCorrection } from '@/lib/contributions/corrections/corrections';
import { db } from '@/lib/platform/db/client';
import { previewMail } from '@/lib/notifications/compose';
import { sendQueuedMail } from '@/lib/notifications/delivery';
import { readForReview } from '@/lib/review/review-page/review-page';
import { beginCorrection, sendCorrection } from '@/prisma/factories/corrections';
import { makeDraft } from '@/prisma/factories/drafts';
import { confirmContact } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { makeSignOff, signedText } from '@/prisma/factories/sign-offs';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { addComment } from './comments';
import { addSignOff, countApprovals, listSignOffs, readSignOffsForReview } from './sign-offs';
import { submitContribution } from './submission';
import { withdrawContribution } from './withdrawal';

useTestDatabase();

const SECOND = 'BBBB-0000-0002';
const said = async (id: string) =>
  (await listSignOffs(id)).map(({ name, outcome, version, text, sent }) => ({ name, outcome, version, text, sent }));

describe('addSignOff', () => {
  it('keeps who answered what to which version, and one answer of a person to a version', async () => {
    const { id } = await makeDraft();
    const linkId = await makeSignOff(id, { outcome: 'changes_asked', text: ' Shorter,\r\nplease. ' });
    expect(await said(id)).toEqual([
      {
        name: 'A Director',
        outcome: 'changes_asked',
        version: 'AAAA-0000-0001',
        text: 'Shorter,\nplease.',
        sent: false,
      },
    ]);
    await makeSignOff(id, { linkId, text: 'left over' });
    expect(await said(id)).toMatchObject([{ outcome: 'approved', text: null }]);
    await makeSignOff(id, { linkId, version: SECOND });
    expect((await said(id)).map(({ version }) => version)).toEqual([SECOND, 'AAAA-0000-0001']);
    expect(await countApprovals({ contributionId: id, version: SECOND })).toBe(1);
  });

  it.each([
    ['no outcome', { outcome: '', name: 'A Director' }, 'outcome', 'choose_one'],
    ['no name', { outcome: 'approved', name: ' ' }, 'name', 'required'],
    ['changes without words', { outcome: 'changes_asked', name: 'A Director', text: ' ' }, 'text', 'changes_needed'],
  ])('refuses %s', async (_, given, path, code) => {
    const { id } = await makeDraft();
    const linkId = await makeSignOff(id);
    const input = { office: '', text: '', ...given };
    expect(
      await addSignOff({ contributionId: id, linkId, text: signedText(), seen: signedText().version, input }),
    ).toMatchObject({ reason: 'invalid', issues: [{ path, code }] });
  });

  it('refuses a version that was not the one that was read, and a text that is not being written', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
    const input = { outcome: 'approved', name: 'A Director', office: '', text: '' };
    const answer = (seen: string) =>
      addSignOff({
        contributionId: id,
        linkId: '00000000-0000-4000-8000-000000000000',
        text: signedText(),
        seen,
        input,
      });
    expect(await answer(SECOND)).toEqual({ ok: false, reason: 'text_changed' });
    expect(await answer(signedText().version)).toEqual({ ok: false, reason: 'not_allowed_in_status' });
  });
});

describe('approvals of a text that is sent', () => {
  const sendDraft = async (anonymous: boolean) => {
    const { id } = await makeDraft();
    await makeSignOff(id, { name: 'Earlier Approver', version: SECOND });
    await makeSignOff(id, { name: 'Zora Director' });
    const sent = await submitContribution({
      callSlug: '2020',
      input: { answers: { gaps: 'A gap.' }, about: { anonymous }, consent: true },
      draftId: id,
      textVersion: 'AAAA-0000-0001',
    });
    if (!sent.ok) throw new Error(sent.reason);
    return { id, reference: sent.reference };
  };

  it('name the approvers of exactly that text to editors', async () => {
    const { id, reference } = await sendDraft(false);
    expect(await said(id)).toMatchObject([
      { name: 'Zora Director', sent: true },
      { name: 'Earlier Approver', sent: false },
    ]);
    const { signOffs } = (await readForReview(reference, await makeEditor(), 'en')) ?? {};
    expect(signOffs?.people?.map(({ name, version }) => ({ name, version }))).toEqual([
      { name: 'Zora Director', version: 'AAAA-0000-0001' },
    ]);
  });

  it('are only a number for editors if the contribution is anonymous', async () => {
    const { reference } = await sendDraft(true);
    const review = await readForReview(reference, await makeEditor(), 'en');
    expect(review?.signOffs).toEqual({ approved: 1, people: null });
    expect(JSON.stringify(review)).not.toContain('Director');
  });

  it('are none of a corrected text that nobody approved, and go when the correction is thrown away', async () => {
    const { id, reference } = await sendDraft(false);
    await beginCorrection(reference);
    await makeSignOff(id, { version: 'CCCC-0000-0003', revision: 2 });
    await dropCorrection({ contributionId: id });
    expect((await said(id)).map(({ version }) => version)).toEqual(['AAAA-0000-0001', SECOND]);
    await beginCorrection(reference);
    await sendCorrection(id, { answers: { gaps: 'Another.' } });
    expect(await readSignOffsForReview({ contributionId: id, revision: 2, named: true })).toEqual({
      approved: 0,
      people: [],
    });
  });

  it('go with a withdrawal', async () => {
    const { id } = await sendDraft(false);
    expect(await withdrawContribution({ contributionId: id })).toEqual({ ok: true });
    expect(await said(id)).toEqual([]);
  });
});

describe('the mail on comments and approvals', () => {
  const mailsOf = (contributionId: string) =>
    db.mail.findMany({ where: { contributionId, kind: 'colleagues-answered' }, select: { id: true, status: true } });
  const commentOn = (contributionId: string, linkId: string) =>
    addComment({ contributionId, linkId, section: 'gaps', input: { text: 'Shorter.', signedAs: '' } });

  it('is one for all that comes within ten minutes, and says how many without their words', async () => {
    const { reference } = await submit(eastWestSubmission());
    const { id } = await beginCorrection(reference);
    const linkId = await makeSignOff(id);
    expect(await mailsOf(id)).toEqual([]); // the address is not confirmed
    await confirmContact(reference);
    await makeSignOff(id, { linkId, version: SECOND });
    await commentOn(id, linkId);
    await commentOn(id, linkId);
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    const [job] = await db.$queryRaw<{ wait: number }[]>`
      SELECT extract(epoch FROM run_at - now())::int AS wait FROM graphile_worker.jobs WHERE key = ${`mail:${mail?.id}`}`;
    expect(job?.wait).toBeGreaterThan(9 * 60 - 30);
    const { text, empty } = (await previewMail(mail?.id ?? '')) ?? {};
    expect(empty).toBe(false);
    for (const part of [`correction of ${reference}`, '1 approval of the text', '2 comments'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Shorter|Director/);
    await db.draftComment.deleteMany({ where: { contributionId: id } });
    await db.signOff.deleteMany({ where: { contributionId: id } });
    await sendQueuedMail(mail?.id ?? '', { began: new Date(), last: false });
    expect(await mailsOf(id)).toMatchObject([{ status: 'discarded' }]);
  });

  it('is not sent for comments of those who manage the draft', async () => {
    const { reference, token } = await submit(eastWestSubmission());
    const { id } = await beginCorrection(reference);
    await confirmContact(reference);
    const own = await db.accessLink.findFirstOrThrow({ where: { contributionId: id, purpose: 'manage' } });
    expect(token).toBeTruthy();
    await commentOn(id, own.id);
    expect(await mailsOf(id)).toEqual([]);
  });
});
