import { beforeEach, expect, it } from 'vitest';
import { eraseContact } from '@/lib/contributions/erasure';
import { db } from '@/lib/platform/db/client';
import { submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listQueue } from './queue';
import { queueFilter } from './schema';

useTestDatabase();

const find = async (q: string) => (await listQueue(queueFilter.parse({ q }))).rows.map(({ reference }) => reference);

let reference: string;
let contributionId: string;
beforeEach(async () => {
  const about = { name: 'Programme office', affiliation: 'Quay Institute' };
  ({ reference } = await submit({ answers: { comments: 'Berths for all harbours.' }, about, consent: true }));
  ({ id: contributionId } = await db.contribution.findUniqueOrThrow({ where: { reference }, select: { id: true } }));
  expect(await find(`quay berths ${reference.slice(-3)}`)).toEqual([reference]);
});

it('does not find an author whose contact details are erased, but still the words', async () => {
  expect(await eraseContact({ contributionId, alsoPublic: false })).toEqual({ ok: true });
  expect(await find(`quay ${reference.slice(-3)}`)).toEqual([]);
  expect(await find(`berths ${reference.slice(-3)}`)).toEqual([reference]);
  const [kept] = await db.$queryRaw<{ words: string }[]>`
    SELECT words::text FROM desk_search WHERE contribution_id = ${contributionId}::uuid`;
  expect(kept?.words).toContain('berths');
  expect(kept?.words).not.toMatch(/quay|programme/);
});

it('does not find an author who has become anonymous', async () => {
  await db.contribution.update({ where: { id: contributionId }, data: { anonymous: true } });
  expect(await find(`quay ${reference.slice(-3)}`)).toEqual([]);
  expect(await find(`berths ${reference.slice(-3)}`)).toEqual([reference]);
});

it('does not find a phrase of which one half is the author and the other the text', async () => {
  const [row] = await db.$queryRaw<{ words: string[] }[]>`
    SELECT array_agg(lexeme ORDER BY positions[1]) AS words FROM desk_search, unnest(words) WHERE contribution_id = ${contributionId}::uuid`;
  const words = row?.words ?? [];
  const [last = '', first = ''] = words.slice(words.indexOf('office'));
  expect(await find(`"quay institute"`)).toContain(reference);
  expect(await find(`"${last} ${first}"`)).toEqual([]);
});
