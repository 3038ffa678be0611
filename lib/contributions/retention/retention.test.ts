import { describe, expect, it } from 'vitest';
import { addFile } from '@/lib/contributions/files/files';
import { examineOriginal, keepOriginal } from '@/lib/contributions/originals';
import { previewMail } from '@/lib/notifications/compose';
import { db } from '@/lib/platform/db/client';
import { orThrow } from '@/lib/platform/errors';
import { readVersionedSettings, saveSettings } from '@/lib/platform/settings/edit-settings';
import { retentionInput } from '@/lib/platform/settings/settings-schema';
import type { RetentionRules } from '@/lib/platform/settings/settings-schema';
import { makeDraft } from '@/prisma/factories/drafts';
import { confirmContact } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { makeSignOff } from '@/prisma/factories/sign-offs';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { makeWord, paragraph } from '@/prisma/factories/word-files';
import { applyRetention } from './apply';
import { countDue } from './due';

useTestDatabase();

const NONE: RetentionRules = {
  draftDays: '',
  contactDays: '',
  originalDays: '',
  fileDays: '',
  mailDays: '',
  noticeDays: '',
};
const NOTHING = { draftDays: 0, contactDays: 0, originalDays: 0, fileDays: 0, mailDays: 0, noticeDays: 0 };

async function setRules(rules: Partial<RetentionRules>) {
  const { version } = await readVersionedSettings();
  orThrow(await saveSettings({ actor: await makeEditor({ role: 'admin' }), version, input: { ...NONE, ...rules } }));
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const idOf = async (reference: string) =>
  (await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id;
const events = () => db.auditEvent.findMany({ where: { action: 'retention.applied' }, select: { details: true } });

describe('what is kept long enough', () => {
  it('stays for ever without a rule, and the audit log says nothing', async () => {
    await makeDraft({ sections: { gaps: { text: 'Begun and left' } } });
    expect(await applyRetention(inDays(4_000))).toEqual(NOTHING);
    expect(await events()).toEqual([]);
  });

  it('a draft goes once it was left alone for the time, with all that was typed, and no sooner', async () => {
    const left = await makeDraft({ sections: { gaps: { text: 'Begun and left' }, about: { name: 'A role' } } });
    const { reference } = await submit(eastWestSubmission());
    await setRules({ draftDays: '90' });
    expect((await applyRetention(inDays(89))).draftDays).toBe(0);
    expect(await countDue({ ...NONE, draftDays: '90' }, inDays(91))).toMatchObject({ draftDays: 2 }); // with the first test's
    expect((await applyRetention(inDays(91))).draftDays).toBe(2);
    expect(await db.contribution.findUniqueOrThrow({ where: { id: left.id }, select: { status: true } })).toEqual({
      status: 'withdrawn',
    });
    expect(await db.draftSection.count({ where: { contributionId: left.id } })).toBe(0);
    expect(await db.contribution.findUniqueOrThrow({ where: { reference }, select: { status: true } })).toEqual({
      status: 'submitted',
    });
    expect(await events()).toEqual([{ details: { ...NOTHING, draftDays: 2 } }]);
    expect((await applyRetention(inDays(91))).draftDays).toBe(0);
  });

  it('a draft stays while a colleague has a new link to it', async () => {
    const { id } = await makeDraft({ sections: { gaps: { text: 'In use' } } });
    await db.accessLink.create({
      data: { contributionId: id, purpose: 'comment', tokenHash: 'new', createdAt: inDays(50) },
    });
    expect((await applyRetention(inDays(91))).draftDays).toBe(0);
  });

  it('a draft stays while a colleague has approved it lately', async () => {
    const { id } = await makeDraft({ sections: { gaps: { text: 'In use' } } });
    await makeSignOff(id);
    await db.accessLink.updateMany({ where: { contributionId: id }, data: { createdAt: inDays(-10) } });
    await db.signOff.updateMany({ where: { contributionId: id }, data: { at: inDays(50) } });
    expect(await countDue({ ...NONE, draftDays: '90' }, inDays(91))).toMatchObject({ draftDays: 0 });
    await db.signOff.updateMany({ where: { contributionId: id }, data: { at: inDays(0) } });
    expect(await countDue({ ...NONE, draftDays: '90' }, inDays(91))).toMatchObject({ draftDays: 1 });
    await db.signOff.updateMany({ where: { contributionId: id }, data: { at: inDays(50) } });
  });

  it('contact details go from what is finished, and its public name stays', async () => {
    const done = await published({ ...eastWestSubmission() });
    const waiting = await submit(eastWestSubmission());
    const undecided = await published({
      ...proposing('manrs', [{ cell: 'maintainer', value: 'The society of routes' }]),
      about: eastWestSubmission().about,
    });
    for (const { reference } of [done, waiting, undecided]) await confirmContact(reference);
    await db.proposedChange.updateMany({
      where: { contribution: { reference: done.reference } },
      data: { status: 'rejected', statusAt: new Date() },
    });
    await setRules({ contactDays: '365' });
    expect((await applyRetention(inDays(366))).contactDays).toBe(1);
    const contactOf = async (reference: string) =>
      db.contact.findUniqueOrThrow({
        where: { contributionId: await idOf(reference) },
        select: { email: true, name: true },
      });
    expect(await contactOf(done.reference)).toEqual({ email: null, name: null });
    expect((await contactOf(waiting.reference)).email).not.toBeNull();
    expect((await contactOf(undecided.reference)).email).not.toBeNull();
    expect(
      (await db.contribution.findUniqueOrThrow({ where: { reference: done.reference } })).publicAffiliation,
    ).not.toBeNull();
    expect((await applyRetention(inDays(366))).contactDays).toBe(0);
  });

  it('files go: those a contribution was filled from, and those that went with its answers', async () => {
    const { id } = await makeDraft();
    const bytes = makeWord({ body: paragraph('What they wrote') });
    const { original } = orThrow(await examineOriginal({ name: 'answers.docx', bytes }));
    await keepOriginal({ contributionId: id, original, now: new Date() }, db);
    orThrow(await addFile({ contributionId: id, questionKey: 'gaps', name: 'more.docx', bytes }));
    await setRules({ originalDays: '60', fileDays: '60' });
    const counts = () =>
      Promise.all([
        db.original.count({ where: { contributionId: id } }),
        db.attachment.count({ where: { contributionId: id } }),
      ]);
    await applyRetention(inDays(59));
    expect(await counts()).toEqual([1, 1]);
    expect(await applyRetention(inDays(61))).toMatchObject({ originalDays: 1, fileDays: 0 }); // it is still a draft
    await db.contribution.update({ where: { id }, data: { status: 'withdrawn', statusAt: new Date() } });
    expect(await applyRetention(inDays(61))).toMatchObject({ originalDays: 0, fileDays: 1 });
    expect(await counts()).toEqual([0, 0]);
  });

  it('the words of mails that were sent go, and that they were sent stays', async () => {
    const { reference } = await published(eastWestSubmission());
    const contributionId = await idOf(reference);
    const sent = await db.mail.findFirstOrThrow({ where: { contributionId }, orderBy: { createdAt: 'asc' } });
    await db.mail.update({ where: { id: sent.id }, data: { status: 'sent', lastError: '421 later' } });
    const waiting = await db.mail.count({ where: { status: { in: ['queued', 'draft', 'failed'] } } });
    expect(await previewMail(sent.id)).not.toBeNull();
    await setRules({ mailDays: '30' });
    expect((await applyRetention(inDays(31))).mailDays).toBeGreaterThanOrEqual(1);
    expect(await db.mail.findUniqueOrThrow({ where: { id: sent.id } })).toMatchObject({
      status: 'sent',
      payload: {},
      lastError: null,
    });
    expect(await previewMail(sent.id)).toBeNull();
    expect(await db.mail.count({ where: { status: { in: ['queued', 'draft', 'failed'] }, emptiedAt: null } })).toBe(
      waiting,
    );
  });

  it('notices to editors go', async () => {
    const { userId } = await makeEditor();
    await db.notice.create({ data: { userId, kind: 'assigned' } });
    await setRules({ noticeDays: '30' });
    expect((await applyRetention(inDays(29))).noticeDays).toBe(0);
    expect((await applyRetention(inDays(31))).noticeDays).toBeGreaterThanOrEqual(1);
    expect(await db.notice.count({ where: { userId } })).toBe(0);
  });

  it('a rule is a whole number of at least 30 days, or nothing', () => {
    const codeOf = (draftDays: string) =>
      retentionInput.safeParse({ ...NONE, draftDays, version: 0 }).error?.issues[0]?.message ?? 'accepted';
    expect(['', '30', ' 365 ', '29', '1.5', '-40', 'never'].map(codeOf)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'too_few_days',
      'not_a_number_of_days',
      'not_a_number_of_days',
      'not_a_number_of_days',
    ]);
  });
});
