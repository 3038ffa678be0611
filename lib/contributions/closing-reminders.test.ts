import { describe, expect, it } from 'vitest';
import { composeMail } from '@/lib/notifications/compose';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { db } from '@/lib/platform/db/client';
import { makeCall } from '@/prisma/factories/calls';
import { makeDraft } from '@/prisma/factories/drafts';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { queueClosingReminders, stopReminders } from './closing-reminders';
import { REMINDER_DAYS } from './constants';
import { withdrawContribution } from './withdrawal';
import { createLink } from './links';
import { eraseContact } from './erasure';
import { mailDraftLink, readDraftAddress } from './mailed-links';
import { submitContribution } from './submission';

useTestDatabase();

const DAY = 86_400_000;
const inDays = (days: number, from = Date.now()) => new Date(from + days * DAY);

const remindersOf = (contributionId: string) =>
  db.mail.findMany({ where: { contributionId, kind: 'closing-reminder' }, orderBy: { createdAt: 'asc' } });

/** A draft to a call that closes in thirty days, whose contributor asked for a reminder. */
async function askedFor({ confirmed = true, remind = true, closesAt = inDays(30) } = {}) {
  const { slug } = await makeCall('open');
  const draft = await makeDraft({ call: slug });
  await move(slug, closesAt);
  expect(
    await mailDraftLink({ contributionId: draft.id, email: 'office@example.org', locale: 'en', remind }),
  ).toMatchObject({ ok: true });
  if (confirmed)
    await db.contact.update({ where: { contributionId: draft.id }, data: { emailConfirmedAt: new Date() } });
  return { ...draft, slug };
}

/** Composes the newest reminder as if it left now. */
async function compose(contributionId: string) {
  const mail = await findMailToSend((await remindersOf(contributionId)).at(-1)?.id ?? '');
  if (!mail) throw new Error('there is no reminder');
  return composeMail(mail, () => Promise.resolve('https://forum.example/en/link/abc'));
}
const move = (slug: string, closesAt: Date) => db.call.update({ where: { slug }, data: { closesAt } });

describe('the reminder before the closing', () => {
  it('is one mail for several workers at the same time, some days before, with the deadline and two links', async () => {
    const { id, slug } = await askedFor();
    expect(await queueClosingReminders(inDays(30 - REMINDER_DAYS - 1))).toBe(0);
    const due = inDays(30 - REMINDER_DAYS + 1);
    const queued = await Promise.all(Array.from({ length: 4 }, () => queueClosingReminders(due)));
    expect(queued.filter((count) => count > 0)).toEqual([1]);
    expect(await queueClosingReminders(inDays(29))).toBe(0);
    expect(await remindersOf(id)).toHaveLength(1);
    const { empty, text } = await compose(id);
    expect(empty).toBe(false);
    expect(text).toContain('https://forum.example/en/link/abc?stop=reminder');
    const { closesAt } = await db.call.findUniqueOrThrow({ where: { slug }, select: { closesAt: true } });
    expect(text).toContain(
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Africa/Nairobi' }).format(closesAt ?? 0),
    );
  });

  it('moves with the deadline: nothing leaves for the former one, and the new one has its own', async () => {
    const { id, slug } = await askedFor({ closesAt: inDays(3) });
    expect(await queueClosingReminders()).toBe(1);
    expect((await compose(id)).empty).toBe(false);
    await move(slug, inDays(60));
    expect((await compose(id)).empty).toBe(true);
    expect(await queueClosingReminders()).toBe(0);
    expect(await queueClosingReminders(inDays(58))).toBe(1);
    expect((await compose(id)).empty).toBe(false);
  });

  it.each([
    ['was not asked for', { remind: false }],
    ['goes to an address that is not confirmed', { confirmed: false }],
    ['is past the closing', { closesAt: inDays(-0.5) }],
  ])('is not queued where it %s', async (_, how) => {
    const { id } = await askedFor({ closesAt: inDays(3), ...how });
    await queueClosingReminders();
    expect(await remindersOf(id)).toEqual([]);
  });

  it('is not queued for the standing call, nor for one that is hidden', async () => {
    const draft = await makeDraft({ call: 'open' });
    await mailDraftLink({ contributionId: draft.id, email: 'office@example.org', locale: 'en', remind: true });
    const hidden = await askedFor({ closesAt: inDays(3) });
    await db.contact.updateMany({ data: { emailConfirmedAt: new Date() } });
    await db.call.update({ where: { slug: hidden.slug }, data: { published: false } });
    await queueClosingReminders();
    expect([await remindersOf(draft.id), await remindersOf(hidden.id)]).toEqual([[], []]);
  });

  it('says nothing once it is stopped with the link of the mail, which no other link can', async () => {
    const { id, token } = await askedFor({ closesAt: inDays(3) });
    const comment = await createLink({ contributionId: id, purpose: 'comment' }, db);
    expect(await stopReminders({ token: comment })).toEqual({ ok: false, reason: 'unknown_link' });
    expect(await queueClosingReminders()).toBe(1);
    for (const _ of ['at first', 'again']) expect(await stopReminders({ token })).toEqual({ ok: true });
    expect((await compose(id)).empty).toBe(true);
    expect(await readDraftAddress(id)).toMatchObject({ reminded: false });
    expect(await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.reminder_stopped' } })).toBe(1);
  });

  it('is asked for anew each time the link is, and only as it was said last', async () => {
    const { id } = await askedFor({ closesAt: inDays(3) });
    expect(await readDraftAddress(id)).toMatchObject({ reminded: true });
    await mailDraftLink({ contributionId: id, email: 'office@example.org', locale: 'en' });
    expect(await queueClosingReminders()).toBe(0);
  });

  it('goes with the submission, the withdrawal and the erasure', async () => {
    const [sent, withdrawn, erased] = [
      await askedFor({ closesAt: inDays(3) }),
      await askedFor({ closesAt: inDays(3) }),
      await askedFor({ closesAt: inDays(3) }),
    ];
    expect(await queueClosingReminders()).toBe(3);
    const input = {
      answers: { gaps: 'A gap' },
      about: { attribution: 'anonymous', email: 'office@example.org' },
      consent: true,
    };
    expect(await submitContribution({ callSlug: sent.slug, input, draftId: sent.id })).toMatchObject({ ok: true });
    expect((await compose(sent.id)).empty).toBe(true);
    expect(await db.contact.findUnique({ where: { contributionId: sent.id } })).toMatchObject({ remindIn: null });
    const unnamed = await askedFor({ closesAt: inDays(3) });
    const nameless = { ...input, about: { attribution: 'anonymous' } };
    expect(await submitContribution({ callSlug: unnamed.slug, input: nameless, draftId: unnamed.id })).toMatchObject({
      ok: true,
    });
    expect(await db.contact.findUnique({ where: { contributionId: unnamed.id } })).toBeNull();
    expect(await withdrawContribution({ contributionId: withdrawn.id })).toEqual({ ok: true });
    expect(await remindersOf(withdrawn.id)).toEqual([]);
    expect(await db.contact.findUnique({ where: { contributionId: withdrawn.id } })).toBeNull();
    expect(await eraseContact({ contributionId: erased.id, alsoPublic: false })).toEqual({ ok: true });
    expect(await db.contact.findUnique({ where: { contributionId: erased.id } })).toMatchObject({ remindIn: null });
    expect((await findMailToSend((await remindersOf(erased.id))[0]?.id ?? ''))?.recipient).toEqual({ state: 'gone' });
    expect(await queueClosingReminders()).toBe(0);
  });
});
