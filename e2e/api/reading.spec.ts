import { expect, test } from '@playwright/test';

const LISTS = ['agreements', 'agreements/gcsc/history', 'criteria', 'calls', 'contributions', 'releases'];
const FILES = ['agreements.json', 'agreements.csv', 'cells.csv'];

/** Other tests decide meanwhile: what compares two answers is tried again where the dataset changed between them. */
const quietly = (compare: () => Promise<void>) => expect(compare).toPass({ timeout: 30_000 });

for (const address of [
  ...LISTS.map((list) => `/api/v1/${list}`),
  '/api/v1/agreements/gcsc',
  ...FILES.map((file) => `/data/latest/${file}`),
]) {
  test(`${address} is open to all and costs nothing twice`, async ({ request }) => {
    await quietly(async () => {
      const first = await request.get(address);
      expect(first.status()).toBe(200);
      const headers = first.headers();
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate');
      const etag = headers.etag ?? '';
      expect(etag).toMatch(/^W\/"[\w-]{27}"$/);

      const again = await request.get(address, { headers: { 'If-None-Match': `"another", ${etag}` } });
      expect([again.status(), (await again.body()).length, again.headers().etag]).toEqual([304, 0, etag]);
      const other = await request.get(address, { headers: { 'If-None-Match': '"another"' } });
      expect(other.status()).toBe(200);
      expect((await other.body()).equals(await first.body())).toBe(true);
      const head = await request.head(address);
      expect([head.status(), head.headers().etag, (await head.body()).length]).toEqual([200, etag, 0]);
      const asking = await request.fetch(address, {
        method: 'OPTIONS',
        headers: { Origin: 'https://example.org', 'Access-Control-Request-Method': 'GET' },
      });
      expect([asking.status(), asking.headers()['access-control-allow-origin']]).toEqual([204, '*']);
    });
  });
}

test('agreements come with all their cells, whole or in pages', async ({ request }) => {
  await quietly(async () => {
    const { data, next } = await (await request.get('/api/v1/agreements')).json();
    expect(next).toBeNull();
    expect(data).toHaveLength(23);
    expect(Object.keys(data[0])).toEqual(['slug', 'name', 'shortName', 'version', 'updatedAt', 'facts', 'assessments']);
    const slugs = data.map((agreement: { slug: string }) => agreement.slug);

    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: { data: { slug: string }[]; next: string | null } = await (
        await request.get(`/api/v1/agreements?limit=10${after ? `&after=${after}` : ''}`)
      ).json();
      expect(page.data.length).toBeLessThanOrEqual(10);
      paged.push(...page.data.map((agreement) => agreement.slug));
      after = page.next;
    } while (after);
    expect(paged).toEqual(slugs);

    const one = await (await request.get('/api/v1/agreements/manrs')).json();
    // One by itself also says whether it was retired; those are not in the list.
    expect(one).toEqual({
      ...data.find((agreement: { slug: string }) => agreement.slug === 'manrs'),
      retiredAt: null,
      retiredReason: null,
    });
    expect(Object.keys(one.assessments)).toHaveLength(21);
  });
});

test('criteria and calls are those of the dataset', async ({ request }) => {
  const { data: sets } = await (await request.get('/api/v1/criteria')).json();
  expect(sets.map((set: { slug: string; criteria: unknown[] }) => [set.slug, set.criteria.length])).toEqual([
    ['elements-2019', 10],
    ['norms-2015', 11],
  ]);
  const { data: calls } = await (await request.get('/api/v1/calls')).json();
  expect(calls).toContainEqual(expect.objectContaining({ slug: '2020', state: 'late', acceptsLate: true }));
});

test('files hold what the API holds', async ({ request }) => {
  await quietly(async () => {
    const { data } = await (await request.get('/api/v1/agreements')).json();
    expect((await (await request.get('/data/latest/agreements.json')).json()).data).toEqual(data);

    const cells = await (await request.get('/data/latest/cells.csv')).text();
    expect(cells.split('\r\n')[0]).toBe('agreement,criterion,value,note,source,as_of,decided_at,contribution,version');
    const count = data.reduce(
      (sum: number, { facts, assessments }: Record<string, object>) =>
        sum + Object.keys(facts ?? {}).length + Object.keys(assessments ?? {}).length,
      0,
    );
    expect(cells.match(/^[a-z0-9-]+,[a-zA-Z0-9-]+,/gm)?.length).toBe(count + 1); // the header begins like a row

    const file = await request.get('/data/latest/agreements.csv?bom=1');
    expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(file.headers()['content-disposition']).toBe('attachment; filename="agreements.csv"');
    expect([...(await file.body()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

for (const address of [
  ...[
    '/en/agreements/atlantis',
    '/en/agreements/%00',
    '/en/calls/%00',
    '/en/calls/1999',
    '/en/contributions/%00',
    '/en/contributions/BPF-2020-999',
  ],
  ...['/en/nothing', '/en/calls/%00/contribute', '/en/calls/1999/contribute', `/en/agreements/${'x'.repeat(3000)}`],
]) {
  test(`${address.slice(0, 40)} is a page in words that says there is none`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(404);
    expect(await response.text()).toMatch(/<h1[^>]*>There is no page at this address/);
  });
}

for (const [address, status] of [
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
] as const) {
  test(`${address} is answered with ${status} and a sentence`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    expect(response.headers()['content-type']).toBe('application/problem+json');
    expect(response.headers()['access-control-allow-origin']).toBe('*');
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/^.{20,}\.$/) });
  });
}
