import { describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import type { Actor } from './policy';
import { findActorBySession, isOfRemovedAccount } from './sessions';
import { mutation } from '@/lib/platform/mutation';
import { addPerson, changePerson, deactivatePerson } from './people';
import { listPeople } from './people';

useTestDatabase();

const admin = () => makeEditor({ role: 'admin' });
const deactivate = (actor: Actor, userId: string) =>
  mutation({ actor }, (context) => deactivatePerson(actor, userId, context));

describe('adding', () => {
  it('adds the address, logs it, and mails its owner', async () => {
    const result = await addPerson(await admin(), {
      email: 'New.Editor@example.org',
      name: 'New editor',
      organisation: '',
      role: 'editor',
    });
    if (!result.ok) throw new Error(result.reason);
    const row = (await listPeople()).find(({ id }) => id === result.userId);
    expect(row).toMatchObject({
      email: 'new.editor@example.org',
      name: 'New editor',
      organisation: null,
      role: 'editor',
      deactivatedAt: null,
    });
    expect(await db.mail.findMany({ where: { userId: result.userId }, select: { kind: true, status: true } })).toEqual([
      { kind: 'account-added', status: 'queued' },
    ]);
    const events = await db.auditEvent.findMany({
      where: { subjectId: result.userId },
      select: { action: true, details: true },
    });
    expect(events).toEqual([{ action: 'user.added', details: { role: 'editor' } }]);
  });

  it('is for admins, and refuses a listed person and a malformed address', async () => {
    const editor = await makeEditor();
    const input = { email: editor.email, name: '', organisation: '', role: 'admin' };
    expect(await addPerson(editor, { ...input, email: 'friend@example.org' })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    expect(await addPerson(await admin(), input)).toEqual({ ok: false, reason: 'already_in_status' });
    expect(await addPerson(await admin(), { ...input, email: 'nobody', role: 'king' })).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [
        { path: 'email', code: 'not_an_email' },
        { path: 'role', code: 'unknown_choice' },
      ],
    });
    expect((await db.user.findUniqueOrThrow({ where: { id: editor.userId } })).role).toBe('editor');
  });

  it('reactivates a deactivated person', async () => {
    const { userId, email } = await makeEditor();
    await deactivate(await admin(), userId);
    expect(await addPerson(await admin(), { email, name: 'Back', organisation: 'Elsewhere', role: 'editor' })).toEqual({
      ok: true,
      userId,
    });
    expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      deactivatedAt: null,
      name: 'Back',
      organisation: 'Elsewhere',
    });
  });
});

describe('deactivating', () => {
  it('ends sessions and tokens at once, and can say so', async () => {
    const { userId, email } = await makeEditor();
    const session = await makeSession(userId);
    expect(await isOfRemovedAccount(session)).toBe(false);
    await db.apiToken.create({
      data: { userId, name: 'Script', tokenHash: userId, expiresAt: new Date(Date.now() + 60_000) },
    });
    expect(await deactivate(await admin(), userId)).toEqual({ ok: true });
    expect([await findActorBySession(session), await isOfRemovedAccount(session)]).toEqual([null, true]);
    expect((await db.apiToken.findFirstOrThrow({ where: { userId } })).revokedAt).toBeInstanceOf(Date);
    expect(await deactivate(await admin(), userId)).toEqual({ ok: false, reason: 'already_in_status' });
    await addPerson(await admin(), { email, name: '', organisation: '', role: 'editor' });
    expect([await findActorBySession(session), await isOfRemovedAccount(session)]).toEqual([null, false]);
  });

  it('is for admins, and never for oneself', async () => {
    const [editor, one] = [await makeEditor(), await admin()];
    expect(await deactivate(editor, one.userId)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await deactivate(one, one.userId)).toEqual({
      ok: false,
      reason: 'forbidden',
      issues: [{ path: 'userId', code: 'oneself' }],
    });
    expect(await deactivate(one, 'nobody')).toEqual({ ok: false, reason: 'not_found' });
  });

  it('leaves one of two admins who remove each other at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } });
      const [one, other] = [await admin(), await admin()];
      const results = await Promise.all([deactivate(one, other.userId), deactivate(other, one.userId)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db.user.count({ where: { role: 'admin', deactivatedAt: null } })).toBe(1);
    }
  });
});

describe('changing', () => {
  const as = (role: string, organisation = '') => ({ role, name: 'Somebody', organisation });
  const onlyAdmins = async (count: number) => {
    await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } });
    return Promise.all(Array.from({ length: count }, admin));
  };

  it('changes role and organisation at once, and logs it without the values', async () => {
    const [one, { userId }] = [await admin(), await makeEditor()];
    const session = await makeSession(userId);
    expect(await changePerson(one, userId, as('admin', 'Some Institute'))).toEqual({ ok: true });
    expect(await changePerson(one, userId, as('admin', 'Some Institute'))).toEqual({ ok: true });
    expect(await findActorBySession(session)).toMatchObject({
      role: 'admin',
      organisation: 'Some Institute',
      name: 'Somebody',
    });
    const events = await db.auditEvent.findMany({
      where: { subjectId: userId },
      select: { action: true, details: true },
    });
    expect(events).toEqual([{ action: 'user.changed', details: { role: 'admin', organisationChanged: true } }]);
  });

  it('is refused for editors, unknown people and invalid values', async () => {
    const [one, { userId }, editor] = [await admin(), await makeEditor(), await makeEditor()];
    expect(await changePerson(editor, userId, as('admin'))).toEqual({ ok: false, reason: 'forbidden' });
    expect(await changePerson(one, 'nobody', as('admin'))).toEqual({ ok: false, reason: 'not_found' });
    expect(await changePerson(one, userId, as('king'))).toEqual({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'role', code: 'unknown_choice' }],
    });
    await deactivate(one, userId);
    expect(await changePerson(one, userId, as('admin'))).toEqual({ ok: false, reason: 'not_found' });
  });

  it('never leaves the desk without an admin', async () => {
    const [one] = await onlyAdmins(1);
    if (!one) throw new Error('an admin is needed');
    expect(await changePerson(one, one.userId, as('editor'))).toEqual({ ok: false, reason: 'last_admin' });
    const other = await admin();
    expect(await changePerson(one, one.userId, as('editor'))).toEqual({ ok: true });
    expect(await changePerson(one, other.userId, as('editor'))).toEqual({ ok: false, reason: 'forbidden' });
  });

  it('leaves one of several admins who demote and remove each other and themselves at the same moment', async () => {
    for (let round = 0; round < 12; round++) {
      const [one, other, third] = await onlyAdmins(3);
      if (!one || !other || !third) throw new Error('three admins are needed');
      await Promise.all([
        changePerson(one, one.userId, as('editor')),
        changePerson(other, other.userId, as('editor')),
        changePerson(third, one.userId, as('editor')),
        deactivate(one, third.userId),
        changePerson(third, third.userId, as('editor')),
      ]);
      expect(await db.user.count({ where: { role: 'admin', deactivatedAt: null } })).toBeGreaterThanOrEqual(1);
    }
  }, 30_000);
});
