import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { freezeRelease } from '@/lib/publication/releases/freeze';
import { makeEditor } from '@/prisma/factories/people';
import { ask, origin, read, readJson, signIn, textOf } from './requests';

const RELEASE = 'files-1';
const LATEST = '/data/latest/cells.csv';
const FROZEN = `/data/${RELEASE}/cells.csv`;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

beforeAll(async () => {
  const release = { slug: RELEASE, title: 'For tests of files', notes: '' };
  expect(await freezeRelease({ admin: await makeEditor({ role: 'admin' }), release, origin: origin() })).toMatchObject({
    ok: true,
  });
});

describe.each([
  LATEST,
  FROZEN,
  '/data/latest/agreements.xlsx',
  '/en/matrix/csv',
  '/en/criteria/specified-cbms/cells.csv',
])('%s', (address) => {
  test('has a date, and is not sent again to a reader who has it since then', async () => {
    const first = await ask(address);
    expect(first.status).toBe(200);
    const date = first.headers.get('last-modified') ?? '';
    expect(new Date(date).toUTCString()).toBe(date);
    expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
    await bytesOf(first);
    const since = (day: string, more = {}) => ask(address, { headers: { 'If-Modified-Since': day, ...more } });
    const again = await since(date);
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
    const earlier = await since('Sun, 06 Nov 1994 08:49:37 GMT');
    expect([earlier.status, (await bytesOf(earlier)).length > 0]).toEqual([200, true]);
    // The entity tag is exact and goes before the date.
    const other = await since(date, { 'If-None-Match': '"another"' });
    expect(other.status).toBe(200);
    await bytesOf(other);
  });

  test('is sent in parts, which make the whole', async () => {
    const whole = await bytesOf(await ask(address, { headers: { 'Accept-Encoding': 'identity' } }));
    const part = (range: string, more = {}) => ask(address, { headers: { Range: range, ...more } });
    const [begin, end] = [await part('bytes=0-99'), await part('bytes=100-')];
    expect([begin.status, begin.headers.get('content-range')]).toEqual([206, `bytes 0-99/${whole.length}`]);
    expect(begin.headers.get('accept-ranges')).toBe('bytes');
    expect(begin.headers.get('content-encoding')).toBeNull();
    expect(Buffer.concat([await bytesOf(begin), await bytesOf(end)]).equals(whole)).toBe(true);
    const tail = await part('bytes=-10');
    expect([tail.status, (await bytesOf(tail)).equals(whole.subarray(-10))]).toEqual([206, true]);
    const beyond = await part(`bytes=${whole.length}-`);
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    expect(await beyond.json()).toMatchObject({ status: 416, detail: expect.stringMatching(/\.$/) });
    // What is no single part of bytes is ignored, as the standard asks.
    for (const range of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=0-9', 'bytes=-']) {
      const answer = await part(range);
      expect([range, answer.status, (await bytesOf(answer)).length]).toEqual([range, 200, whole.length]);
    }
    const changed = await part('bytes=0-99', { 'If-Range': '"another"' });
    expect([changed.status, (await bytesOf(changed)).length]).toEqual([200, whole.length]);
  });
});

test('a file of a release is resumed by its entity tag', async () => {
  const etag = (await ask(FROZEN)).headers.get('etag') ?? '';
  const resumed = await ask(FROZEN, { headers: { Range: 'bytes=50-', 'If-Range': etag } });
  expect(resumed.status).toBe(206);
  const released = await readJson(`/api/v1/releases/${RELEASE}`);
  const { sha256 } = released.files.find(({ name }: { name: string }) => name === 'cells.csv');
  const head = await bytesOf(await ask(FROZEN, { headers: { Range: 'bytes=0-49' } }));
  const file = Buffer.concat([head, await bytesOf(resumed)]);
  expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
  expect((await ask(FROZEN)).headers.get('last-modified')).toBe(new Date(released.publishedAt).toUTCString());
});

test('scripts of other sites may ask for parts, and see what they are', async () => {
  const preflight = await ask(LATEST, {
    method: 'OPTIONS',
    headers: { Origin: 'https://example.org', 'Access-Control-Request-Headers': 'range' },
  });
  expect(preflight.headers.get('access-control-allow-headers')).toMatch(/\bRange\b/);
  expect((await ask(LATEST)).headers.get('access-control-expose-headers')).toMatch(/\bContent-Range\b/);
});

describe('a contribution sent by a page of another site', () => {
  const address = '/api/v1/calls/2020/contributions';

  test('is announced, sent and answered as the browser needs it', async () => {
    const preflight = await ask(address, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://example.org',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      },
    });
    expect(
      ['origin', 'methods', 'headers'].map((name) => preflight.headers.get(`access-control-allow-${name}`)),
    ).toEqual(['*', 'POST', 'Content-Type, Idempotency-Key']);
    const refused = await ask(address, {
      method: 'POST',
      headers: { Origin: 'https://example.org', 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([422, '*']);
    expect(refused.headers.get('access-control-expose-headers')).toContain('Location');
    expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
    const wrong = await ask(address, { headers: { Origin: 'https://example.org' } });
    expect([wrong.status, wrong.headers.get('access-control-allow-origin')]).toEqual([405, '*']);
  });

  test('is not offered at the desk’s addresses', async () => {
    const desk = await ask('/api/v1/desk/contributions', { method: 'OPTIONS' });
    expect(desk.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test.each([
  ['/api/v1/agreements?at=2999-12-31', 'at'],
  ['/api/v1/agreements/manrs?at=2999-12-31', 'at'],
  ['/api/v1/agreements?after=atlantis', 'after'],
  ['/api/v1/changes?after=atlantis.1', 'after'],
  ['/api/v1/contributions?after=BPF-1999-001', 'after'],
  ['/api/v1/projects?after=BPF-1999-001.1', 'after'],
])('%s is answered with 400 and a sentence on %s', async (address, path) => {
  const response = await ask(address);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    issues: [{ path, detail: expect.stringMatching(/^(at|after) .*\.$/) }],
  });
});

test('a citation comes in four forms, of today and of a release', async () => {
  for (const folder of ['latest', RELEASE]) {
    const ris = await read(`/data/${folder}/citation.ris`);
    expect(ris).toMatch(/^TY {2}- DATA\r\n(?:[A-Z]\w {2}- .*\r\n)+ER {2}- \r\n$/);
    for (const form of ['txt', 'bib', 'json']) expect((await ask(`/data/${folder}/citation.${form}`)).status).toBe(200);
  }
  for (const page of ['/en/data', `/en/releases/${RELEASE}`]) expect(await read(page)).toContain('citation.ris');
});

test('a downloaded cells.csv that is uploaded at the desk proposes nothing, and the next download has equal bytes', async () => {
  const before = await bytesOf(await ask(LATEST));
  const cookie = await signIn();
  const form = new FormData();
  form.set('file', new File([before], 'cells.csv', { type: 'text/csv' }));
  const uploaded = await ask('/desk/bulk/upload', {
    method: 'POST',
    headers: { ...cookie, Origin: origin() },
    body: form,
  });
  expect(uploaded.status).toBe(303);
  // The job queue reads a longer one.
  await expect
    .poll(async () => textOf(await read(`${uploaded.headers.get('location')}`, { headers: cookie })), {
      interval: 100,
      timeout: 60_000,
    })
    .toContain('Nothing to propose');
  expect((await bytesOf(await ask(LATEST))).equals(before)).toBe(true);
});

test('the columns have names of one style, and the former names beside them', async () => {
  const headOf = async (file: string) => (await read(`/data/latest/${file}`)).split('\r\n')[0]?.split(',') ?? [];
  for (const [file, former] of [
    ['agreements.csv', ['shortName', 'status.status', 'supply-chain-integrity']],
    ['cells.csv', ['criterion', 'value']],
    ['values.csv', []],
    ['criteria.csv', []],
  ] as const) {
    const head = await headOf(file);
    expect(head).toEqual(expect.arrayContaining([...former]));
    const first = former.length > 0 ? head.indexOf(former[0] ?? '') : head.length;
    for (const name of head.slice(0, first)) expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
  }
  expect(await headOf('agreements.csv')).toEqual(expect.arrayContaining(['short_name', 'supply_chain_integrity']));
  const pack = await readJson('/data/latest/datapackage.json');
  const { fields } = pack.resources.find(({ name }: { name: string }) => name === 'agreements').schema;
  expect(fields.find(({ name }: { name: string }) => name === 'shortName').description).toBe(
    'Until 30 November 2027 the same as “short_name”, which is the name to use.',
  );
});

test('a figure comes as PNG beside SVG and CSV, also of a view', async () => {
  expect(await read('/en/analysis/elements-2019')).toContain('/en/analysis/figures/elements-2019/coverage.png');
  const folder = '/en/analysis/figures/elements-2019';
  for (const figure of ['coverage', 'view/space/within-stakeholder-group/coverage', 'sharing', 'co-occurrence']) {
    const png = await ask(`${folder}/${figure}.png`);
    expect([figure, png.status, png.headers.get('content-type')]).toEqual([figure, 200, 'image/png']);
    const bytes = await bytesOf(png);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const svg = await read(`${folder}/${figure}.svg`);
    expect(bytes.readUInt32BE(16)).toBe(2 * Number(/width="([\d.]+)"/.exec(svg)?.[1]));
  }
  expect((await ask(`${folder}/nothing.png`)).status).toBe(404);
});

test('the data page has code for R, pandas and Excel with the addresses of this installation', async () => {
  const page = (await read('/en/data')).replaceAll('&quot;', '"');
  for (const code of ['read.csv(', 'pd.read_csv(', 'Web.Contents('])
    expect(page).toContain(`${code}"${origin()}${LATEST}"`);
  expect(page).toContain('until 30 November 2027');
});
