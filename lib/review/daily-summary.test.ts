import { beforeEach, expect, it } from 'vitest';
import { composeMail } from '@/lib/notifications/compose';
import { queueDigests } from '@/lib/notifications/digests';
import { setNotify } from '@/lib/notifications/notices';
import { db } from '@/lib/platform/db/client';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import type { DeskRole } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { withdrawApproval } from './approvals/answer-approval';
import { assignContribution } from './assignment/assignment';
import { readDailySummary } from './daily-summary';
import { retireAgreement } from './retirement';

useTestDatabase();

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** As if everything had been sent a month ago. */
const ageContributions = () =>
  db.contribution.updateMany({
    where: { submittedAt: { not: null } },
    data: { submittedAt: new Date(Date.now() - 30 * DAY) },
  });

// What earlier tests left is neither new nor waiting, and no call closes soon.
beforeEach(async () => {
  await db.user.updateMany({ data: { notify: 'none', dailySummary: false } });
  await db.contribution.updateMany({ data: { assigneeId: null, assignedAt: null } });
  await ageContributions();
});

async function reader({ role = 'editor' }: { role?: DeskRole } = {}) {
  const person = await makeEditor({ role });
  await setNotify({ userId: person.userId, notify: 'none', summary: true });
  return person;
}
const digest = (now = new Date()) => queueDigests(readDailySummary, now);
const mailsTo = (userId: string) =>
  db.mail.findMany({ where: { userId, kind: 'desk-notices' }, orderBy: { createdAt: 'asc' } });
async function newestTo(userId: string) {
  const mail = (await mailsTo(userId)).at(-1);
  if (!mail) throw new Error('There is no mail');
  return composeMail({ ...mail, locale: 'en' }, () => Promise.reject(new Error('no private link goes to an editor')));
}
const inDays = (days: number) => new Date(Date.now() + days * DAY);

it('makes no mail where there is nothing to say, nor for those who do not want it', async () => {
  const [wants, other] = [await reader(), await makeEditor()];
  expect(await digest()).toBe(0);
  await submit(eastWestSubmission());
  expect(await digest()).toBe(1);
  expect([(await mailsTo(wants.userId)).length, (await mailsTo(other.userId)).length]).toEqual([1, 0]);
});

it('names what came since the last one, once, and no contact detail', async () => {
  const { userId } = await reader();
  const first = await submit(eastWestSubmission());
  expect(await digest()).toBe(1);
  const mail = await newestTo(userId);
  expect(mail.subject).toBe('The desk today: one new contribution');
  expect(mail.text).toContain(`/desk/contributions/${first.reference}`);
  for (const detail of ['programme.office', 'EastWest', 'Programme office', '@'])
    expect(JSON.stringify([mail.subject, mail.text])).not.toContain(detail);
  expect(await digest()).toBe(0);
  const next = await submit(eastWestSubmission());
  expect(await digest(new Date(Date.now() + DAY))).toBe(1);
  const { text } = await newestTo(userId);
  expect([text.includes(first.reference), text.includes(next.reference)]).toEqual([false, true]);
});

it('names what waits for the editor, every day until it is done', async () => {
  const editor = await reader();
  const { reference } = await submit(eastWestSubmission());
  await db.contribution.update({ where: { reference }, data: { submittedAt: new Date(Date.now() - 5 * DAY) } });
  expect(await digest()).toBe(0);
  expect(await assignContribution({ editor, reference, from: null, to: editor.userId })).toMatchObject({ ok: true });
  for (const day of [0, 1]) expect(await digest(inDays(day))).toBe(1);
  expect((await newestTo(editor.userId)).subject).toBe('The desk today: one contribution waits for you');
  await db.contribution.update({ where: { reference }, data: { status: 'declined', statusReason: 'Sent twice.' } });
  expect(await digest(inDays(2))).toBe(0);
});

it('counts the approvals that the editor may answer: not their own, and none for observers', async () => {
  const [asker, second, observer] = [await reader(), await reader(), await reader({ role: 'observer' })];
  await db.reviewRule.upsert({
    where: { action: 'retire' },
    update: { secondEditor: true },
    create: { action: 'retire', secondEditor: true },
  });
  const { slug } = await makeAgreement();
  await ageContributions(); // it came by one
  expect(
    await retireAgreement({ editor: asker, agreement: slug, reason: 'It was merged into another one.' }),
  ).toMatchObject({
    ok: true,
  });
  expect(await digest()).toBe(1);
  expect((await newestTo(second.userId)).subject).toBe('The desk today: one approval waits for you');
  expect([await mailsTo(asker.userId), await mailsTo(observer.userId)]).toEqual([[], []]);
  const { id } = await db.approval.findFirstOrThrow({ where: { status: 'waiting' }, select: { id: true } });
  expect(await withdrawApproval({ editor: asker, id })).toEqual({ ok: true });
  expect(await digest(inDays(1))).toBe(0);
});

it('says the days that a call has left, and is a mail of its own in the last week only', async () => {
  const { userId } = await reader();
  const { id, closesAt } = await db.call.findUniqueOrThrow({ where: { slug: '2020' } });
  const closeIn = (days: number) =>
    db.call.update({ where: { id }, data: { closesAt: new Date(Date.now() + days * DAY + HOUR) } });
  await closeIn(12);
  expect(await digest()).toBe(0);
  await closeIn(5);
  expect(await digest()).toBe(1);
  const { subject, text } = await newestTo(userId);
  expect(subject).toBe('The desk today: one call closes soon');
  expect(text).toMatch(/5 days left, until \d+ \w+ \d{4}/);
  await db.call.update({ where: { id }, data: { closesAt } });
});

it('is one mail for a person and a day, also with several workers, and with the notices of the day in it', async () => {
  const people = await Promise.all(Array.from({ length: 3 }, () => reader()));
  const [first] = people;
  await setNotify({ userId: first?.userId ?? '', notify: 'daily', summary: true });
  const { reference } = await submit(eastWestSubmission());
  const { id: contributionId } = await db.contribution.findUniqueOrThrow({
    where: { reference },
    select: { id: true },
  });
  await db.notice.create({ data: { userId: first?.userId ?? '', kind: 'mentioned', contributionId } });
  const made = await Promise.all(Array.from({ length: 4 }, () => digest()));
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(people.length);
  for (const { userId } of people) expect(await mailsTo(userId)).toHaveLength(1);
  expect((await newestTo(first?.userId ?? '')).subject).toBe('The desk today: one notice, one new contribution');
});
