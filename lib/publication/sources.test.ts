import { expect, test } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listAgreements, readAgreement } from './agreements';
import { listSources, readSourceRecord } from './sources';

useTestDatabase();

const PAPER = 'cybersecurity-agreements-2019';

test('the paper, the call and its two background papers are the first records, with what they say of themselves', async () => {
  const list = await listSources();
  expect(list.map(({ key, author, year, publisher, link }) => ({ key, author, year, publisher, link }))).toEqual([
    {
      key: 'call-for-contributions-2020',
      author: null,
      year: 2020,
      publisher: 'IGF Best Practice Forum on Cybersecurity',
      link: null,
    },
    {
      key: PAPER,
      author: 'Maarten Van Horenbeeck (editor)',
      year: 2019,
      publisher: 'IGF Best Practices Forum on Cybersecurity',
      link: null,
    },
    { key: 'exploring-best-practices', author: 'Workstream 1 of the BPF', year: null, publisher: null, link: null },
    { key: 'normative-principles', author: null, year: null, publisher: 'Workstream 2 of the BPF', link: null },
  ]);
});

test('every value with a source names the record it rests on, and the page of the record has each of them once', async () => {
  const cells = (await listAgreements()).flatMap(({ slug, facts, assessments }) =>
    Object.entries({ ...facts, ...assessments }).map(([key, cell]) => ({ slug, key, ...cell })),
  );
  const sourced = cells.filter(({ source }) => source !== null);
  expect(sourced.filter(({ sourceRecord }) => sourceRecord === null)).toEqual([]);
  expect(cells.filter(({ source, sourceRecord }) => source === null && sourceRecord !== null)).toEqual([]);
  const paper = await readSourceRecord(PAPER);
  const resting = sourced.filter(({ source }) => source?.includes('Cybersecurity Agreements (2019)'));
  expect(resting.length).toBeGreaterThan(200);
  expect(paper?.rests.map(({ agreement, cell }) => `${agreement.slug} ${cell}`).toSorted()).toEqual(
    resting.map(({ slug, key }) => `${slug} ${key}`).toSorted(),
  );
  expect([paper?.cells, paper?.agreements]).toEqual([resting.length, new Set(resting.map(({ slug }) => slug)).size]);
  expect(paper?.rests.find(({ agreement, cell }) => agreement.slug === 'paris-call' && cell === 'name')).toMatchObject({
    place: 'analysis of the Paris Call',
  });
});

test('a cell that names two records rests on both', async () => {
  const call = await readSourceRecord('call-for-contributions-2020');
  const cell = (await readAgreement('ungge-2015'))?.assessments['supply-chain-integrity'];
  expect(cell?.sourceRecord).toEqual({ key: PAPER, kind: 'forum_analysis' });
  expect(call?.rests.filter(({ agreement }) => agreement.slug === 'ungge-2015')).toContainEqual(
    expect.objectContaining({
      cell: 'supply-chain-integrity',
      value: 'yes',
      place: expect.stringContaining('question 3') as string,
    }),
  );
});

test('a record that is added links the cells that name it from then on', async () => {
  const link = 'https://pariscall.example/text';
  await db.cell.updateMany({ where: { key: 'link', agreement: { slug: 'paris-call' } }, data: { source: link } });
  await db.cell.updateMany({
    where: { key: 'summary', agreement: { slug: 'paris-call' } },
    data: { source: `${link}, page 2` },
  });
  expect((await readAgreement('paris-call'))?.facts.summary?.sourceRecord).toBeNull();
  await db.source.create({ data: { key: 'paris-call-text', kind: 'text', title: 'The Paris Call', link } });
  expect((await readAgreement('paris-call'))?.facts.summary?.sourceRecord).toEqual({
    key: 'paris-call-text',
    kind: 'text',
  });
  expect((await readSourceRecord('paris-call-text'))?.rests).toContainEqual(
    expect.objectContaining({ cell: 'summary', place: 'page 2' }),
  );
  expect(await readSourceRecord('no-such-source')).toBeNull();
});
