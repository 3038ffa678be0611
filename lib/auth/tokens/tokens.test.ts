import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { createToken, findActorByToken, revokeToken } from './mutations';
import { listTokens } from './queries';

useTestDatabase();

async function tokenOf(actor: Awaited<ReturnType<typeof makeEditor>>) {
  const made = await createToken(actor, { name: 'Script', days: '90' });
  if (!made.ok) throw new Error(made.reason);
  return made;
}

it('acts as its maker, is stored as a hash, and is listed without its secret', async () => {
  const editor = await makeEditor({ organisation: 'Secretariat' });
  const { id, token } = await tokenOf(editor);
  expect(token).toMatch(/^bpf_[\w-]{43}$/);
  const { userId, email, name, role, organisation } = editor;
  expect(await findActorByToken(`Bearer ${token}`)).toEqual({ userId, email, name, role, organisation });
  const [row] = await listTokens(userId);
  expect(row).toMatchObject({ id, name: 'Script', revokedAt: null });
  expect(Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(90);
  expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(token.slice(4));
});

it('remembers its use, at most once a minute', async () => {
  const { id, token } = await tokenOf(await makeEditor());
  const lastUsed = async () => (await db.apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
  await findActorByToken(`Bearer ${token}`);
  const first = await lastUsed();
  await findActorByToken(`Bearer ${token}`);
  expect(first).toBeInstanceOf(Date);
  expect(await lastUsed()).toEqual(first);
  await db.apiToken.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } });
  await findActorByToken(`Bearer ${token}`);
  expect((await lastUsed())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
});

it('ends when it is revoked, by its maker only', async () => {
  const [maker, other] = [await makeEditor(), await makeEditor()];
  const { id, token } = await tokenOf(maker);
  expect(await revokeToken(other, id)).toEqual({ ok: false, reason: 'not_found' });
  expect((await findActorByToken(`Bearer ${token}`))?.userId).toBe(maker.userId);
  expect(await revokeToken(maker, id)).toEqual({ ok: true });
  expect(await revokeToken(maker, id)).toEqual({ ok: false, reason: 'already_in_status' });
  expect(await findActorByToken(`Bearer ${token}`)).toBeNull();
});

it('ends with its time and with its maker’s account', async () => {
  const maker = await makeEditor();
  const [expired, cutOff] = [await tokenOf(maker), await tokenOf(maker)];
  await db.apiToken.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await findActorByToken(`Bearer ${expired.token}`)).toBeNull();
  await db.user.update({ where: { id: maker.userId }, data: { deactivatedAt: new Date() } });
  expect(await findActorByToken(`Bearer ${cutOff.token}`)).toBeNull();
});

it.each([null, '', 'Bearer', 'Bearer bpf_short', 'Basic Ym9iOmJvYg=='])('%j is nobody', async (header) => {
  expect(await findActorByToken(header)).toBeNull();
});

it.each([
  [{ name: '', days: '90' }, 'name', 'required'],
  [{ name: 'x'.repeat(81), days: '90' }, 'name', 'too_long'],
  [{ name: 'Script', days: '36500' }, 'days', 'unknown_choice'],
])('is not made of %j', async (input, path, code) => {
  expect(await createToken(await makeEditor(), input)).toEqual({ ok: false, reason: 'invalid', issues: [{ path, code }] });
});
