import { beforeAll, expect, test } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { decideChanges } from '@/lib/review/decide';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readAgreement } from './agreements';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor();
});

/** A contribution with this affiliation (null: anonymous) proposes a value for a cell of MANRS, and it is accepted. */
async function accepted(cell: string, value: string, affiliation: string | null) {
  const { id, changes } = await submit(proposing('manrs', [{ cell, value }]));
  await db.contribution.update({
    where: { id },
    data:
      affiliation === null
        ? { anonymous: true, publicName: null, publicAffiliation: null, publicCountry: null }
        : { anonymous: false, publicAffiliation: affiliation },
  });
  const { reference } = await db.contribution.findUniqueOrThrow({ where: { id }, select: { reference: true } });
  const seen = (await readAgreementCells('manrs'))?.cells[cell]?.version ?? 0;
  const result = await decideChanges({
    editor,
    reference: reference ?? '',
    decisions: [{ change: changes[cell] ?? '', outcome: 'accept', seen, resolve: true }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
}
const surenessOf = async (key: string) => {
  const agreement = await readAgreement('manrs');
  return (agreement?.facts[key] ?? agreement?.assessments[key])?.sureness;
};
const today = () => new Date().toISOString().slice(0, 10);

test('what was taken over from the paper is the forum’s analysis, and not verified since its year', async () => {
  expect(await surenessOf('space')).toEqual({
    sourceKind: 'forum_analysis',
    confirmations: 0,
    decidedBy: 'import',
    verifiedOn: '2019',
  });
  expect(await surenessOf('supply-chain-integrity')).toBeNull();
});

test('affiliations count once each, whatever their case, and all anonymous contributions as one', async () => {
  await accepted('maintainer', 'A secretariat', 'Alpha');
  expect(await surenessOf('maintainer')).toEqual({
    sourceKind: 'forum_analysis',
    confirmations: 1,
    decidedBy: 'editor',
    verifiedOn: today(),
  });
  await accepted('maintainer', 'A secretariat', ' alpha ');
  expect((await surenessOf('maintainer'))?.confirmations).toBe(1);
  await accepted('maintainer', 'A secretariat', null);
  await accepted('maintainer', 'A secretariat', null);
  expect((await surenessOf('maintainer'))?.confirmations).toBe(2);
  await accepted('maintainer', 'A secretariat', 'Beta');
  expect((await surenessOf('maintainer'))?.confirmations).toBe(3);
});

test('a value that replaces another begins with its own confirmations', async () => {
  await accepted('link', 'https://one.example/', 'Alpha');
  // Without a source of its own it rests on the word of who sent it.
  expect(await surenessOf('link')).toMatchObject({ sourceKind: 'participant', confirmations: 1 });
  await accepted('link', 'https://two.example/', 'Beta');
  expect((await surenessOf('link'))?.confirmations).toBe(1);
});

test('a proposal that equals what was imported confirms it and dates its verification; it stays imported', async () => {
  const stands = String((await readAgreement('manrs'))?.facts.space?.value);
  await accepted('space', stands, 'Gamma');
  expect(await surenessOf('space')).toEqual({
    sourceKind: 'forum_analysis',
    confirmations: 1,
    decidedBy: 'import',
    verifiedOn: today(),
  });
});
