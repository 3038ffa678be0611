import { expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { readAgreement, readHistory } from '@/lib/publication/agreements';
import { readCriterionRecord } from '@/lib/publication/criteria';
import { readRelations } from '@/lib/publication/relations';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { undoRevision } from './undo/undo';

useTestDatabase();

const ADOPTED = { event: 'adopted', date: '2019-11' };
const factsOf = async (slug: string) => (await readAgreement(slug))?.facts ?? {};
const seen = async (slug: string, key: string) => (await readAgreementCells(slug))?.cells[key]?.version ?? 0;
const statusOf = async (id: string | undefined) =>
  (await db.proposedChange.findUniqueOrThrow({ where: { id: id ?? '' } })).status;

async function accept(sent: Awaited<ReturnType<typeof submit>>, slug: string, keys = Object.keys(sent.changes)) {
  const decisions = await Promise.all(
    keys.map(async (key) => ({
      change: sent.changes[key] ?? '',
      outcome: 'accept' as const,
      seen: await seen(slug, key),
      resolve: false,
    })),
  );
  return decideChanges({ editor: await makeEditor(), reference: sent.reference, decisions });
}

it('names a new row by its value, so that the same one from two contributions is one cell and credits both', async () => {
  const one = await submit(proposing('gcsc', [{ cell: 'dates', value: ADOPTED, source: 'Report' }]));
  const other = await submit(proposing('gcsc', [{ cell: 'dates:adopted', value: ADOPTED }]));
  expect([Object.keys(one.changes), Object.keys(other.changes)]).toEqual([['dates:adopted'], ['dates:adopted']]);
  expect(await accept(one, 'gcsc')).toMatchObject({ ok: true, decided: 1, joined: 1, superseded: 0 });
  const facts = await factsOf('gcsc');
  expect(facts['dates:adopted']).toMatchObject({
    value: ADOPTED,
    source: 'Report',
    contributions: [one.reference, other.reference],
  });
});

it('lets rows of one fact be decided apart, and another value for the same row lose', async () => {
  const sent = await submit(
    proposing('paris-call', [
      { cell: 'counts', value: { counted: 'supporters', count: 65, unit: 'states', asOf: '2019' } },
      { cell: 'counts', value: { counted: 'supporters', count: 130, unit: 'companies', asOf: '2019' } },
    ]),
  );
  const rival = await submit(
    proposing('paris-call', [
      { cell: 'counts', value: { counted: 'supporters', count: 66, unit: 'states', asOf: '2019' } },
    ]),
  );
  const [states, companies] = ['counts:supporters-states-2019', 'counts:supporters-companies-2019'];
  expect(Object.keys(sent.changes).sort()).toEqual([companies, states]);
  expect(await accept(sent, 'paris-call', [states])).toMatchObject({ ok: true, decided: 1, superseded: 1 });
  expect([await statusOf(sent.changes[companies]), await statusOf(rival.changes[states])]).toEqual([
    'pending',
    'superseded',
  ]);
});

it('keeps the name of a row when its value is corrected, and brings the earlier value back', async () => {
  const first = await submit(proposing('manrs', [{ cell: 'dates', value: { event: 'signed', date: '2014-11' } }]));
  await accept(first, 'manrs');
  const correction = { event: 'signed', date: '2014-11-06' };
  const second = await submit(proposing('manrs', [{ cell: 'dates:signed', value: correction, note: 'The day.' }]));
  await accept(second, 'manrs');
  const held = async () => (await readAgreementCells('manrs'))?.cells['dates:signed'];
  expect(await held()).toMatchObject({ value: correction, note: 'The day.' });
  const { version = 0 } = (await readAgreementCells('manrs')) ?? {};
  const undone = await undoRevision({ editor: await makeEditor(), agreement: 'manrs', version, reason: 'Too exact.' });
  expect(undone).toMatchObject({ ok: true });
  expect(await held()).toMatchObject({ value: { event: 'signed', date: '2014-11' }, note: null });
});

it('clears a fact and a row by a proposal with a reason, and keeps both in the history', async () => {
  const row = { name: 'An office', role: 'secretariat' };
  await accept(await submit(proposing('gcsc', [{ cell: 'maintainers', value: row }])), 'gcsc');
  const cleared = await submit(
    proposing('gcsc', [
      { cell: 'maintainers:an-office', value: null, note: 'It was closed.' },
      { cell: 'maintainer', value: null, note: 'The commission has ended.' },
    ]),
  );
  expect(await accept(cleared, 'gcsc')).toMatchObject({ ok: true, decided: 2 });
  const facts = await factsOf('gcsc');
  expect(facts.maintainer).toMatchObject({ value: null, note: 'The commission has ended.' });
  expect(facts['maintainers:an-office']).toMatchObject({ value: null, note: 'It was closed.' });
  const [newest] = (await readHistory('gcsc')) ?? [];
  expect(newest?.changes.find(({ cell }) => cell === 'maintainers:an-office')).toMatchObject({
    before: { value: row },
    after: { value: null, note: 'It was closed.' },
  });
});

it.each([
  [[{ cell: 'maintainer', value: null }], 'clear_reason_required'],
  [[{ cell: 'relations', value: { relation: 'amends', agreement: 'gcsc' } }], 'relation_to_itself'],
  [[{ cell: 'relations', value: { relation: 'amends', agreement: 'no-such' } }], 'unknown_agreement'],
  [[{ cell: 'quotations', value: { criterion: 'no-such', passage: 'P' }, source: 'S' }], 'unknown_criterion'],
  [[{ cell: 'quotations', value: { criterion: 'supply-chain-integrity', passage: 'P' } }], 'source_required'],
  [[{ cell: 'dates:', value: ADOPTED }], 'unknown_criterion'],
  [[{ cell: 'dates:Adopted', value: ADOPTED }], 'unknown_criterion'],
  [[{ cell: 'dates', value: null, note: 'Why' }], 'unknown_criterion'],
  [
    [
      { cell: 'dates', value: ADOPTED },
      { cell: 'dates:adopted', value: { ...ADOPTED, date: '2020' } },
    ],
    'cell_proposed_twice',
  ],
])('refuses %j', async (changes, code) => {
  await expect(submit(proposing('gcsc', changes as Parameters<typeof proposing>[1]))).rejects.toThrow(code);
});

it('shows a relation from both sides', async () => {
  const sent = await submit(
    proposing('paris-call', [{ cell: 'relations', value: { relation: 'builds-on', agreement: 'ungge-2015' } }]),
  );
  await accept(sent, 'paris-call');
  expect(await readRelations('ungge-2015')).toEqual([
    { slug: 'paris-call', shortName: expect.any(String), relation: 'builds-on', key: 'relations:builds-on-ungge-2015' },
  ]);
});

it('lets one of two editors at the same moment write a row', async () => {
  const [one, other] = await Promise.all(
    ['2019', '2020'].map((date) =>
      submit(proposing('oas-strategy', [{ cell: 'dates', value: { event: 'amended', date } }])),
    ),
  );
  const rival = await submit(
    proposing('oas-strategy', [{ cell: 'dates:amended-2019', value: { event: 'amended', date: '2019-05' } }]),
  );
  if (!one || !other) throw new Error('nothing to decide on');
  const results = await Promise.all([
    accept(one, 'oas-strategy'),
    accept(other, 'oas-strategy'),
    accept(rival, 'oas-strategy'),
  ]);
  // Another row of the same fact is not in the way; of two values for one row, one is decided on.
  expect(results[1]).toMatchObject({ ok: true, decided: 1 });
  expect(results.filter(({ ok }) => ok).length).toBe(2);
  const cells = (await readAgreementCells('oas-strategy'))?.cells ?? {};
  expect(
    Object.keys(cells)
      .filter((key) => key.startsWith('dates:'))
      .sort(),
  ).toEqual(['dates:amended-2019', 'dates:amended-2020']);
});

it('shows a quotation with its assessment on the page of the criterion, with its source', async () => {
  const criterion = 'supply-chain-integrity';
  const passage = 'يجب على الدول ضمان سلامة سلسلة التوريد';
  const sent = await submit(
    proposing('arab-convention', [
      { cell: criterion, value: 'yes', source: 'Article 5' },
      { cell: 'quotations', value: { criterion, passage, language: 'ar', article: 'Article 5' }, source: 'Its text' },
    ]),
  );
  await accept(sent, 'arab-convention');
  const record = await readCriterionRecord(criterion);
  const found = record?.assessments.find(({ agreement }) => agreement.slug === 'arab-convention');
  expect(found?.quotation).toMatchObject({
    value: { passage, language: 'ar', article: 'Article 5' },
    source: 'Its text',
  });
});
