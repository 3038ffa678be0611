import { expect, it } from 'vitest';
import { composeMail } from '@/lib/notifications/compose';
import { createLinkForMail } from '@/lib/notifications/delivery-attempt';
import { findMailToSend } from '@/lib/notifications/mail-data';
import { db } from '@/lib/platform/db/client';
import { makeDraft } from '@/prisma/factories/drafts';
import { makeSignOff, signedText } from '@/prisma/factories/sign-offs';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { confirmAddress, createLink, findHeldLink, listLinks } from './links';
import { mailDraftLink } from './mailed-links';
import { countApprovals, listSignOffs } from './sign-offs';

useTestDatabase();

const newestOf = async (contributionId: string, kind: string) =>
  (await db.mail.findFirst({ where: { contributionId, kind }, orderBy: { createdAt: 'desc' } }))?.id ?? '';
const countOf = (contributionId: string, kind: string) => db.mail.count({ where: { contributionId, kind } });

async function confirm(contributionId: string) {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const token = await createLink({ contributionId, purpose: 'confirm_email', expiresAt }, db);
  expect(await confirmAddress({ token })).toEqual({ ok: true });
}

it('a draft that is approved and mailed keeps both: approvals, their links, and a link with all rights', async () => {
  const { id } = await makeDraft({ sections: { gaps: { text: 'A gap.' } } });
  const version = signedText().version;
  // No mail about an approval goes out before an address is confirmed.
  await makeSignOff(id, { name: 'The Director' });
  await mailDraftLink({ contributionId: id, email: 'office@example.org', locale: 'en' });
  const second = await makeSignOff(id, { name: 'The Minister' });
  expect(await countOf(id, 'colleagues-answered')).toBe(0);

  await confirm(id);
  const mail = await findMailToSend(await newestOf(id, 'private-links'));
  if (!mail) throw new Error('the link is not mailed');
  let token = '';
  const { text, html } = await composeMail(mail, async (purpose, of = '') => {
    const made = await createLinkForMail(of, purpose);
    if (purpose === 'manage') token = made;
    return `https://forum.example/en/link/${made}`;
  });
  expect(`${text}${html}`).not.toMatch(/Director|Minister/);
  expect(await findHeldLink({ token })).toMatchObject({ link: { purpose: 'manage' }, contribution: { id } });
  expect(await countApprovals({ contributionId: id, version })).toBe(2);
  expect((await listLinks(id)).filter(({ purpose }) => purpose === 'approve')).toHaveLength(2);

  // The approver's link is still one to approve, and from now on the address gets a mail about each answer.
  await makeSignOff(id, { linkId: second, name: 'The Minister', outcome: 'changes_asked', text: 'Shorter, please.' });
  expect(await countApprovals({ contributionId: id, version })).toBe(1);
  const told = await findMailToSend(await newestOf(id, 'colleagues-answered'));
  expect(told?.recipient).toEqual({ state: 'ready', address: 'office@example.org' });

  // Another address has to be confirmed first; what colleagues said stays.
  await db.mail.updateMany({ where: { contributionId: id }, data: { status: 'sent' } });
  await mailDraftLink({ contributionId: id, email: 'other@example.org', locale: 'en' });
  await makeSignOff(id, { name: 'The Secretary' });
  expect(await countOf(id, 'colleagues-answered')).toBe(1);
  expect(await listSignOffs(id)).toHaveLength(3);
});
