import { expect, test } from 'vitest';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { ask, read, readJson, statusOf, textOf } from './requests';

const KEY = 'supply-chain-integrity';
const NORM = `/en/criteria/${KEY}`;

test('the page of a norm has its definition, letter and symbol, and invites with the true number of open cells', async () => {
  const record = await readJson('/api/v1/criteria/supply-chain-integrity');
  const page = textOf(await read(NORM));
  expect(page).toContain(record.description);
  expect(page).toContain('(A/70/174), paragraph 13');
  expect(page).toContain('Letter in the source(i)');
  expect(record.open.length).toBeGreaterThan(15);
  expect(page).toContain(`${record.open.length} cells open: help`);
  const { data: calls } = await readJson('/api/v1/calls');
  const open = calls.find(
    (call: { state: string; closesAt: string | null }) => call.state === 'open' && call.closesAt !== null,
  );
  expect(page).toContain(open ? `“${open.title}”` : 'still takes late contributions');
  for (const { shortName } of record.open.slice(0, 60)) expect(page).toContain(shortName);
});

test('the index counts all open cells, as the criteria do', async () => {
  const { data: sets } = await readJson('/api/v1/criteria');
  const keys = sets.flatMap(({ criteria }: { criteria: { key: string }[] }) => criteria.map(({ key }) => key));
  let open = 0;
  for (const key of keys) open += (await readJson(`/api/v1/criteria/${key}`)).open.length;
  const page = await read('/en/criteria');
  expect(textOf(page)).toContain(`${open} cells open: help`);
  for (const key of keys) expect(page).toContain(`href="/en/criteria/${key}"`);
});

test('a published project is on the page of its criterion at once, beside the agreement it is for', async () => {
  const title = 'Zq4 trust in supply chains';
  const submission = eastWestSubmission();
  expect(await read(NORM)).not.toContain(title);
  await published({
    ...submission,
    projects: [{ title, description: 'A framework of assurance.', agreements: ['gcsc'], criteria: [KEY] }],
  });
  await expect.poll(async () => read(NORM), { interval: 50, timeout: 20_000 }).toContain(title);
  expect(textOf(await read(NORM))).toContain('(EastWest Institute)');
});

test('the cells of a criterion are a file, also for Excel, and answered with 304', async () => {
  const file = await ask('/en/criteria/specified-cbms/cells.csv');
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
    'attachment; filename="specified-cbms.csv"',
  ]);
  const [head] = (await file.text()).split('\r\n');
  expect(head).toBe((await read('/data/latest/cells.csv')).split('\r\n')[0]);
  expect(
    await statusOf('/en/criteria/specified-cbms/cells.csv', {
      headers: { 'If-None-Match': file.headers.get('etag') ?? '' },
    }),
  ).toBe(304);
  const excel = await ask('/en/criteria/specified-cbms/cells.csv?bom=1');
  expect([...Buffer.from(await excel.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  '/en/criteria/no-such-norm',
  '/en/criteria/%00',
  '/en/criteria/maintainer',
  '/en/criteria/no-such-norm/cells.csv',
  '/api/v1/criteria/no-such-norm',
  '/api/v1/criteria/%00',
])('%s is answered with 404', async (address) => {
  expect(await statusOf(address)).toBe(404);
});

test('matrix, agreement, analysis and home page link to the criteria, and the page is found by its entity tag', async () => {
  const link = 'href="/en/criteria/reference-to-human-rights"';
  for (const page of ['/en', '/en/matrix', '/en/agreements/paris-call', '/en/analysis/elements-2019'])
    expect([page, (await read(page)).includes(link)]).toEqual([page, true]);
  expect(await read('/sitemap.xml')).toContain('/en/criteria/reference-to-human-rights</loc>');
  const page = await ask('/en/criteria/reference-to-human-rights');
  expect(page.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
  // A change that was made just before can still reach the page, once.
  await expect
    .poll(async () => {
      const tag = (await ask('/en/criteria/reference-to-human-rights')).headers.get('etag') ?? '';
      return statusOf('/en/criteria/reference-to-human-rights', { headers: { 'If-None-Match': tag } });
    })
    .toBe(304);
});
