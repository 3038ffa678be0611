import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { endSession } from './mutations';
import { findActorBySession } from './queries';

useTestDatabase();

it('a session names its actor until it is ended', async () => {
  const { userId, email, name } = await makeEditor({ role: 'admin', organisation: 'Secretariat' });
  const token = await makeSession(userId);
  expect(await findActorBySession(token)).toEqual({ userId, email, name, role: 'admin', organisation: 'Secretariat' });
  await endSession(token);
  await endSession(token);
  expect(await findActorBySession(token)).toBeNull();
});

it('an expired session names nobody, nor does one of a deactivated account', async () => {
  const { userId } = await makeEditor();
  const [expired, cutOff] = [await makeSession(userId), await makeSession(userId)];
  await db.session.update({ where: { sessionToken: expired }, data: { expires: new Date(Date.now() - 1) } });
  expect(await findActorBySession(expired)).toBeNull();
  expect((await findActorBySession(cutOff))?.userId).toBe(userId);
  await db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
  expect(await findActorBySession(cutOff)).toBeNull();
});
