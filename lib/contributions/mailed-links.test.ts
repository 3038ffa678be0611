import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { composeMail } from '@/lib/notifications/compose';
import { createLinkForMail } from '@/lib/notifications/delivery-attempt';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { makeDraft } from '@/prisma/factories/drafts';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { eraseContact } from './erasure';
import { confirmAddress, createLink } from './links';
import { mailDraftLink, mailOwnLinks, mailSentLink, readDraftAddress } from './mailed-links';
import { submitContribution } from './submission';
import { submit } from '@/prisma/factories/submissions';
import { withdrawContribution } from './withdrawal';

useTestDatabase();

const TOMORROW = new Date(Date.now() + 86_400_000);
const ask = (contributionId: string, email: unknown) => mailDraftLink({ contributionId, email, locale: 'en' });
const kindsOf = async (contributionId: string) =>
  (await db.mail.findMany({ where: { contributionId }, orderBy: [{ kind: 'asc' }], select: { kind: true } })).map(
    ({ kind }) => kind,
  );

/** Confirms the address as its owner does, with the link of the mail. */
async function confirm(contributionId: string) {
  const token = await createLink({ contributionId, purpose: 'confirm_email', expiresAt: TOMORROW }, db);
  expect(await confirmAddress({ token })).toEqual({ ok: true });
}

async function stateOf(contributionId: string) {
  const { id } = await db.mail.findFirstOrThrow({ where: { contributionId, kind: 'private-links' } });
  return (await findMailToSend(id))?.recipient.state;
}

describe('the private link of a draft by mail', () => {
  let draft: string;
  beforeAll(async () => {
    ({ id: draft } = await makeDraft());
    expect(await ask(draft, ' Office@Example.org ')).toEqual({ ok: true, sent: false });
  });

  it('waits until the address is confirmed, and is then a link with all rights', async () => {
    expect(await kindsOf(draft)).toEqual(['confirm-address', 'private-links']);
    expect(await readDraftAddress(draft)).toEqual({ address: 'office@example.org', confirmed: false, reminded: false });
    expect(await stateOf(draft)).toBe('unconfirmed');
    await confirm(draft);
    expect(await stateOf(draft)).toBe('ready');
    const mail = await db.mail.findFirstOrThrow({ where: { contributionId: draft, kind: 'private-links' } });
    const made: string[] = [];
    const composed = await composeMail({ ...mail, locale: 'en' }, async (purpose, id = '') => {
      made.push(`${purpose} ${id}`);
      return `https://forum.example/en/link/${await createLinkForMail(id, purpose)}`;
    });
    expect(made).toEqual([`manage ${draft}`, `read_held ${draft}`]);
    expect(composed.empty).toBe(false);
    expect(composed.text).toContain('Draft for');
  });

  it('leaves at once to the confirmed address, and waits again for another one', async () => {
    await db.mail.updateMany({ where: { contributionId: draft }, data: { status: 'sent' } });
    expect(await ask(draft, 'office@example.org')).toEqual({ ok: true, sent: true });
    expect(await kindsOf(draft)).toEqual(['confirm-address', 'private-links', 'private-links']);
    const former = await createLink({ contributionId: draft, purpose: 'confirm_email', expiresAt: TOMORROW }, db);
    expect(await ask(draft, 'other@example.org')).toEqual({ ok: true, sent: false });
    expect(await readDraftAddress(draft)).toEqual({ address: 'other@example.org', confirmed: false, reminded: false });
    expect(await confirmAddress({ token: former })).toEqual({ ok: false, reason: 'link_expired' });
  });

  it.each([
    ['nothing', ' ', 'required'],
    ['no address', 'office', 'not_an_email'],
  ])('is not sent to %s', async (_, email, code) => {
    expect(await ask(draft, email)).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [expect.objectContaining({ path: 'email', code })],
    });
  });

  it('is refused for a draft that has caused five confirmations within a day', async () => {
    const { id } = await makeDraft();
    for (let time = 0; time < 5; time += 1) expect((await ask(id, `office-${time}@example.org`)).ok).toBe(true);
    expect(await ask(id, 'office-9@example.org')).toEqual({ ok: false, reason: 'too_many_questions' });
    expect(await readDraftAddress(id)).toMatchObject({ address: 'office-4@example.org' });
  });

  it('stores no address in the mails or in the audit log', async () => {
    const [mails, events] = [
      await db.mail.findMany({ where: { contributionId: draft } }),
      await db.auditEvent.findMany({ where: { subjectId: draft } }),
    ];
    expect(mails.length * events.length).toBeGreaterThan(0);
    expect(
      JSON.stringify([mails, events], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/@example/);
  });
});

describe('the address of a draft', () => {
  async function confirmedDraft(email: string) {
    const { id } = await makeDraft();
    await ask(id, email);
    await confirm(id);
    return id;
  }
  const submitWith = (draftId: string, email: string) => {
    const input = { answers: { comments: email }, about: { attribution: 'anonymous', email }, consent: true };
    return submitContribution({ callSlug: '2020', input, draftId });
  };

  it('stays confirmed when the contribution is sent with it', async () => {
    const id = await confirmedDraft('same@example.org');
    expect(await submitWith(id, 'same@example.org')).toMatchObject({ ok: true });
    expect(await db.contact.findUnique({ where: { contributionId: id } })).toMatchObject({
      email: 'same@example.org',
      emailConfirmedAt: expect.any(Date),
    });
    expect(await kindsOf(id)).toEqual(['confirm-address', 'contribution-received', 'private-links']);
  });

  it('gives way to the address that the contribution is sent with, which has to be confirmed', async () => {
    const id = await confirmedDraft('first@example.org');
    expect(await submitWith(id, 'second@example.org')).toMatchObject({ ok: true });
    expect(await db.contact.findUnique({ where: { contributionId: id } })).toMatchObject({
      email: 'second@example.org',
      emailConfirmedAt: null,
    });
    expect(await kindsOf(id)).toEqual(['confirm-address', 'confirm-address', 'contribution-received', 'private-links']);
  });

  it('is erased with the draft, and no mail waits for it', async () => {
    const { id } = await makeDraft();
    await ask(id, 'gone@example.org');
    expect(await withdrawContribution({ contributionId: id })).toEqual({ ok: true });
    expect(await db.contact.count({ where: { contributionId: id } })).toBe(0);
    expect(await kindsOf(id)).toEqual([]);
  });

  it('is erased on its own, too', async () => {
    const id = await confirmedDraft('erased@example.org');
    expect(await eraseContact({ contributionId: id, alsoPublic: false })).toEqual({ ok: true });
    expect(await readDraftAddress(id)).toBeNull();
    expect(await db.contact.count({ where: { email: 'erased@example.org' } })).toBe(0);
  });
});

describe('the private links of an address', () => {
  const asked = (email: string, reference = '') => mailOwnLinks({ email, reference, locale: 'en' });
  async function sentBy(email: string, confirmed: boolean) {
    const { id, reference } = await submit({
      answers: { comments: `${email} ${Math.random()}` },
      about: { email },
      consent: true,
    });
    if (confirmed) await db.contact.update({ where: { contributionId: id }, data: { emailConfirmedAt: new Date() } });
    return { id, reference };
  }
  const linksMailed = async (contributionId: string) =>
    (await db.mail.findMany({ where: { contributionId, kind: 'private-links' }, select: { payload: true } })).map(
      ({ payload }) => payload,
    );

  it('go in one mail for all that the address is confirmed for, drafts too, and not for what was withdrawn', async () => {
    const email = 'all@example.org';
    const first = await sentBy(email, true);
    const gone = await sentBy(email, true);
    await withdrawContribution({ contributionId: gone.id });
    const { id: draft } = await makeDraft();
    await ask(draft, email);
    await confirm(draft);
    await db.mail.updateMany({ where: { contributionId: draft }, data: { status: 'sent' } });
    expect(await asked('All@Example.org')).toEqual({ ok: true });
    const mailed = [...(await linksMailed(first.id)), ...(await linksMailed(draft))];
    expect(mailed.map((payload) => new Set((payload as { contributions: string[] }).contributions))).toContainEqual(
      new Set([draft, first.id]),
    );
    expect(await linksMailed(gone.id)).toEqual([]);
  });

  it('can be asked for one reference, in any case of letters', async () => {
    const email = 'one@example.org';
    const [one, other] = [await sentBy(email, true), await sentBy(email, true)];
    expect(await asked(email, ` ${one.reference.toLowerCase()} `)).toEqual({ ok: true });
    expect(await linksMailed(one.id)).toEqual([{ contributions: [one.id] }]);
    expect(await linksMailed(other.id)).toEqual([]);
  });

  it('wait for a confirmation where the address was never confirmed, also if it is for another contribution', async () => {
    const email = 'half@example.org';
    const [sure, unsure] = [await sentBy(email, true), await sentBy(email, false)];
    const before = (await kindsOf(unsure.id)).filter((kind) => kind === 'confirm-address').length;
    expect(await asked(email)).toEqual({ ok: true });
    expect(await linksMailed(sure.id)).toEqual([{ contributions: [sure.id] }]);
    expect(await linksMailed(unsure.id)).toEqual([{ contributions: [unsure.id] }]);
    expect((await kindsOf(unsure.id)).filter((kind) => kind === 'confirm-address')).toHaveLength(before + 1);
    expect(await stateOf(unsure.id)).toBe('unconfirmed');
  });

  it('are not mailed, with the same answer, for an unknown address, a wrong reference or another address', async () => {
    const { id, reference } = await sentBy('known@example.org', true);
    const before = await db.mail.count();
    expect(await asked('unknown@example.org')).toEqual({ ok: true });
    expect(await asked('unknown@example.org', reference)).toEqual({ ok: true });
    expect(await asked('known@example.org', 'BPF-1999-001')).toEqual({ ok: true });
    expect(await asked('known@example.org', 'anything at all')).toEqual({ ok: true });
    expect(await db.mail.count()).toBe(before);
    expect(await linksMailed(id)).toEqual([]);
  });

  it('are mailed five times a day at most, with the same answer', async () => {
    const { id } = await sentBy('often@example.org', true);
    for (let time = 0; time < 7; time += 1) {
      expect(
        await mailOwnLinks({
          email: 'often@example.org',
          reference: '',
          locale: 'en',
          now: new Date(Date.now() + time),
        }),
      ).toEqual({ ok: true });
      await db.mail.updateMany({ where: { contributionId: id }, data: { status: 'sent' } });
    }
    expect(await linksMailed(id)).toHaveLength(5);
  });

  it('of a contribution whose address changed meanwhile are left out when the mail leaves', async () => {
    const email = 'moved@example.org';
    const [stays, moves] = [await sentBy(email, true), await sentBy(email, true)];
    await asked(email);
    await db.contact.update({ where: { contributionId: moves.id }, data: { email: 'elsewhere@example.org' } });
    const mail = await db.mail.findFirstOrThrow({
      where: { kind: 'private-links', contributionId: { in: [stays.id, moves.id] } },
    });
    const made: string[] = [];
    await composeMail({ ...mail, contributionId: stays.id, locale: 'en' }, (purpose, id = '') => {
      made.push(`${purpose} ${id}`);
      return Promise.resolve('https://forum.example/en/link/1');
    });
    expect(made).toEqual([`manage ${stays.id}`, `read_held ${stays.id}`]);
  });

  it('are mailed from the status page to the confirmed address, and to no other', async () => {
    const [sure, unsure] = [await sentBy('sure@example.org', true), await sentBy('unsure@example.org', false)];
    expect(await mailSentLink({ contributionId: sure.id, locale: 'en' })).toEqual({ ok: true });
    expect(await linksMailed(sure.id)).toEqual([{ contributions: [sure.id] }]);
    expect(await mailSentLink({ contributionId: unsure.id, locale: 'en' })).toEqual({ ok: false, reason: 'not_found' });
    expect(await linksMailed(unsure.id)).toEqual([]);
  });
});
