import { beforeAll, expect, it, vi } from 'vitest';
import { eastWestSubmission } from '@/prisma/factories/submissions';
import { GET as readAgreements } from '@/app/api/v1/agreements/route';
import { POST as submit } from '@/app/api/v1/calls/[call]/contributions/route';
import { GET as readQueue } from '@/app/api/v1/desk/contributions/route';

beforeAll(() => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing'; // no server listens here
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-tests-and-of-nothing-else';
  vi.spyOn(console, 'warn').mockImplementation(() => undefined); // what the operator reads, once per request
});

const at = (path: string, init?: RequestInit) => new Request(`http://localhost${path}`, init);

it.each([
  [
    'a submission',
    () =>
      submit(
        at('/api/v1/calls/2020/contributions', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(eastWestSubmission()),
        }),
        { params: Promise.resolve({ call: '2020' }) },
      ),
  ],
  ['a reader', () => readAgreements(at('/api/v1/agreements'), { params: Promise.resolve({}) })],
  [
    'the desk',
    () =>
      readQueue(at('/api/v1/desk/contributions', { headers: { Authorization: `Bearer bpf_${'a'.repeat(43)}` } }), {
        params: Promise.resolve({}),
      }),
  ],
])('while the database is down, %s answers when to retry', async (_, ask) => {
  const response = await ask();
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({
    status: 503,
    reason: 'unavailable',
    detail: expect.stringMatching(/^The service can’t reach its database/),
  });
});
