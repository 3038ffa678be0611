import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { addPerson, deactivatePerson } from './mutations';
import { listPeople } from './queries';

useTestDatabase();

const admin = () => makeEditor({ role: 'admin' });

describe('adding', () => {
  it('puts the address on the list, writes it down, and tells its owner', async () => {
    const result = await addPerson(await admin(), { email: 'New.Editor@example.org', name: 'New editor', organisation: '', role: 'editor' });
    if (!result.ok) throw new Error(result.reason);
    const row = (await listPeople()).find(({ id }) => id === result.userId);
    expect(row).toMatchObject({ email: 'new.editor@example.org', name: 'New editor', organisation: null, role: 'editor', deactivatedAt: null });
    expect(await db.mail.findMany({ where: { userId: result.userId }, select: { kind: true, status: true } })).toEqual([{ kind: 'account-added', status: 'queued' }]);
    const events = await db.auditEvent.findMany({ where: { subjectId: result.userId }, select: { action: true, details: true } });
    expect(events).toEqual([{ action: 'user.added', details: { role: 'editor' } }]);
  });

  it('is for admins, and refuses whoever is there and what is no address', async () => {
    const editor = await makeEditor();
    const input = { email: editor.email, name: '', organisation: '', role: 'admin' };
    expect(await addPerson(editor, { ...input, email: 'friend@example.org' })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await addPerson(await admin(), input)).toEqual({ ok: false, reason: 'already_in_status' });
    expect(await addPerson(await admin(), { ...input, email: 'nobody', role: 'king' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'email', code: 'not_an_email' }, { path: 'role', code: 'unknown_choice' }],
    });
    expect((await db.user.findUniqueOrThrow({ where: { id: editor.userId } })).role).toBe('editor');
  });

  it('brings back somebody who was deactivated', async () => {
    const { userId, email } = await makeEditor();
    await deactivatePerson(await admin(), userId);
    expect(await addPerson(await admin(), { email, name: 'Back', organisation: 'Elsewhere', role: 'editor' })).toEqual({ ok: true, userId });
    expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ deactivatedAt: null, name: 'Back', organisation: 'Elsewhere' });
  });
});

describe('deactivating', () => {
  it('ends sessions and tokens at once', async () => {
    const { userId } = await makeEditor();
    await makeSession(userId);
    await db.apiToken.create({ data: { userId, name: 'Script', tokenHash: userId, expiresAt: new Date(Date.now() + 60_000) } });
    expect(await deactivatePerson(await admin(), userId)).toEqual({ ok: true });
    expect(await db.session.count({ where: { userId } })).toBe(0);
    expect((await db.apiToken.findFirstOrThrow({ where: { userId } })).revokedAt).toBeInstanceOf(Date);
    expect(await deactivatePerson(await admin(), userId)).toEqual({ ok: false, reason: 'already_in_status' });
  });

  it('is for admins, and never for oneself', async () => {
    const [editor, one] = [await makeEditor(), await admin()];
    expect(await deactivatePerson(editor, one.userId)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await deactivatePerson(one, one.userId)).toEqual({ ok: false, reason: 'forbidden', issues: [{ path: 'userId', code: 'oneself' }] });
    expect(await deactivatePerson(one, 'nobody')).toEqual({ ok: false, reason: 'not_found' });
  });

  it('leaves one of two admins who remove each other at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } });
      const [one, other] = [await admin(), await admin()];
      const results = await Promise.all([deactivatePerson(one, other.userId), deactivatePerson(other, one.userId)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.user.count({ where: { role: 'admin', deactivatedAt: null } })).toBe(1);
    }
  });
});
