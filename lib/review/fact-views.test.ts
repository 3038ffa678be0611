import { expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { factText } from '@/lib/agreements/facts/pieces';
import type { FactKey } from '@/lib/agreements/facts/registry';
import { db } from '@/lib/platform/db/client';
import { readAgreement } from '@/lib/publication/agreements';
import { factOf } from '@/lib/publication/assessments';
import { readAgreementAt } from '@/lib/publication/past/past';
import { makeAgreement } from '@/prisma/factories/agreements';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { decideChanges } from './decide';
import { readForReview } from './review-page/review-page';
import { undoRevision } from './undo/undo';

useTestDatabase();

const OFFICE = { fact: 'maintainer', value: 'An office' };
const cellsOf = async (slug: string) => (await readAgreementCells(slug))?.cells ?? {};
const viewsOf = async (slug: string) =>
  Object.entries(await cellsOf(slug)).flatMap(([key, { value }]) =>
    key.startsWith('factViews:') ? [[key, value]] : [],
  );

async function propose(slug: string, value: unknown, cell = 'maintainer') {
  return submit(proposing(slug, [{ cell, value, source: `A study of ${JSON.stringify(value)}` }]));
}
async function decideAs(
  outcome: 'accept' | 'beside' | 'dispute',
  slug: string,
  { reference, changes }: Awaited<ReturnType<typeof propose>>,
) {
  const [[key, change] = ['', '']] = Object.entries(changes);
  const seen = (await cellsOf(slug))[key]?.version ?? 0;
  const decision = outcome === 'accept' ? { outcome, resolve: true } : { outcome };
  const decisions = [{ change, seen, ...decision }];
  return decideChanges({ editor: await makeEditor(), reference, decisions });
}

it('states a fact beside the one that stands, with its source, and credits its contribution', async () => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const sent = await propose(slug, 'Another office');
  expect(await decideAs('beside', slug, sent)).toMatchObject({ ok: true, decided: 1 });
  const cell = (await readAgreement(slug))?.facts.maintainer;
  expect(cell).toMatchObject({
    value: 'An office',
    views: [{ value: 'Another office', source: 'A study of "Another office"', contributions: [sent.reference] }],
  });
  expect(cell?.disputed).toBeUndefined();
  expect(await viewsOf(slug)).toEqual([
    ['factViews:maintainer-another-office', { fact: 'maintainer', value: 'Another office' }],
  ]);
});

it.each([
  ['space', 'united-nations', 'within-stakeholder-group'],
  ['launchDate', '2018', '2018-04'],
  ['link', 'https://example.org/one', 'https://example.org/two'],
  ['status', { status: 'adopted', since: '2018' }, { status: 'in-force', since: '2019' }],
  ['signatories', { count: 35, unit: 'states' }, { count: 40, unit: 'states', asOf: '2019' }],
  ['uniqueElements', ['One element'], ['One element', 'Another']],
])(
  'marks a fact as disputed (%s): it has no value, and both views stand with their sources',
  async (field, one, other) => {
    const { slug } = await makeAgreement({});
    await decideAs('accept', slug, await propose(slug, one, field));
    expect(await decideAs('dispute', slug, await propose(slug, other, field))).toMatchObject({ ok: true, decided: 1 });
    const agreement = await readAgreement(slug);
    if (!agreement) throw new Error('The agreement is gone.');
    expect(agreement.facts[field]).toMatchObject({ value: null, disputed: true });
    const views = agreement.facts[field]?.views ?? [];
    expect(views.map(({ value }) => value)).toEqual(expect.arrayContaining([one, other]));
    expect(views).toHaveLength(2);
    expect(views.every(({ source }) => source?.startsWith('A study of'))).toBe(true);
    expect(factOf(agreement, field as 'space')).toBeNull();
    const past = await readAgreementAt(slug, { version: agreement.version });
    expect(past?.facts[field]).toMatchObject({ value: null, disputed: true });
    expect((await readAgreementAt(slug, { version: agreement.version - 1 }))?.facts[field]).toMatchObject({
      value: one,
    });
  },
);

it('takes one more view on a disputed fact, and the same view only once', async () => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  await decideAs('dispute', slug, await propose(slug, 'Another office'));
  const third = await propose(slug, 'A third office');
  const review = await readForReview(third.reference, await makeEditor(), 'en');
  expect(review?.proposals[0]?.changes[0]).toMatchObject({ key: 'maintainer', disputed: true });
  expect(await decideAs('beside', slug, third)).toMatchObject({ ok: true });
  expect((await readAgreement(slug))?.facts.maintainer).toMatchObject({ value: null, disputed: true });
  expect(await decideAs('beside', slug, await propose(slug, 'An office'))).toMatchObject({ ok: true, revisions: [] });
  expect(await viewsOf(slug)).toHaveLength(3);
});

it('settles a dispute by accepting a value; the views stay beside it', async () => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  await decideAs('dispute', slug, await propose(slug, 'Another office'));
  await decideAs('accept', slug, await propose(slug, 'An office'));
  const cell = (await readAgreement(slug))?.facts.maintainer;
  expect(cell).toMatchObject({ value: 'An office' });
  expect(cell?.disputed).toBeUndefined();
  expect(cell?.views?.map(({ value }) => value)).toEqual(['Another office']);
});

it.each(['beside', 'dispute'] as const)('takes a fact that was stated so (%s) back with its views', async (outcome) => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const sent = await propose(slug, 'Another office');
  await decideAs(outcome, slug, sent);
  const version = (await readAgreement(slug))?.version ?? 0;
  const undone = await undoRevision({ editor: await makeEditor(), agreement: slug, version, reason: 'Too early.' });
  expect(undone).toMatchObject({ ok: true, back: 1, left: [] });
  const cell = (await readAgreement(slug))?.facts.maintainer;
  expect(cell).toMatchObject({ value: 'An office' });
  expect(cell?.views).toBeUndefined();
  expect(await viewsOf(slug)).toEqual([]);
  const again = await db.proposedChange.findFirst({
    where: { contribution: { reference: sent.reference }, status: 'pending' },
  });
  expect(again?.key).toBe('maintainer');
});

it('lets one of two editors win who decide the same fact at the same moment', async () => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const sent = await propose(slug, 'Another office');
  const both = await Promise.all([decideAs('beside', slug, sent), decideAs('dispute', slug, sent)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

it('lets two editors state different views on one fact only one after the other', async () => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const [one, other] = [await propose(slug, 'Another office'), await propose(slug, 'A third office')];
  const both = await Promise.all([decideAs('dispute', slug, one), decideAs('dispute', slug, other)]);
  const won = both.filter(({ ok }) => ok).length;
  expect(won).toBeGreaterThanOrEqual(1);
  expect(await viewsOf(slug)).toHaveLength(1 + won);
  expect((await readAgreement(slug))?.facts.maintainer).toMatchObject({ value: null, disputed: true });
});

it('says a view as its fact says it', () => {
  const say = (fact: string, value: string) =>
    factText('factViews:one' as FactKey, { fact, value }, 'en', { agreements: {}, criteria: {} });
  expect([say('space', 'united-nations'), say('status', '{"status":"in-force"}'), say('status', 'in force')]).toEqual([
    'Space for agreement: Within the United Nations',
    'Status: In force',
    'Status: in force',
  ]);
});

it.each([
  [OFFICE, true],
  [{ fact: 'space', value: 'somewhere' }, false],
  [{ fact: 'status', value: '{"status":' }, false],
  [{ fact: 'name', value: 'Another name' }, false],
])('takes a view by its row only with a value of its fact: %o', async (value, ok) => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const sent = submit(proposing(slug, [{ cell: 'factViews', value, source: 'A study' }]));
  await (ok ? expect(sent).resolves.toBeDefined() : expect(sent).rejects.toThrow());
});
