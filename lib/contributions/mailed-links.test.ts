import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { composeMail } from '@/lib/notifications/compose';
import { createLinkForMail } from '@/lib/notifications/delivery-attempt';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { makeDraft } from '@/prisma/factories/drafts';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { eraseContact } from './erasure';
import { confirmAddress, createLink } from './links';
import { mailDraftLink, readDraftAddress } from './mailed-links';
import { submitContribution } from './submission';
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
    expect(await readDraftAddress(draft)).toEqual({ address: 'office@example.org', confirmed: false });
    expect(await stateOf(draft)).toBe('unconfirmed');
    await confirm(draft);
    expect(await stateOf(draft)).toBe('ready');
    const mail = await db.mail.findFirstOrThrow({ where: { contributionId: draft, kind: 'private-links' } });
    const made: string[] = [];
    const composed = await composeMail({ ...mail, locale: 'en' }, async (purpose, id = '') => {
      made.push(id);
      return `https://forum.example/en/link/${await createLinkForMail(id, purpose)}`;
    });
    expect(made).toEqual([draft]);
    expect(composed.empty).toBe(false);
    expect(composed.text).toContain('Draft for');
  });

  it('leaves at once to the confirmed address, and waits again for another one', async () => {
    await db.mail.updateMany({ where: { contributionId: draft }, data: { status: 'sent' } });
    expect(await ask(draft, 'office@example.org')).toEqual({ ok: true, sent: true });
    expect(await kindsOf(draft)).toEqual(['confirm-address', 'private-links', 'private-links']);
    const former = await createLink({ contributionId: draft, purpose: 'confirm_email', expiresAt: TOMORROW }, db);
    expect(await ask(draft, 'other@example.org')).toEqual({ ok: true, sent: false });
    expect(await readDraftAddress(draft)).toEqual({ address: 'other@example.org', confirmed: false });
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
