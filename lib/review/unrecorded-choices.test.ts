import { expect, it } from 'vitest';
import { eraseContact } from '@/lib/contributions/erasure';
import { db } from '@/lib/platform/db/client';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { forgetChoices, keepChoices, readChoices } from './unrecorded-choices';

useTestDatabase();

const [A, B] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const EARLY = '2026-11-01T08:00:00.000Z';
const LATE = '2026-11-01T09:00:00.000Z';

async function makeReview() {
  const { slug } = await makeAgreement();
  const { reference } = await submit(proposing(slug, [{ cell: 'maintainer', value: 'An office' }]));
  return { reference, userId: (await makeEditor()).userId };
}

it('keeps the choices of one editor, and shows them to no other', async () => {
  const review = await makeReview();
  const cells = { [A]: { outcome: 'reject', reason: 'No source.' } };
  await keepChoices({ ...review, at: EARLY, cells });
  expect(await readChoices(review)).toEqual({ at: EARLY, cells });
  expect(await readChoices({ ...review, userId: (await makeEditor()).userId })).toBeNull();
});

it('takes newer choices in place of older ones, and never the other way round', async () => {
  const review = await makeReview();
  const newer = { at: LATE, cells: { [A]: { outcome: 'accept' } } };
  await keepChoices({ ...review, ...newer });
  await keepChoices({ ...review, at: EARLY, cells: { [B]: { outcome: 'reject' } } });
  await keepChoices({ ...review, at: EARLY, cells: {} });
  expect(await readChoices(review)).toEqual(newer);
  await keepChoices({ ...review, at: LATE, cells: {} });
  expect(await readChoices(review)).toBeNull();
});

it('forgets what is recorded, and the row with the last of it', async () => {
  const review = await makeReview();
  await keepChoices({ ...review, at: EARLY, cells: { [A]: { outcome: 'accept' }, [B]: { outcome: 'reject' } } });
  await forgetChoices({ ...review, changes: [A] });
  expect(await readChoices(review)).toEqual({ at: EARLY, cells: { [B]: { outcome: 'reject' } } });
  await forgetChoices({ ...review, changes: [B] });
  expect(await db.unrecordedChoices.count({ where: { userId: review.userId } })).toBe(0);
});

it('erases the choices with the contact of the contribution, since a reason may name a person', async () => {
  const review = await makeReview();
  await keepChoices({ ...review, at: EARLY, cells: { [A]: { reason: 'Ask their office.' } } });
  const { id } = await db.contribution.findFirstOrThrow({
    where: { reference: review.reference },
    select: { id: true },
  });
  expect(await eraseContact({ contributionId: id, alsoPublic: false })).toEqual({ ok: true });
  expect(await readChoices(review)).toBeNull();
});
