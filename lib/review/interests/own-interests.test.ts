import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listInterests, listOwnInterests, stateInterests } from './own-interests';

useTestDatabase();

it('keeps each statement with its date, and shows the newest of each editor', async () => {
  const [one, two] = [await makeEditor(), await makeEditor()];
  const state = (text: string, day: string) =>
    stateInterests({ editor: one, input: { text }, now: new Date(`${day}T10:00:00Z`) });
  expect(await state('Works for a vendor.', '2026-03-02')).toEqual({ ok: true });
  expect(await state('Works for a university.', '2026-05-04')).toEqual({ ok: true });
  const newest = await listInterests();
  expect(newest.get(one.userId)).toEqual({ text: 'Works for a university.', at: new Date('2026-05-04T10:00:00Z') });
  expect(newest.has(two.userId)).toBe(false);
  expect((await listOwnInterests(one.userId)).map(({ text }) => text)).toEqual([
    'Works for a university.',
    'Works for a vendor.',
  ]);
  expect(await db.auditEvent.count({ where: { action: 'user.interests_stated', subjectId: one.userId } })).toBe(2);
});

it('takes no empty statement: no interests are stated in words', async () => {
  const editor = await makeEditor();
  for (const text of ['', ' \u200b ', undefined])
    expect(await stateInterests({ editor, input: { text } })).toMatchObject({
      ok: false,
      reason: 'invalid',
      issues: [{ path: 'text' }],
    });
  expect(await listOwnInterests(editor.userId)).toEqual([]);
});
