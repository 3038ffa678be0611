import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { createToken, findActorByToken, revokeToken } from './api-tokens';
import { listTokens, listTokensOfOthers } from './api-tokens';

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
  expect(await findActorByToken(`Bearer ${token}`)).toEqual({
    userId,
    email,
    name,
    role,
    organisation,
    token: id,
    scopes: ['read'],
  });
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

it('may only read by default, and is logged with its scope', async () => {
  const maker = await makeEditor();
  const made = await createToken(maker, { name: 'Script', days: '30', scope: 'decide' });
  expect((await findActorByToken(`Bearer ${made.ok ? made.token : ''}`))?.scopes).toEqual(['read', 'decide']);
  await tokenOf(maker);
  expect((await listTokens(maker.userId)).map(({ scopes }) => scopes)).toEqual([['read'], ['read', 'decide']]);
  const events = await db.auditEvent.findMany({
    where: { userId: maker.userId, action: 'token.created' },
    orderBy: { id: 'asc' },
    select: { details: true },
  });
  expect(events.map(({ details }) => details)).toEqual([
    { days: 30, scopes: ['read', 'decide'] },
    { days: 90, scopes: ['read'] },
  ]);
});

it('is seen by admins with its owner, never with its secret, and revoked by them', async () => {
  const [maker, admin] = [await makeEditor(), await makeEditor({ role: 'admin' })];
  const [{ id, token }, expired] = [await tokenOf(maker), await tokenOf(maker)];
  await db.apiToken.update({ where: { id: expired.id }, data: { expiresAt: new Date(Date.now() - 1) } });
  await tokenOf(admin);
  const others = async () => (await listTokensOfOthers(admin.userId)).filter(({ user }) => user.email === maker.email);
  expect((await others()).map((row) => [row.id, row.user.name])).toEqual([[id, maker.name]]);
  expect(JSON.stringify(await listTokensOfOthers(admin.userId))).not.toContain(token.slice(4));
  expect((await listTokensOfOthers(admin.userId)).some(({ user }) => user.email === admin.email)).toBe(false);
  expect(await revokeToken(admin, id)).toEqual({ ok: true });
  expect(await others()).toEqual([]);
  expect(await findActorByToken(`Bearer ${token}`)).toBeNull();
  expect(await db.auditEvent.findFirst({ where: { action: 'token.revoked', subjectId: id } })).toMatchObject({
    userId: admin.userId,
    details: { owner: maker.userId },
  });
});

it.each([null, '', 'Bearer', 'Bearer bpf_short', 'Basic Ym9iOmJvYg=='])(
  '%j authenticates no person',
  async (header) => {
    expect(await findActorByToken(header)).toBeNull();
  },
);

it.each([
  [{ name: '', days: '90' }, 'name', 'required'],
  [{ name: 'x'.repeat(81), days: '90' }, 'name', 'too_long'],
  [{ name: 'Script', days: '36500' }, 'days', 'unknown_choice'],
  [{ name: 'Script', days: '90', scope: 'everything' }, 'scope', 'unknown_choice'],
])('is not made of %j', async (input, path, code) => {
  expect(await createToken(await makeEditor(), input)).toEqual({
    ok: false,
    reason: 'invalid',
    issues: [{ path, code }],
  });
});
