import { afterEach, describe, expect, it } from 'vitest';
import * as feed from '@/app/feeds/dataset.atom/route';
import { READING } from '@/lib/platform/rate-limit/constants';
import { env } from '@/lib/platform/env';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { GET as nowhere } from '@/app/api/v1/[[...path]]/route';
import * as agreements from '@/app/api/v1/agreements/route';
import * as submissions from '@/app/api/v1/calls/[call]/contributions/route';
import * as queue from '@/app/api/v1/desk/contributions/route';

useTestDatabase();

const NOTHING = { params: Promise.resolve({}) };
const asking = (path: string, from: string, init: RequestInit = {}) =>
  new Request(`http://localhost${path}`, { ...init, headers: { 'X-Forwarded-For': from, ...init.headers } });
const read = (path: string, from: string) => agreements.GET(asking(path, from), NOTHING);
const limits = (response: Response) => ['RateLimit-Policy', 'RateLimit'].map((name) => response.headers.get(name));

describe('the read limit of an address range', () => {
  afterEach(() => {
    env().LIMITS_FACTOR = 1;
  });

  it('is in every answer and counts the whole range, failures included', async () => {
    env().LIMITS_FACTOR = 3 / READING.points;
    const answers = [
      await read('/api/v1/agreements?limit=1', '192.0.2.1'),
      await read('/api/v1/agreements?limit=0', '192.0.2.2'),
      await read('/api/v1/agreements?limit=1', '192.0.2.255'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 200]);
    expect(answers.map((answer) => limits(answer)[0])).toEqual(Array(3).fill(`"reading";q=3;w=${READING.seconds}`));
    expect(answers.map((answer) => /^"reading";r=(\d+);t=\d+$/.exec(limits(answer)[1] ?? '')?.[1])).toEqual([
      '2',
      '1',
      '0',
    ]);

    const refused = await read('/api/v1/agreements?limit=1', '192.0.2.3');
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(READING.seconds - 10);
    expect(limits(refused)).toEqual([`"reading";q=3;w=${READING.seconds}`, `"reading";r=0;t=${seconds}`]);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(await refused.json()).toMatchObject({
      status: 429,
      reason: 'too_many_requests',
      detail: errors.reasons.too_many_requests,
    });
    expect((await read('/api/v1/agreements?limit=1', '198.51.100.1')).status).toBe(200);
  });

  it('is one count for all addresses of the API', async () => {
    env().LIMITS_FACTOR = 1 / READING.points;
    expect((await nowhere(asking('/api/v1/nothing', '203.0.113.1'), NOTHING)).status).toBe(404);
    expect((await read('/api/v1/agreements?limit=1', '203.0.113.2')).status).toBe(429);
  });
});

describe('a method that an address does not have', () => {
  it.each([
    ['a list', agreements.POST, 'GET, HEAD, OPTIONS'],
    ['a list', agreements.DELETE, 'GET, HEAD, OPTIONS'],
    ['a feed', feed.POST, 'GET, HEAD, OPTIONS'],
    ['the public submission endpoint', submissions.GET, 'POST, OPTIONS'],
    ['the desk', queue.PUT, 'GET, HEAD, OPTIONS'],
  ])('is rejected by %s in words, with the methods it has', async (_, method, allow) => {
    const response = method();
    expect([response.status, response.headers.get('allow'), response.headers.get('content-type')]).toEqual([
      405,
      allow,
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({
      status: 405,
      title: 'Method Not Allowed',
      reason: 'method_not_allowed',
      detail: errors.reasons.method_not_allowed,
    });
  });

  it('is listed for scripts of other sites by a preflight, but not for the desk', async () => {
    const open = agreements.OPTIONS();
    expect([
      open.status,
      open.headers.get('access-control-allow-methods'),
      open.headers.get('access-control-allow-headers'),
    ]).toEqual([204, 'GET, HEAD', 'If-Modified-Since, If-None-Match, If-Range, Range']);
    const write = submissions.OPTIONS();
    expect([
      write.status,
      write.headers.get('access-control-allow-origin'),
      write.headers.get('access-control-allow-methods'),
    ]).toEqual([204, '*', 'POST']);
    const desk = queue.OPTIONS();
    expect([desk.status, desk.headers.get('access-control-allow-origin')]).toEqual([204, null]);
  });
});

it('an unknown address answers 404 for programs, with a link to the list of addresses', async () => {
  const response = await nowhere(asking('/api/v1/nothing/at/all', '203.0.113.77'), NOTHING);
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  expect(response.headers.get('link')).toBe('</api/v1/openapi.json>; rel="service-desc", </en/api>; rel="service-doc"');
  expect(response.headers.get('access-control-expose-headers')).toBe(
    'Accept-Ranges, Content-Disposition, Content-Range, ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
  );
});

it('a page of a list links to the next one, with all other parameters', async () => {
  const first = await read('/api/v1/agreements?limit=2', '203.0.113.78');
  const { next } = (await first.json()) as { next: string };
  expect(first.headers.get('link')).toBe(`</api/v1/agreements?limit=2&after=${next}>; rel="next"`);
  const last = await read('/api/v1/agreements?limit=500', '203.0.113.78');
  expect([((await last.json()) as { next: null }).next, last.headers.get('link')]).toEqual([null, null]);
});
