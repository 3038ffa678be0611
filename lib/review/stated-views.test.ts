import { expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { db } from '@/lib/platform/db/client';
import { readAgreement } from '@/lib/publication/agreements';
import { studyOf } from '@/lib/publication/analysis/study';
import { countedAssessmentOf, shownAssessmentOf } from '@/lib/publication/assessments';
import { readCriterionRecord } from '@/lib/publication/criteria';
import { readAgreementAt } from '@/lib/publication/past/past';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { decideAnew, undoRevision } from './undo/undo';

useTestDatabase();

const KEY = 'reference-to-human-rights';
const [NO, YES] = [`views:${KEY}-no`, `views:${KEY}-yes`];

const assessed = async (value = 'yes') => makeAgreement({ [KEY]: value });
const propose = async (slug: string, value: string, source = 'A study') =>
  submit(proposing(slug, [{ cell: KEY, value, source }]));
const cellsOf = async (slug: string) => (await readAgreementCells(slug))?.cells ?? {};
const changeOf = (sent: { changes: Record<string, string> }, key = KEY) => sent.changes[key] ?? '';

async function decideAs(outcome: 'beside' | 'dispute', slug: string, sent: Awaited<ReturnType<typeof propose>>) {
  const seen = (await cellsOf(slug))[KEY]?.version ?? 0;
  const decisions = [{ change: changeOf(sent), outcome, seen }];
  return decideChanges({ editor: await makeEditor(), reference: sent.reference, decisions });
}
const publicCell = async (slug: string) => (await readAgreement(slug))?.assessments[KEY];

it('states a proposed value beside the one that stands, with its source, and credits its contribution', async () => {
  const { slug } = await assessed();
  const sent = await propose(slug, 'no');
  expect(await decideAs('beside', slug, sent)).toMatchObject({ ok: true, decided: 1 });
  const cell = await publicCell(slug);
  expect(cell).toMatchObject({
    value: 'yes',
    views: [{ value: 'no', source: 'A study', contributions: [sent.reference] }],
  });
  expect(cell?.disputed).toBeUndefined();
  expect((await readAgreement(slug))?.facts[NO]?.value).toEqual({ criterion: KEY, value: 'no' });
});

it('marks an assessment as disputed: it is unclear, both views stand with their sources, and no statistic counts it', async () => {
  const { slug } = await assessed();
  const sent = await propose(slug, 'no');
  expect(await decideAs('dispute', slug, sent)).toMatchObject({ ok: true, decided: 1 });
  const agreement = await readAgreement(slug);
  if (!agreement) throw new Error('The agreement is gone.');
  expect(agreement.assessments[KEY]).toMatchObject({ value: 'unclear', disputed: true });
  expect(agreement.assessments[KEY]?.views?.map(({ value }) => value)).toEqual(['no', 'yes']);
  expect([shownAssessmentOf(agreement, KEY), countedAssessmentOf(agreement, KEY)]).toEqual([
    'disputed',
    'not_assessed',
  ]);
  const record = await readCriterionRecord(KEY);
  expect(record?.assessments.find((one) => one.agreement.slug === slug)).toMatchObject({ disputed: true });
  if (!record) throw new Error('The criterion is gone.');
  const set = { ...record.set, criteria: [record] };
  expect(studyOf([agreement], set).agreements).toEqual([]);
  expect(await readAgreementAt(slug, { version: agreement.version })).toMatchObject({
    assessments: { [KEY]: { value: 'unclear', disputed: true } },
  });
});

it('accepts the same proposal of another contribution along with it, and leaves one with another value to be decided', async () => {
  const { slug } = await assessed();
  const [sent, same, other] = [await propose(slug, 'no'), await propose(slug, 'no'), await propose(slug, 'indirect')];
  expect(await decideAs('beside', slug, sent)).toMatchObject({ ok: true, joined: 1, superseded: 0 });
  expect((await readAgreement(slug))?.facts[NO]?.contributions).toEqual([sent.reference, same.reference]);
  const { status } = await db.proposedChange.findUniqueOrThrow({ where: { id: changeOf(other) } });
  expect(status).toBe('pending');
  expect(await decideAs('dispute', slug, other)).toMatchObject({ ok: true });
  expect((await publicCell(slug))?.views?.map(({ value }) => value)).toEqual(['indirect', 'no', 'yes']);
});

it.each(['beside', 'dispute'] as const)(
  'takes a value that was stated so (%s) back with its views',
  async (outcome) => {
    const { slug } = await assessed();
    const sent = await propose(slug, 'no');
    await decideAs(outcome, slug, sent);
    const version = (await readAgreement(slug))?.version ?? 0;
    const undone = await undoRevision({ editor: await makeEditor(), agreement: slug, version, reason: 'Too early.' });
    expect(undone).toMatchObject({ ok: true, back: 1, left: [] });
    expect(await publicCell(slug)).toMatchObject({ value: 'yes' });
    expect(Object.keys(await cellsOf(slug)).filter((key) => key.startsWith('views:'))).toEqual([]);
    const again = await db.proposedChange.findFirst({
      where: { contribution: { reference: sent.reference }, status: 'pending' },
    });
    expect(again?.key).toBe(KEY);
  },
);

it('decides one of several views anew', async () => {
  const { slug } = await assessed();
  const sent = await propose(slug, 'no');
  await decideAs('beside', slug, sent);
  const anew = await decideAnew({
    editor: await makeEditor(),
    reference: sent.reference,
    change: changeOf(sent),
    reason: 'Look again.',
  });
  expect(anew).toMatchObject({ ok: true, back: 1 });
  expect((await publicCell(slug))?.views).toBeUndefined();
});

it('says what it would do, and does nothing, in a dry run', async () => {
  const { slug } = await assessed();
  const sent = await propose(slug, 'no');
  const seen = (await cellsOf(slug))[KEY]?.version ?? 0;
  const asked = await decideChanges({
    editor: await makeEditor(),
    reference: sent.reference,
    decisions: [{ change: changeOf(sent), outcome: 'dispute', seen }],
    dryRun: true,
  });
  expect(asked).toMatchObject({ ok: true, effects: [{ key: KEY, as: 'dispute', writes: true }] });
  expect(Object.keys(await cellsOf(slug))).not.toContain(YES);
});

it.each([
  ['a name', 'shortName', 'Another name', 'takes_no_views'],
  ['a fact without a value', 'stakeholders', 'Offices', 'nothing_beside'],
  ['a criterion that is not assessed', 'supply-chain-integrity', 'yes', 'nothing_beside'],
])('refuses to state a view on %s beside nothing', async (_, cell, value, code) => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const sent = await submit(proposing(slug, [{ cell, value, source: 'A study' }]));
  const seen = (await cellsOf(slug))[cell]?.version ?? 0;
  const refused = await decideChanges({
    editor: await makeEditor(),
    reference: sent.reference,
    decisions: [{ change: changeOf(sent, cell), outcome: 'beside', seen }],
  });
  expect(refused).toMatchObject({ ok: false, issues: [{ code }] });
});

it('refuses a page that is out of date', async () => {
  const { slug } = await assessed();
  const sent = await propose(slug, 'no');
  const refused = await decideChanges({
    editor: await makeEditor(),
    reference: sent.reference,
    decisions: [{ change: changeOf(sent), outcome: 'beside', seen: 99 }],
  });
  expect(refused).toMatchObject({ ok: false, issues: [{ path: 'decisions.0.seen', code: 'stale' }] });
});

it('lets one of two editors win who decide the same view at the same moment', async () => {
  const { slug } = await assessed();
  const sent = await propose(slug, 'no');
  const both = await Promise.all([decideAs('beside', slug, sent), decideAs('dispute', slug, sent)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});
