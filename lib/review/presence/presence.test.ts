import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { noteLooking, stopLooking } from './presence';

useTestDatabase();

const second = (number: number) => new Date(Date.UTC(2026, 10, 20, 12, 0, number));

it('names the others who are looking, until they leave or fall silent', async () => {
  const { reference } = await submit(eastWestSubmission());
  const [one, other] = [await makeEditor(), await makeEditor()];
  const look = async (userId: string, at: number) => {
    const result = await noteLooking({ reference, userId, now: second(at) });
    return result.ok ? result.others : result.reason;
  };
  expect(await look(one.userId, 0)).toEqual([]);
  expect(await look(other.userId, 5)).toEqual([one.name]);
  expect(await look(one.userId, 20)).toEqual([other.name]);
  await stopLooking({ reference, userId: one.userId });
  expect(await look(other.userId, 25)).toEqual([]);
  expect(await look(one.userId, 86)).toEqual([]); // 61 seconds later
});

it('leaves out removed accounts, and deletes old entries', async () => {
  const { reference } = await submit(eastWestSubmission());
  const [one, other] = [await makeEditor(), await makeEditor()];
  await noteLooking({ reference, userId: one.userId, now: second(0) });
  await db.user.update({ where: { id: one.userId }, data: { deactivatedAt: second(1) } });
  expect(await noteLooking({ reference, userId: other.userId, now: second(2) })).toMatchObject({
    ok: true,
    others: [],
  });
  await noteLooking({ reference, userId: other.userId, now: second(3_600) });
  expect(await db.presence.findMany({ where: { contribution: { reference } }, select: { userId: true } })).toEqual([
    { userId: other.userId },
  ]);
});

it('claims nothing, and says how far the contribution has been decided by whom', async () => {
  const { reference, changes } = await submit(eastWestSubmission());
  const [one, other] = [await makeEditor(), await makeEditor()];
  await noteLooking({ reference, userId: one.userId });
  await decideChanges({
    editor: other,
    reference,
    decisions: [{ change: changes.launchDate ?? '', outcome: 'reject', reason: 'No source.' }],
  });
  expect(await noteLooking({ reference, userId: one.userId })).toMatchObject({
    snapshot: {
      status: 'submitted',
      revision: 1,
      moves: [{ userId: null, count: 1 }],
      decided: [{ userId: other.userId, name: other.name, count: 1 }],
    },
  });
});

it('says who moved the contribution', async () => {
  const { reference } = await submit(eastWestSubmission());
  const editor = await makeEditor();
  expect(await publishContribution({ editor, reference })).toMatchObject({ ok: true });
  expect(await noteLooking({ reference, userId: editor.userId })).toMatchObject({
    snapshot: {
      status: 'published',
      moves: [
        { userId: editor.userId, count: 1 },
        { userId: null, count: 1 },
      ],
    },
  });
});

it('has nothing to say of what is not there, and leaving it is no fault', async () => {
  const { userId } = await makeEditor();
  expect(await noteLooking({ reference: 'BPF-2020-999', userId })).toEqual({ ok: false, reason: 'not_found' });
  await expect(stopLooking({ reference: 'BPF-2020-999', userId })).resolves.toBeUndefined();
});
