import { expect, test } from 'vitest';
import { createLink } from '@/lib/contributions/links';
import { db } from '@/lib/platform/db/client';
import { confirmContact } from '@/prisma/factories/outbox';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { ask, read, signIn } from './requests';

const TOMORROW = new Date(Date.now() + 86_400_000);

test('a mailed link gives everything that is held on an address, after a click, for a day', async () => {
  const { id, reference } = await submit(eastWestSubmission());
  await confirmContact(reference);
  const token = await createLink({ contributionId: id, purpose: 'read_held', expiresAt: TOMORROW }, db);
  const page = await ask(`/en/held/${token}`);
  expect(page.status).toBe(200);
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  const asked = await page.text();
  expect(asked).toContain('Download the file');
  expect(asked).not.toContain('@example.org');

  const file = await ask(`/en/held/${token}`, { method: 'POST' });
  expect(file.status).toBe(200);
  expect(file.headers.get('cache-control')).toBe('private, no-store');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="held-\d{4}-\d\d-\d\d\.json"$/);
  const held = (await file.json()) as { address: string; contributor: { contributions: { reference: string }[] } };
  const contact = await db.contact.findUniqueOrThrow({ where: { contributionId: id }, select: { email: true } });
  expect(held.address).toBe(contact.email);
  expect(held.contributor.contributions.map((one) => one.reference)).toContain(reference);

  await db.accessLink.updateMany({ where: { contributionId: id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  for (const method of ['GET', 'POST']) expect((await ask(`/en/held/${token}`, { method })).status).toBe(404);
  expect((await ask('/en/held/unknown')).status).toBe(404);
});

test('a link with all rights to one contribution does not open what is held on its address', async () => {
  const { id, reference } = await submit(eastWestSubmission());
  await confirmContact(reference);
  const token = await createLink({ contributionId: id, purpose: 'manage' }, db);
  expect((await ask(`/en/held/${token}`, { method: 'POST' })).status).toBe(404);
});

test('a person at the desk gets what is stored of them, and no other person gets it', async () => {
  const held = JSON.parse(await read('/desk/you/held', { headers: await signIn() })) as { desk: { users: unknown[] } };
  expect(held.desk.users).toHaveLength(1);
  expect((await ask('/desk/you/held')).status).toBe(401);
});
