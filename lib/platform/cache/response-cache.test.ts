import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PageCache } from './page-cache';
import { ResponseCache } from './response-cache';

type Page = { coding?: string; status?: number; headers?: Record<string, string>; body?: string };
const PUBLIC = {
  'Cache-Control': 'public, max-age=0, s-maxage=1, must-revalidate',
  'Content-Type': 'text/plain',
  ETag: '"one"',
};

const MAX_BYTES = 20_000;
let page: Page;
let asked: number;
let server: http.Server;
let whileAnswering: () => void;
const change = () => globalThis.bpfPageCache?.expire(['dataset']);

beforeEach(async () => {
  [page, asked, whileAnswering] = [{ headers: PUBLIC, body: 'one' }, 0, () => undefined];
  globalThis.bpfPageCache = new PageCache(1_000_000);
  const cache = new ResponseCache(MAX_BYTES);
  server = http.createServer((request, response) => {
    if (cache.handle(request, response)) return;
    asked += 1;
    const { status = 200, headers = PUBLIC, body = '', coding = 'gzip' } = page;
    const zipped = request.headers['accept-encoding']?.includes('gzip');
    for (const [name, value] of Object.entries({ ...headers, ...(zipped && { 'Content-Encoding': coding }) }))
      response.setHeader(name, value);
    if (request.headers['if-none-match'] === headers.ETag) return void response.writeHead(304).end();
    response.statusCode = status;
    const bytes = zipped ? gzipSync(body) : Buffer.from(body);
    response.write(bytes.subarray(0, 1));
    whileAnswering();
    response.end(bytes.subarray(1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  vi.restoreAllMocks();
  globalThis.bpfPageCache = undefined;
  return new Promise((resolve) => server.close(resolve));
});

/** node:http adds nothing of its own to what is asked. */
function ask(
  headers: http.OutgoingHttpHeaders = {},
  { path = '/en', method = 'GET' } = {},
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }> {
  const { port } = server.address() as AddressInfo; // listens on a port, not a pipe
  return new Promise((resolve, reject) => {
    http
      .request({ port, path, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
          );
      })
      .on('error', reject)
      .end();
  });
}
const text = async (...args: Parameters<typeof ask>) => (await ask(...args)).body.toString();

describe('the response cache', () => {
  it('repeats a public answer with its headers, without asking Next', async () => {
    const first = await ask();
    page = { body: 'two' };
    const again = await ask();
    expect(again.body.toString()).toBe('one');
    expect(again.headers).toMatchObject({
      'content-type': 'text/plain',
      etag: '"one"',
      'cache-control': PUBLIC['Cache-Control'],
      'content-length': '3',
    });
    expect(first.status).toBe(again.status);
    expect((await ask({}, { method: 'HEAD' })).headers['content-length']).toBe('3');
    expect(asked).toBe(1);
    expect(await text({}, { path: '/en?other' })).toBe('two');
  });

  it('forgets everything when anything changes, and an answer after its second', async () => {
    await ask();
    page = { body: 'two' };
    change();
    expect(await text()).toBe('two');
    page = { body: 'three' };
    expect(await text()).toBe('two');
    const later = performance.now() + 1_001;
    vi.spyOn(performance, 'now').mockImplementation(() => later);
    expect(await text()).toBe('three');
  });

  it('does not keep an answer that was being sent during a change', async () => {
    whileAnswering = () => void change();
    await ask();
    [page, whileAnswering] = [{ body: 'two' }, () => undefined];
    expect(await text()).toBe('two');
  });

  it('keeps an answer apart by coding', async () => {
    expect(gunzipSync((await ask({ 'accept-encoding': 'gzip, br' })).body).toString()).toBe('one');
    expect(await text()).toBe('one');
    expect(asked).toBe(2);
    const again = await ask({ 'accept-encoding': 'br, gzip' });
    expect([gunzipSync(again.body).toString(), again.headers['content-encoding']]).toEqual(['one', 'gzip']);
    expect(asked).toBe(2);
    await ask({ 'accept-encoding': 'deflate' });
    expect(asked).toBe(3);
  });

  it('answers 304 itself, also if it has only seen a 304', async () => {
    expect((await ask({ 'if-none-match': '"one"' })).status).toBe(304);
    expect((await ask({ 'if-none-match': 'W/"other", W/"one"' })).status).toBe(304);
    expect(asked).toBe(1);
    expect(await text()).toBe('one');
    expect(asked).toBe(2);
    const known = await ask({ 'if-none-match': '"one"' });
    expect([known.status, known.headers.etag, known.headers['content-type'], known.body.byteLength]).toEqual([
      304,
      '"one"',
      undefined,
      0,
    ]);
    expect(await text({ 'if-none-match': '"two"' })).toBe('one');
    expect(asked).toBe(2);
  });

  it.each([
    ['private', { 'Cache-Control': 'private, no-store' }],
    ['for browsers only', { 'Cache-Control': 'public, max-age=60' }],
    ['a cookie', { ...PUBLIC, 'Set-Cookie': 'a=b' }],
  ])('never keeps an answer that is %s', async (_, headers) => {
    page = { headers, body: 'one' };
    await ask();
    await ask();
    expect(asked).toBe(2);
  });

  it.each([404, 500, 303])('never keeps a %i', async (status) => {
    page = { status, headers: PUBLIC };
    await ask();
    await ask();
    expect(asked).toBe(2);
  });

  it.each([{ authorization: 'Bearer x' }, { rsc: '1' }, { range: 'bytes=0-1' }, { 'next-router-prefetch': '1' }])(
    'neither keeps nor sends where the request says %j',
    async (headers) => {
      await ask(headers);
      await ask(headers);
      expect(asked).toBe(2);
      await ask();
      await ask(headers);
      expect(asked).toBe(4);
    },
  );

  it('keeps within its limit of bytes the most recently requested answers', async () => {
    page = { headers: PUBLIC, body: 'x'.repeat(6_000) };
    for (const path of ['/en/1', '/en/2', '/en/1', '/en/3', '/en/1']) await ask({}, { path });
    expect(asked).toBe(3);
    await ask({}, { path: '/en/2' });
    expect(asked).toBe(4);
    page = { headers: PUBLIC, body: 'x'.repeat(30_000) };
    await ask({}, { path: '/en/large' });
    await ask({}, { path: '/en/large' });
    expect(asked).toBe(6);
  });

  it('does not repeat headers that were for one reader', async () => {
    page = { headers: { ...PUBLIC, RateLimit: '"reads";r=3;t=60' }, body: 'one' };
    expect((await ask()).headers.ratelimit).toBe('"reads";r=3;t=60');
    expect((await ask()).headers.ratelimit).toBeUndefined();
    expect(asked).toBe(1);
  });

  it('stores nothing without a connection to invalidation', async () => {
    globalThis.bpfPageCache = undefined;
    await ask();
    await ask();
    expect(asked).toBe(2);
  });

  it('sends a coding only to readers who asked for it', async () => {
    page = { coding: 'deflate', body: 'one' };
    await ask({ 'accept-encoding': 'deflate, gzip;q=0' });
    await ask({ 'accept-encoding': 'gzip' }, { path: '/en/other' });
    page = { body: 'two' };
    for (const path of ['/en', '/en/other'])
      expect((await ask({ 'accept-encoding': 'gzip' }, { path })).headers['content-encoding']).toBe('gzip');
    const asking = asked;
    await ask({ 'accept-encoding': 'deflate, gzip;q=0' });
    expect(asked).toBe(asking + 1);
  });
});
