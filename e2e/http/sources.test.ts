import { expect, test } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { ask, read, readJson, statusOf, textOf } from './requests';

const PAPER = 'cybersecurity-agreements-2019';
const PAGE = `/en/sources/${PAPER}`;

test('the page of the paper has what is known of it and everything that rests on it, as the API has', async () => {
  const record = await readJson(`/api/v1/sources/${PAPER}`);
  expect(record).toMatchObject({ kind: 'forum_analysis', year: 2019, link: null, agreements: 23 });
  expect(record.rests).toHaveLength(record.cells);
  const page = await read(PAGE);
  const words = textOf(page);
  expect(words).toContain(record.title);
  expect(words).toContain('Maarten Van Horenbeeck (editor)');
  expect(words).toContain(`${record.cells} values of 23 agreements`);
  for (const { agreement, cell } of record.rests)
    expect(page).toContain(`href="/en/agreements/${agreement.slug}#${cell}"`);
  expect(words).toContain('analysis of the Paris Call');
  expect(page).toContain('"@type":"CreativeWork"');
});

test('the list of sources is a page, a list of the API and a file with the same records', async () => {
  const { data } = await readJson('/api/v1/sources');
  const keys = data.map(({ key }: { key: string }) => key);
  expect(keys).toEqual(expect.arrayContaining([PAPER, 'call-for-contributions-2020', 'exploring-best-practices']));
  const page = await read('/en/sources');
  for (const key of keys) expect(page).toContain(`href="/en/sources/${key}"`);
  const [head, ...rows] = (await read('/data/latest/sources.csv')).trimEnd().split('\r\n');
  expect(head).toBe('key,kind,title,author,year,publisher,link,archived_link,accessed_on,cited_as,cells,agreements');
  expect(rows.map((row) => row.split(',')[0])).toEqual(keys);
});

test('agreement, matrix, criterion and comparison lead from a source to its page', async () => {
  for (const address of [
    '/en/agreements/paris-call',
    '/en/matrix',
    '/en/criteria/reference-to-human-rights',
    '/en/compare/view/agreements/paris-call,tech-accord',
  ])
    expect([address, (await read(address)).includes(`href="${PAGE}"`)]).toEqual([address, true]);
  expect(await read('/sitemap.xml')).toContain(`${PAGE}</loc>`);
});

test('a cell names its record in the API, and no record where there is none', async () => {
  const { facts, assessments } = await readJson('/api/v1/agreements/paris-call');
  expect(facts.name.sourceRecord).toEqual({ key: PAPER, kind: 'forum_analysis' });
  expect(assessments['supply-chain-integrity'].sourceRecord).toBeNull();
});

test.each([
  '/en/sources/no-such-source',
  '/en/sources/%00',
  '/en/sources/__proto__',
  `${PAGE}/view/page/0`,
  `${PAGE}/view/page/x`,
  '/en/sources/no-such-source/view/page/1',
  '/api/v1/sources/no-such-source',
  '/api/v1/sources/%00',
  '/api/v1/sources/__proto__',
])('%s is not found', async (address) => {
  expect(await statusOf(address)).toBe(404);
});

test('a page number in a query leads to the view of the page', async () => {
  const answer = await ask(`${PAGE}?page=2`);
  expect(answer.status).toBe(307);
  const view = await ask(answer.headers.get('location') ?? '');
  expect([view.status, view.headers.get('location')]).toEqual([303, `${PAGE}/view/page/2`]);
  expect(await statusOf(`${PAGE}/view/page/2`)).toBe(200);
  expect(await statusOf('/api/v1/sources?page=2')).toBe(400);
});

test('a source has no more than its public fields, whatever its record says', async () => {
  const key = 'a-very-private-page';
  await db.source.create({
    data: { key, kind: 'third_party', title: 'Ask someone@private.example', author: '<b>x</b>', citedAs: [] },
  });
  const { title } = await readJson(`/api/v1/sources/${key}`);
  expect(title).not.toContain('someone@private.example');
  const page = await read(`/en/sources/${key}`);
  expect(page).not.toContain('someone@private.example');
  expect(page).not.toContain('<b>x</b>');
  await db.source.delete({ where: { key } });
});
