import { expect, test } from 'vitest';
import { ask, read, readJson, statusOf } from './requests';

const LISTS = ['agreements', 'agreements/gcsc/history', 'criteria', 'calls', 'contributions', 'releases'];
const FILES = ['agreements.json', 'agreements.csv', 'cells.csv'];

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test.each([
  ...LISTS.map((list) => `/api/v1/${list}`),
  '/api/v1/agreements/gcsc',
  ...FILES.map((file) => `/data/latest/${file}`),
])('%s is open to every origin and answers 304 to a reader who has it', async (address) => {
  const first = await ask(address);
  expect(first.status).toBe(200);
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/);

  const again = await ask(address, { headers: { 'If-None-Match': `"another", ${etag}` } });
  expect([again.status, (await bytesOf(again)).length, again.headers.get('etag')]).toEqual([304, 0, etag]);
  const other = await ask(address, { headers: { 'If-None-Match': '"another"' } });
  expect(other.status).toBe(200);
  expect((await bytesOf(other)).equals(await bytesOf(first))).toBe(true);
  const head = await ask(address, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), (await bytesOf(head)).length]).toEqual([200, etag, 0]);
  const preflight = await ask(address, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
});

test('agreements come with all their cells, whole or in pages', async () => {
  const { data, next } = await readJson('/api/v1/agreements');
  expect(next).toBeNull();
  expect(data).toHaveLength(23);
  expect(Object.keys(data[0])).toEqual(['slug', 'name', 'shortName', 'version', 'updatedAt', 'facts', 'assessments']);
  const slugs = data.map((agreement: { slug: string }) => agreement.slug);

  const paged: string[] = [];
  let after: string | null = null;
  do {
    const page: { data: { slug: string }[]; next: string | null } = await readJson(
      `/api/v1/agreements?limit=10${after ? `&after=${after}` : ''}`,
    );
    expect(page.data.length).toBeLessThanOrEqual(10);
    paged.push(...page.data.map((agreement) => agreement.slug));
    after = page.next;
  } while (after);
  expect(paged).toEqual(slugs);

  const one = await readJson('/api/v1/agreements/manrs');
  // A single agreement also states whether it was retired; the list holds no retired ones.
  expect(one).toEqual({
    ...data.find((agreement: { slug: string }) => agreement.slug === 'manrs'),
    retiredAt: null,
    retiredReason: null,
  });
  expect(Object.keys(one.assessments)).toHaveLength(21);
});

test('criteria and calls are those of the dataset', async () => {
  const { data: sets } = await readJson('/api/v1/criteria');
  expect(sets.map((set: { slug: string; criteria: unknown[] }) => [set.slug, set.criteria.length])).toEqual([
    ['elements-2019', 10],
    ['norms-2015', 11],
  ]);
  const { data: calls } = await readJson('/api/v1/calls');
  expect(calls).toContainEqual(expect.objectContaining({ slug: '2020', state: 'late', acceptsLate: true }));
});

test('files and API have equal content', async () => {
  const { data } = await readJson('/api/v1/agreements');
  expect((await readJson('/data/latest/agreements.json')).data).toEqual(data);

  const cells = await read('/data/latest/cells.csv');
  expect(cells.split('\r\n')[0]).toMatch(/^agreement,cell,kind,value_text,.*,criterion,value$/);
  const count = data.reduce(
    (sum: number, { facts, assessments }: Record<string, object>) =>
      sum + Object.keys(facts ?? {}).length + Object.keys(assessments ?? {}).length,
    0,
  );
  expect(cells.match(/^[a-z0-9-]+,[a-zA-Z0-9:-]+,(fact|assessment),/gm)?.length).toBe(count);

  const file = await ask('/data/latest/agreements.csv?bom=1');
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="agreements.csv"');
  expect([...(await bytesOf(file)).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ...[
    '/en/agreements/atlantis',
    '/en/agreements/%00',
    '/en/calls/%00',
    '/en/calls/1999',
    '/en/contributions/%00',
    '/en/contributions/BPF-2020-999',
  ],
  ...['/en/nothing', '/en/calls/%00/contribute', '/en/calls/1999/contribute', `/en/agreements/${'x'.repeat(3000)}`],
])('%s is answered with 404 and a page in words', async (address) => {
  const response = await ask(address, { redirect: 'follow' });
  expect(response.status).toBe(404);
  expect(await response.text()).toMatch(/<h1[^>]*>There is no page at this address/);
});

test.each([
  ['/api/v1/agreements/atlantis', 404],
  ['/api/v1/agreements/atlantis/history', 404],
  ['/api/v1/agreements/%00', 404],
  ['/api/v1/contributions/BPF-1999-001', 404],
  ['/api/v1/contributions?call=1999', 404],
  ['/data/latest/passwords.csv', 404],
  ['/data/latest/toString', 404],
  ['/api/v1/agreements?limit=0', 400],
  ['/api/v1/agreements?limit=501', 400],
  ['/api/v1/agreements?limit=ten', 400],
  ['/api/v1/agreements?after=Not%20a%20slug', 400],
  ['/api/v1/agreements?limt=10', 400],
  ['/api/v1/contributions?after=BPF-1999-001', 400],
  ['/api/v1/contributions?after=%00', 400],
  ['/data/latest/cells.csv?bom=yes', 400],
])('%s is answered with %i and a sentence', async (address, status) => {
  const response = await ask(address);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/^.{20,}\.$/) });
});

test.each(['/data/1999.1/agreements.json', '/data/latest/passwords.csv', '/data/%00/cells.csv'])(
  '%s, a file of no release, is answered with 404 as a problem',
  async (address) => {
    const response = await ask(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  },
);

test.each([
  '/en/releases/1999.1',
  ...['space/moon', 'criterion/no-such-criterion.yes', 'page/99', 'at/no-such-release'].map(
    (view) => `/en/agreements/view/${view}`,
  ),
  ...['versions/0', 'versions/99999', 'at/no-such-release'].map(
    (path) => `/en/agreements/nato-cyber-defence-pledge/${path}`,
  ),
  ...['set/moon', 'by/moon', 'agreements/moon', 'page/2', 'space/moon', 'at/no-such-release'].flatMap((view) => [
    `/en/matrix/view/${view}`,
    `/en/matrix/csv/view/${view}`,
  ]),
  '/en/compare/view/agreements/manrs,moon',
  '/en/compare/view/agreements/manrs,paris-call/at/2001-01-01',
  '/en/compare/csv/view/agreements/manrs',
  '/en/contributions/view/moon/1',
  ...[
    'elements-2019/nothing.svg',
    'elements-2019/coverage.txt',
    'no-such-set/coverage.csv',
    'elements-2019/view/space/nowhere/coverage.csv',
    'coverage.svg',
  ].map((file) => `/en/analysis/figures/${file}`),
  '/en/update/no-such-agreement',
  '/en/social/moon.png',
  '/feeds/agreements/no-such.atom',
])('%s, an address of nothing, is answered with 404', async (address) => {
  expect(await statusOf(address)).toBe(404);
});

test('a set of criteria that does not exist shows no figures', async () => {
  const response = await ask('/en/analysis/no-such-set');
  expect(response.status).toBe(404);
  expect(await response.text()).not.toMatch(/<h1[^>]*>Agreement elements/);
});

test('a comparison of six agreements is answered with 404 and says how many can be compared', async () => {
  const response = await ask('/en/compare/view/agreements/manrs,paris-call,gcsc,tech-accord,ungge-2015,oas-strategy');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Up to 5 agreements can be compared at a time');
});
