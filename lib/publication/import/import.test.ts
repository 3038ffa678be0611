import pg from 'pg';
import { expect, it } from 'vitest';
import { readAgreementCells } from '@/lib/agreements/cells';
import { FILES, makeFile } from '@/lib/publication/downloads/files';
import { readDataset } from '@/lib/publication/downloads/dataset-edition';
import { listAgreementsAt } from '@/lib/publication/past/past';
import { listAgreements } from '@/lib/publication/agreements';
import { addCriterionSet } from '@/lib/agreements/criteria';
import { decideChanges } from '@/lib/review/decide';
import { retireAgreement } from '@/lib/review/retirement';
import { undoRevision } from '@/lib/review/undo/undo';
import { makeEditor } from '@/prisma/factories/people';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { readCriteria } from './criteria';
import { importDataset } from './import';
import { downloadedDataset } from './schema';
import { publicCellOf } from '@/prisma/factories/public-cells';

useTestDatabase();

async function accept(slug: string, key: string, value: string, times = 1) {
  const editor = await makeEditor();
  const made = [];
  for (let at = 0; at < times; at += 1)
    made.push(await submit(proposing(slug, [{ cell: key, value, note: '=a note', source: 'Its page' }])));
  const [first] = made;
  const seen = (await readAgreementCells(slug))?.cells[key]?.version ?? 0;
  const result = await decideChanges({
    editor,
    reference: first?.reference ?? '',
    decisions: [{ change: first?.changes[key] ?? '', outcome: 'accept', seen, resolve: true }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.revisions[0]?.version ?? 0;
}

/**
 * Several versions, two contributors credited with one value, a revert, an agreement that is retired, a set of criteria
 * of our own.
 */
async function live() {
  const editor = await makeEditor({ role: 'admin' });
  const criterion = {
    key: 'national-contact-points',
    letter: undefined,
    title: '-National contact points',
    shortTitle: 'Contact points',
    description: 'Who is called.',
    help: '',
  };
  await addCriterionSet({
    editor,
    set: {
      slug: 'norms-of-2021',
      title: 'Norms of 2021',
      description: 'A set.',
      source: 'A report',
      criteria: [criterion],
    },
  });
  await submit(eastWestSubmission());
  await accept('gcsc', 'launchDate', '2019-11', 2);
  await accept('manrs', 'maintainer', 'Internet Society, MANRS secretariat');
  const version = await accept('manrs', 'maintainer', 'Somebody else');
  await accept('manrs', 'national-contact-points', 'indirect');
  expect((await undoRevision({ editor, agreement: 'manrs', version, reason: 'Not so.' })).ok).toBe(true);
  expect((await retireAgreement({ editor, agreement: 'oas-strategy', reason: 'Replaced.' })).ok).toBe(true);
}

async function downloadAll() {
  const dataset = await readDataset();
  const made = await Promise.all(
    FILES.map(async (name) => [
      name,
      Buffer.from(
        (await makeFile(name, dataset, { origin: 'https://forum.example.org', release: null })) ?? '',
      ).toString('base64'),
    ]),
  );
  return Object.fromEntries(made) as Record<string, string>;
}
const textOf = (files: Record<string, string>, name: string) => Buffer.from(files[name] ?? '', 'base64').toString();

/** As the tables' owner, past every trigger. */
async function wipe() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    'SET session_replication_role = replica; TRUNCATE agreements, criterion_sets, contributions CASCADE',
  );
  await client.end();
}

it('gives the same files again: downloaded, wiped, imported, downloaded, byte for byte', async () => {
  await live();
  const before = await downloadAll();
  const dataset = downloadedDataset.parse(JSON.parse(textOf(before, 'agreements.json')));
  const criterionSets = readCriteria(textOf(before, 'criteria.csv'));
  expect(await importDataset({ dataset, criterionSets })).toEqual({ ok: false, reason: 'dataset_present' });
  expect(dataset.data.find(({ slug }) => slug === 'gcsc')?.facts.launchDate?.contributions).toHaveLength(3);

  await wipe();
  expect(await listAgreements()).toEqual([]);
  expect(await importDataset({ dataset })).toMatchObject({
    ok: false,
    reason: 'invalid',
    issues: expect.arrayContaining([{ path: 'national-contact-points', code: 'unknown_criterion' }]) as unknown[],
  });
  expect(await importDataset({ dataset, criterionSets })).toEqual({ ok: true, agreements: 22 });
  expect(await downloadAll()).toEqual(before);
  expect((await listAgreementsAt(new Date())).map(({ slug, version }) => [slug, version])).toEqual(
    dataset.data.map(({ slug, version }) => [slug, version]),
  );
});

it('refuses every file that is no download', () => {
  const cell = publicCellOf('yes', { decidedAt: '2020-11-01T00:00:00.000Z' });
  const agreement = {
    slug: 'accord',
    name: 'Accord',
    shortName: 'Accord',
    version: 1,
    updatedAt: '2020-11-01T00:00:00.000Z',
    facts: {},
    assessments: { 'specified-cbms': cell },
  };
  const reads = (data: unknown) => downloadedDataset.safeParse({ data: [data] }).success;
  expect(reads(agreement)).toBe(true);
  for (const wrong of [
    { slug: '../x' },
    { email: 'a@example.org' },
    { facts: { password: cell } },
    { facts: { space: cell } },
    { assessments: { 'specified-cbms': { ...cell, value: 'perhaps' } } },
  ]) {
    expect(reads({ ...agreement, ...wrong })).toBe(false);
  }
  // What the database would refuse, what would make history unreadable, or what would make the next decision fail.
  for (const wrong of [
    { version: 2 },
    { version: 0 },
    { version: 0.5 },
    { asOf: 'soon' },
    { note: 'a\u0000b' },
    { source: '\uD800' },
    { contributions: ['\u0007'] },
  ]) {
    expect(reads({ ...agreement, assessments: { 'specified-cbms': { ...cell, ...wrong } } })).toBe(false);
  }
  for (const wrong of [{ version: 1.5 }, { version: 1_000_000_000 }, { name: '' }, { shortName: 'a\nb' }])
    expect(reads({ ...agreement, ...wrong })).toBe(false);
  expect(downloadedDataset.safeParse({ data: [agreement, agreement] }).success).toBe(false);
});

it('refuses criteria that the database would refuse', () => {
  const header = 'key,set,letter,title,short_title,description,help,set_title,set_description,set_source';
  const row = (key: string) => `${key},norms,a,Title,Short,What it is,,Norms,A set,A report`;
  const reads =
    (...keys: string[]) =>
    () =>
      readCriteria([header, ...keys.map(row), ''].join('\r\n'));
  expect(reads('one', 'two')()).toMatchObject([{ slug: 'norms', criteria: [{ key: 'one' }, { key: 'two' }] }]);
  expect(reads('one', 'one')).toThrow('named_twice');
  expect(reads('One!')).toThrow('unknown_criterion');
});
