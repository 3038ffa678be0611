import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { deviceOf } from './sessions';
import { endAllSessions, endSession } from './sessions';
import { findActorBySession, listSessions } from './sessions';

useTestDatabase();

it('a session names its actor until it is ended', async () => {
  const { userId, email, name } = await makeEditor({ role: 'admin', organisation: 'Secretariat' });
  const token = await makeSession(userId);
  expect(await findActorBySession(token)).toEqual({ userId, email, name, role: 'admin', organisation: 'Secretariat' });
  await endSession(token);
  await endSession(token);
  expect(await findActorBySession(token)).toBeNull();
});

it('an expired session, or one of a deactivated account, names no person', async () => {
  const { userId } = await makeEditor();
  const [expired, cutOff] = [await makeSession(userId), await makeSession(userId)];
  await db.session.update({ where: { sessionToken: expired }, data: { expires: new Date(Date.now() - 1) } });
  expect(await findActorBySession(expired)).toBeNull();
  expect((await findActorBySession(cutOff))?.userId).toBe(userId);
  await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
  expect(await findActorBySession(cutOff)).toBeNull();
});

it('signing out is in the log once, and so is signing out everywhere, which ends only one’s own sessions', async () => {
  const [one, other] = [await makeEditor(), await makeEditor()];
  const [first, second, third, theirs] = [
    await makeSession(one.userId),
    await makeSession(one.userId),
    await makeSession(one.userId),
    await makeSession(other.userId),
  ];
  await endSession(first);
  await endSession(first);
  const listed = await listSessions(one.userId, second);
  expect(listed.map(({ current }) => current).sort()).toEqual([false, true]);
  expect(JSON.stringify(listed)).not.toContain(third);
  expect(await endAllSessions(one.userId)).toBe(2);
  expect([await findActorBySession(second), await findActorBySession(third)]).toEqual([null, null]);
  expect((await findActorBySession(theirs))?.userId).toBe(other.userId);
  const events = await db.auditEvent.findMany({
    where: { subjectId: one.userId },
    orderBy: { id: 'asc' },
    select: { action: true, userId: true, details: true },
  });
  expect(events).toEqual([
    { action: 'user.signed_out', userId: one.userId, details: {} },
    { action: 'user.signed_out_everywhere', userId: one.userId, details: { sessions: 2 } },
  ]);
});

it('two simultaneous sign-outs of one session are logged once', async () => {
  const { userId } = await makeEditor();
  for (let round = 0; round < 12; round++) {
    const token = await makeSession(userId);
    await Promise.all([endSession(token), endSession(token)]);
  }
  expect(await db.auditEvent.count({ where: { subjectId: userId, action: 'user.signed_out' } })).toBe(12);
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari, macOS',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile Safari/604.1',
    'Chrome, iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  ['curl/8.14.1', null],
  ['', null],
  [null, null],
])('calls the browser that says %j by name only: %j', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
