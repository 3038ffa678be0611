import { beforeEach, expect, it } from 'vitest';
import { createLink, confirmAddress } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';
import { confirmContact } from '@/prisma/factories/outbox';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { askContributorAddress, readAddressState } from './contributor-address';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeEach(async () => {
  editor = await makeEditor();
});

async function submitted(about: object = {}) {
  const input = eastWestSubmission();
  const { reference } = await submit({ ...input, about: { ...input.about, ...about } });
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { reference, id };
}
const contactOf = (id: string) =>
  db.contact.findUniqueOrThrow({ where: { contributionId: id }, select: { email: true, emailConfirmedAt: true } });
const failNewest = async (id: string) => {
  const [mail] = await db.mail.findMany({ where: { contributionId: id }, orderBy: { createdAt: 'desc' }, take: 1 });
  await db.mail.update({ where: { id: mail?.id ?? '' }, data: { status: 'failed', statusAt: new Date() } });
};
const NEW = 'right.office@example.org';

it('asks at the same address again, in the name of the editor', async () => {
  const { reference, id } = await submitted();
  expect(await askContributorAddress({ editor, reference })).toEqual({ ok: true });
  expect(await db.mail.count({ where: { contributionId: id, kind: 'confirm-address' } })).toBe(2);
  expect(
    await db.auditEvent.findMany({
      where: { subjectId: id, action: 'contribution.address_asked_again' },
      select: { actorKind: true, userId: true, details: true },
    }),
  ).toEqual([{ actorKind: 'editor', userId: editor.userId, details: {} }]);
});

it('corrects an address that is not confirmed; only a link mailed to the new one confirms it', async () => {
  const { reference, id } = await submitted();
  const inAMinute = new Date(Date.now() + 60_000);
  const token = await createLink({ contributionId: id, purpose: 'confirm_email', expiresAt: inAMinute }, db);
  expect(await askContributorAddress({ editor, reference, email: NEW })).toEqual({ ok: true });
  expect(await contactOf(id)).toEqual({ email: NEW, emailConfirmedAt: null });
  expect(await confirmAddress({ token })).toEqual({ ok: false, reason: 'link_expired' });
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'contribution.address_changed' } })).toBe(1);
  expect(
    JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: id }, select: { details: true } })),
  ).not.toContain('@');
});

it('corrects a confirmed address only after a mail to it failed, and it is unconfirmed from then on', async () => {
  const { reference, id } = await submitted();
  await confirmContact(reference);
  const refused = { ok: false, reason: 'not_allowed_in_status' };
  expect(await askContributorAddress({ editor, reference, email: NEW })).toEqual(refused);
  expect(await readAddressState(reference)).toEqual({ confirmed: true, failed: false, mayCorrect: false });
  await failNewest(id);
  expect(await readAddressState(reference)).toEqual({ confirmed: true, failed: true, mayCorrect: true });
  expect(await askContributorAddress({ editor, reference, email: NEW })).toEqual({ ok: true });
  expect(await contactOf(id)).toEqual({ email: NEW, emailConfirmedAt: null });
});

it('does not let an editor enter an address for a contributor who is anonymous, but asks again', async () => {
  const { reference, id } = await submitted({ anonymous: true, show: {} });
  const before = await contactOf(id);
  expect(await askContributorAddress({ editor, reference, email: NEW })).toEqual({
    ok: false,
    reason: 'not_allowed_in_status',
  });
  expect(await askContributorAddress({ editor, reference })).toEqual({ ok: true });
  expect(await contactOf(id)).toEqual(before);
});

it('refuses an observer, the own organisation, a faulty address, and more than five questions a day', async () => {
  const { reference, id } = await submitted();
  const before = await contactOf(id);
  const observer = await makeEditor({ role: 'observer' });
  const { contact } = await db.contribution.findUniqueOrThrow({ where: { id }, select: { contact: true } });
  const colleague = await makeEditor({ organisation: contact?.affiliation ?? '' });
  expect(await askContributorAddress({ editor: observer, reference, email: NEW })).toEqual({
    ok: false,
    reason: 'forbidden',
  });
  expect(await askContributorAddress({ editor: colleague, reference, email: NEW })).toEqual({
    ok: false,
    reason: 'own_organisation',
  });
  expect(await askContributorAddress({ editor, reference, email: 'press office' })).toMatchObject({
    reason: 'invalid',
    issues: [{ path: 'email', code: 'not_an_email' }],
  });
  const results = [];
  for (let at = 0; at < 5; at += 1) results.push((await askContributorAddress({ editor, reference })).ok);
  expect(results).toEqual([true, true, true, true, false]);
  expect(await contactOf(id)).toEqual(before);
});
