import { beforeAll, describe, expect, it } from 'vitest';
import { confirmAddress, createLink } from './links';
import { db } from '@/lib/platform/db/client';
import { eraseContact } from './erasure';
import { confirmContact } from '@/prisma/factories/outbox';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { askAddressAgain } from './address';
import { readUnconfirmedAddress } from './address';

useTestDatabase();

let contributionId: string;
let reference: string;
beforeAll(async () => {
  ({ id: contributionId, reference } = await submitted());
});

async function submitted() {
  const { reference: name } = await submit(eastWestSubmission());
  return db.contribution
    .findUniqueOrThrow({ where: { reference: name }, select: { id: true, reference: true } })
    .then(({ id }) => ({ id, reference: name }));
}
const questions = (id: string) => db.mail.count({ where: { contributionId: id, kind: 'confirm-address' } });
const addressOf = async (id: string) =>
  (await db.contact.findUniqueOrThrow({ where: { contributionId: id }, select: { email: true } })).email;

describe('an address that is not confirmed', () => {
  it('is asked again, in a further mail', async () => {
    expect(await askAddressAgain({ contributionId, locale: 'en' })).toEqual({ ok: true });
    expect(await questions(contributionId)).toBe(2);
    expect(
      await db.auditEvent.count({ where: { subjectId: contributionId, action: 'contribution.address_asked_again' } }),
    ).toBe(1);
  });

  it('is changed, and a link mailed to the former one confirms nothing', async () => {
    const token = await createLink(
      { contributionId, purpose: 'confirm_email', expiresAt: new Date(Date.now() + 60_000) },
      db,
    );
    expect(await askAddressAgain({ contributionId, email: ' Press.Office@example.org ', locale: 'en' })).toEqual({
      ok: true,
    });
    expect(await readUnconfirmedAddress(contributionId)).toEqual({
      address: 'press.office@example.org',
      refused: false,
    });
    expect(await confirmAddress({ token })).toEqual({ ok: false, reason: 'link_expired' });
    expect(await questions(contributionId)).toBe(3);
  });

  it.each([
    ['nothing', ' ', 'required'],
    ['no address', 'press office', 'not_an_email'],
  ])('is not replaced by %s', async (_, email, code) => {
    expect(await askAddressAgain({ contributionId, email, locale: 'en' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'email', code }],
    });
    expect(await addressOf(contributionId)).toBe('press.office@example.org');
  });

  it('says where its mail server refused the question for good', async () => {
    await db.mail.updateMany({ where: { contributionId, kind: 'confirm-address' }, data: { status: 'failed' } });
    expect(await readUnconfirmedAddress(contributionId)).toEqual({
      address: 'press.office@example.org',
      refused: true,
    });
  });

  it('is asked five times in a day at most, for any address', async () => {
    const { id } = await submitted();
    const now = new Date();
    const results = [];
    for (const n of [1, 2, 3, 4, 5])
      results.push(
        await askAddressAgain({
          contributionId: id,
          email: `office.${n}@example.org`,
          locale: 'en',
          now: new Date(now.getTime() + n),
        }),
      );
    expect(results).toEqual([
      ...Array.from({ length: 4 }, () => ({ ok: true })),
      { ok: false, reason: 'too_many_questions' },
    ]);
    expect(await addressOf(id)).toBe('office.4@example.org');
    expect(
      await askAddressAgain({ contributionId: id, locale: 'en', now: new Date(now.getTime() + 2 * 86_400_000) }),
    ).toEqual({ ok: true });
  });
});

it('an address that is confirmed is not asked again, but another one can take its place; an erased one stays erased', async () => {
  await confirmContact(reference);
  expect(await readUnconfirmedAddress(contributionId)).toBeNull();
  for (const email of [undefined, 'press.office@example.org'])
    expect(await askAddressAgain({ contributionId, email, locale: 'en' })).toEqual({ ok: false, reason: 'not_found' });
  await db.mail.deleteMany({ where: { contributionId } });
  expect(await askAddressAgain({ contributionId, email: 'other@example.org', locale: 'en' })).toEqual({ ok: true });
  expect(await readUnconfirmedAddress(contributionId)).toMatchObject({ address: 'other@example.org' });
  await eraseContact({ contributionId, alsoPublic: false });
  expect(await askAddressAgain({ contributionId, locale: 'en' })).toEqual({ ok: false, reason: 'not_found' });
});
