import { expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { sectionIssues } from '@/lib/contributions/drafts/sections';
import { db } from '@/lib/platform/db/client';
import { readAgreement, readHistory } from '@/lib/publication/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { undoRevision } from './undo/undo';

useTestDatabase();

const CELL = 'supply-chain-integrity';
type Changes = Parameters<typeof proposing>[1];
const held = async () => (await readAgreementCells('manrs'))?.cells[CELL];

async function decide(changes: Changes, amended?: object) {
  const { reference, changes: ids } = await submit(proposing('manrs', changes));
  const { version: seen = 0 } = (await held()) ?? {};
  const decisions = Object.values(ids).map((change) =>
    amended
      ? { change, outcome: 'amend' as const, seen, value: 'no', ...amended }
      : { change, outcome: 'accept' as const, seen, resolve: true },
  );
  expect(await decideChanges({ editor: await makeEditor(), reference, decisions })).toMatchObject({ ok: true });
  return ids[CELL] ?? '';
}

it('stores a proposed date with the value, keeps it beside the value, and drops it with the value', async () => {
  const other = (await held())?.value === 'no' ? 'yes' : 'no';
  await decide([{ cell: CELL, value: other, asOf: 'November 2020' }]);
  expect(await held()).toMatchObject({ value: other, asOf: '2020-11' });
  await decide([{ cell: CELL, value: other, note: 'Chapter 3.' }]);
  expect(await held()).toMatchObject({ value: other, note: 'Chapter 3.', asOf: '2020-11' });
  const change = await decide([{ cell: CELL, value: other, asOf: '2021' }]);
  expect(await db.decision.findUnique({ where: { changeId: change }, select: { asOf: true } })).toEqual({
    asOf: '2021',
  });
  const [newest] = (await readHistory('manrs')) ?? [];
  expect(newest?.changes).toMatchObject([{ cell: CELL, before: { asOf: '2020-11' }, after: { asOf: '2021' } }]);
  expect((await readAgreement('manrs'))?.assessments[CELL]?.asOf).toBe('2021');

  const { version = 0 } = (await readAgreementCells('manrs')) ?? {};
  await undoRevision({ editor: await makeEditor(), agreement: 'manrs', version, reason: 'Wrong year.' });
  expect(await held()).toMatchObject({ asOf: '2020-11' });
  await decide([{ cell: CELL, value: 'indirect' }]);
  expect(await held()).toMatchObject({ value: 'indirect', asOf: null });
});

it('lets an editor correct the date, and a contributor remove it', async () => {
  await decide([{ cell: CELL, value: 'no', asOf: '2020' }], { asOf: '2019-11' });
  expect(await held()).toMatchObject({ value: 'no', asOf: '2019-11' });
  await decide([{ cell: CELL, value: 'no', asOf: null as never }]); // as the API has it
  expect(await held()).toMatchObject({ value: 'no', asOf: null });
});

it.each([
  ['2199', 'date_in_future'],
  ['soon', 'not_a_partial_date'],
  ['2020-02-31', 'not_a_partial_date'],
])('refuses the date %s', async (asOf, code) => {
  await expect(submit(proposing('manrs', [{ cell: CELL, value: 'no', asOf }]))).rejects.toThrow(code);
  const section = { kind: 'proposal', base: {}, criteria: [CELL] } as const;
  const typed = { kind: 'update', agreement: 'manrs', cells: { [CELL]: { value: 'no', asOf } } };
  expect(sectionIssues(section, typed)).toEqual([{ name: `cells.${CELL}.asOf`, message: code }]);
});
