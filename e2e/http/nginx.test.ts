import http from 'node:http';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startFront } from '@/e2e/fixtures/front';
import type { Front } from '@/e2e/fixtures/front';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { published, takenDown } from '@/prisma/factories/published';
import { eastWestSubmission, proposing } from '@/prisma/factories/submissions';
import { ask, read } from './requests';

const SLUG = 'csde-anti-botnet-guide';
const soon = { interval: 50, timeout: 20_000 };
const atOnce = { interval: 10, timeout: 20_000 };

let front: Front;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front.end());

async function startOtherFront(settings?: Record<string, string>): Promise<Front> {
  const other = await startFront(settings);
  onTestFinished(other.end);
  return other;
}

/** The source of nginx's answer: HIT is its copy, undefined means that it keeps no copy. */
async function cacheOf(address: string, init?: RequestInit): Promise<string | undefined> {
  const response = await ask(address, init);
  await response.arrayBuffer();
  return response.headers.get('x-cache') ?? undefined;
}

/** nginx counts whole seconds: a copy of one second has expired after two. */
async function untilCopiesRunOut(since: number): Promise<void> {
  await expect.poll(() => Date.now() - since, soon).toBeGreaterThan(2_000);
}

test('public pages come from the copy for a second, and the next reader sees a decision', async () => {
  const path = `/en/agreements/${SLUG}`;
  const page = front.origin + path;
  await read(page);
  await expect.poll(() => cacheOf(page), { ...atOnce, message: 'one of two readings within a second' }).toBe('HIT');
  const copied = Date.now();
  const value = `Secretariat of ${Date.now()}`;
  await published(proposing(SLUG, [{ cell: 'maintainer', value }]), { accept: SLUG });
  await expect.poll(() => read(front.app.origin + path), { ...soon, message: 'the app itself' }).toContain(value);
  // The first reader after the copy has expired must not get it.
  await untilCopiesRunOut(copied);
  const next = await ask(page);
  expect(await next.text()).toContain(value);
  expect(next.headers.get('x-cache')).not.toMatch(/STALE|UPDATING|HIT/);
});

test('nginx keeps no copy of a form’s page, of a private link or of the desk', async () => {
  for (const address of [
    '/en/calls/2020/contribute',
    '/en/link/none',
    '/en/confirm/none',
    '/sign-in',
    '/api/health',
    '/api/auth/session',
  ]) {
    const response = await ask(front.origin + address);
    expect(response.headers.get('x-cache'), address).toBeNull();
    expect(response.headers.get('cache-control') ?? '', address).not.toContain('public');
  }
  const { userId } = await makeEditor();
  const desk = { headers: { Cookie: `next-auth.session-token=${await makeSession(userId)}` } };
  expect(await read(`${front.origin}/desk`, desk)).toMatch(/<h1[^>]*>Queue/);
  expect(await cacheOf(`${front.origin}/desk`, desk)).toBeUndefined();
});

test('a client that forges addresses is counted as one, and another client separately', async () => {
  // A secret of its own, so that the counters begin at zero. Six contributions an hour through the API, one begun in
  // the form.
  const { origin } = await startOtherFront({
    LIMITS_FACTOR: '0.02',
    CHALLENGE: 'never',
    NEXTAUTH_SECRET: `limits through nginx ${Date.now()} ${'x'.repeat(32)}`,
  });
  const statuses: number[] = [];
  for (const forged of [
    '198.51.100.1',
    '203.0.113.2',
    '192.0.2.3, 198.51.100.4',
    '2001:db8::5',
    'unknown',
    '127.0.0.1',
    '198.18.0.7',
  ]) {
    statuses.push(await send({ origin, forged }));
  }
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 429]);
  expect(await send({ origin, forged: '198.51.100.1', localAddress: '127.0.7.1' })).toBe(201);
});

test('readers get the existing copies while the app does not answer', async () => {
  const { origin, app } = await startOtherFront();
  const copy = async () => {
    const response = await ask(`${origin}/en/about`);
    return (await response.text()).includes('<h1') ? response.headers.get('x-cache') : null;
  };
  await expect.poll(copy, { ...atOnce, message: 'a copy' }).toBe('HIT');
  await app.kill();
  const copied = await ask(`${origin}/en/about`);
  expect(copied.status).toBe(200);
  expect(await copied.text()).toContain('<h1');
  const refused = await ask(`${origin}/sign-in`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await refused.text()).toContain('Please try again in a minute.');
  const problem = await ask(`${origin}/api/v1/desk/contributions`);
  expect([problem.status, problem.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect(await problem.json()).toMatchObject({ status: 503, detail: expect.stringContaining('does not answer') });
});

test('a contribution that was taken down cannot be read through nginx two seconds later', async () => {
  const WORDS = 'Global Cyber Policy Dialogues';
  const { reference } = await published(eastWestSubmission());
  const addresses = [
    `/en/contributions/${reference}`,
    `/api/v1/contributions/${reference}`,
    '/en/projects',
    '/api/v1/projects',
  ];
  for (const address of addresses) {
    await expect.poll(() => read(front.app.origin + address), { ...soon, message: address }).toContain(WORDS);
    await expect
      .poll(() => cacheOf(front.origin + address), { ...atOnce, message: `${address} is copied` })
      .toBe('HIT');
  }
  await takenDown(reference);
  await untilCopiesRunOut(Date.now());
  for (const address of addresses) {
    const text = await read(front.origin + address);
    // The lists may hold other contributions of the same organisation.
    expect(address.includes(reference) ? text.includes(WORDS) : text.includes(reference), address).toBe(false);
  }
});

/** Sends a contribution through the API, with a forged sender address in a header. Returns the status. */
function send({
  origin,
  forged,
  localAddress,
}: {
  origin: string;
  forged: string;
  localAddress?: string;
}): Promise<number> {
  const body = JSON.stringify(
    proposing('manrs', [{ cell: 'maintainer', value: `Secretariat named by ${forged} at ${process.hrtime.bigint()}` }]),
  );
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Forwarded-For': forged,
    'X-Real-IP': forged,
    Forwarded: `for=${forged}`,
  };
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${origin}/api/v1/calls/2020/contributions`,
      { method: 'POST', headers, localAddress },
      (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.once('error', reject).end(body);
  });
}
