import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { BUSY, ENDPOINTS, GATE_FIELDS, WAIT } from './constants';
import { believable, clientAddress } from './client-address';
import { checkAbuse } from './check-abuse';
import type { ProofChallenge } from './check-abuse';
import { clearCounters, countPass, isBusy, useOnce } from './counters';
import { addressRange } from './client-address';

useTestDatabase();
beforeAll(() => void (env().LIMITS_FACTOR = 1));
afterEach(async () => {
  env().CHALLENGE = 'load';
  await db.rateLimit.deleteMany();
});

const form = (fields: Record<string, string> = {}) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const submit = (fields: Record<string, string> = {}, more: { hurried?: boolean; now?: Date } = {}) =>
  checkAbuse({ endpoint: 'submit', address: '192.0.2.7', form: form(fields), ...more });

async function demanded(more: Parameters<typeof submit>[1] = {}): Promise<ProofChallenge> {
  const answer = await submit({}, { hurried: true, ...more });
  if (answer.ok || answer.reason !== 'proof_needed') throw new Error('a demand was expected');
  return answer;
}

describe('addressRange', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:12:34::1', '2001:db8:12::/48'],
    ['2001:0DB8:0012:ffff:1:2:3:4', '2001:db8:12::/48'],
    ['::1', '0:0:0::/48'],
    ['2001:db8::', '2001:db8:0::/48'],
    ['[2001:db8:1::5]', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['', 'unknown'],
    ['me, myself', 'unknown'],
  ])('of %s is %s', (address, range) => {
    expect(addressRange(address)).toBe(range);
  });
});

describe('clientAddress', () => {
  it('trusts only the headers of our own proxies', () => {
    const request = { forwarded: '198.51.100.1, 203.0.113.9, 10.0.0.2', remote: '10.0.0.1' };
    expect(clientAddress({ ...request, proxies: 0 })).toBe('10.0.0.1');
    expect(clientAddress({ ...request, proxies: 1 })).toBe('10.0.0.2');
    expect(clientAddress({ ...request, proxies: 2 })).toBe('203.0.113.9');
    expect(clientAddress({ ...request, proxies: 9 })).toBe('198.51.100.1');
    expect(clientAddress({ forwarded: undefined, remote: '10.0.0.1', proxies: 1 })).toBe('10.0.0.1');
    expect(clientAddress({ forwarded: '', remote: undefined, proxies: 1 })).toBe('unknown');
  });
});

describe('believable', () => {
  const sent = {
    host: 'bpf.example.org',
    'x-forwarded-host': 'evil.example, proxy.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '1',
    'x-forwarded-for': '198.51.100.1',
  };

  it('ignores forwarded host, scheme and port without a trusted proxy in front', () => {
    expect(believable({ ...sent }, '10.0.0.1', 0)).toEqual({ host: 'bpf.example.org', 'x-forwarded-for': '10.0.0.1' });
  });

  it('uses the header of our own proxy, not the entries before it', () => {
    expect(believable({ ...sent }, '10.0.0.1', 1)).toEqual({ ...sent, 'x-forwarded-host': 'proxy.example' });
    expect(believable({ host: 'bpf' }, '10.0.0.1', 1)).toEqual({ host: 'bpf', 'x-forwarded-for': '10.0.0.1' });
  });
});

describe('countPass', () => {
  it('stops an address range at its limit and says when to retry, while others pass', async () => {
    for (let pass = 0; pass < ENDPOINTS.sign_in.points; pass++)
      expect(await countPass({ endpoint: 'sign_in', address: `192.0.2.${pass}` })).toEqual({ ok: true });
    const refused = await countPass({ endpoint: 'sign_in', address: '192.0.2.200' });
    expect(refused).toEqual({
      ok: false,
      reason: 'too_many_requests',
      retryAfterSeconds: expect.any(Number) as number,
    });
    expect('retryAfterSeconds' in refused && refused.retryAfterSeconds).toBeGreaterThan(ENDPOINTS.sign_in.seconds - 60);
    expect(await countPass({ endpoint: 'sign_in', address: '198.51.100.1' })).toEqual({ ok: true });
    expect(await countPass({ endpoint: 'start', address: '192.0.2.1' })).toEqual({ ok: true });
  });

  it('lets exactly the limit through when requests come at once', async () => {
    const all = await Promise.all(
      Array.from({ length: ENDPOINTS.sign_in.points + 10 }, () =>
        countPass({ endpoint: 'sign_in', address: '192.0.2.1' }),
      ),
    );
    expect(all.filter((one) => one.ok).length).toBe(ENDPOINTS.sign_in.points);
  });

  it('stores neither address nor range, and another hash the next day', async () => {
    await countPass({ endpoint: 'start', address: '192.0.2.1' });
    const [today] = await db.rateLimit.findMany();
    expect(JSON.stringify(today?.key)).not.toMatch(/192|2\.0/);
    await countPass({ endpoint: 'start', address: '192.0.2.1', now: new Date(Date.now() + 86_400_000) });
    expect(await db.rateLimit.count()).toBe(2);
  });

  it('deletes expired counters', async () => {
    await countPass({ endpoint: 'start', address: '192.0.2.1' });
    expect(await clearCounters()).toBe(0);
    expect(await clearCounters(new Date(Date.now() + 3 * 3_600_000))).toBe(1);
  });
});

describe('useOnce', () => {
  it('is true for exactly one of many at once', async () => {
    const uses = await Promise.all(Array.from({ length: 8 }, () => useOnce('a solved challenge', 60)));
    expect(uses.filter(Boolean)).toEqual([true]);
  });
});

describe('isBusy', () => {
  it('is true above the limit for all senders together', async () => {
    await isBusy('start');
    await db.rateLimit.updateMany({ data: { points: BUSY.points - 1 } });
    expect(await isBusy('start')).toBe(false);
    expect(await isBusy('start')).toBe(true);
    const answer = await checkAbuse({ endpoint: 'start', address: '192.0.2.1', form: form() });
    expect(answer).toMatchObject({ ok: false, reason: 'proof_needed', why: 'load' });
    env().CHALLENGE = 'never';
    expect(await checkAbuse({ endpoint: 'start', address: '192.0.2.1', form: form() })).toEqual({ ok: true });
  });
});

describe('checkAbuse', () => {
  it('lets everybody pass under normal load', async () => {
    expect(await submit()).toEqual({ ok: true });
  });

  it('asks for a proof, with the reason, where a flag says so, the hidden field is filled, or the form was too fast', async () => {
    expect(await submit({ [GATE_FIELDS.trap]: 'https://example.org' })).toMatchObject({
      reason: 'proof_needed',
      why: 'trap',
    });
    expect(await submit({}, { hurried: true })).toMatchObject({
      reason: 'proof_needed',
      why: 'hurry',
      seconds: WAIT.seconds,
    });
    env().CHALLENGE = 'always';
    expect(await submit()).toMatchObject({ reason: 'proof_needed', why: 'everybody' });
    expect(await submit({}, { hurried: true }), 'what is said is what is nearest to the form').toMatchObject({
      why: 'hurry',
    });
  });

  it('opens for a proof of work, once, for this endpoint only', async () => {
    const { challenge } = await demanded();
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    const wrong = Buffer.from(
      JSON.stringify({ challenge, solution: { ...solution, counter: (solution?.counter ?? 0) + 1 } }),
    ).toString('base64');
    expect(await submit({ [GATE_FIELDS.proof]: wrong }, { hurried: true })).toMatchObject({ ok: false });
    const elsewhere = await checkAbuse({
      endpoint: 'start',
      address: '192.0.2.7',
      form: form({ [GATE_FIELDS.proof]: proof }),
      hurried: true,
    });
    expect(elsewhere).toMatchObject({ ok: false, reason: 'proof_needed' });
    expect(await submit({ [GATE_FIELDS.proof]: proof }, { hurried: true })).toEqual({ ok: true });
    expect(await submit({ [GATE_FIELDS.proof]: proof }, { hurried: true })).toMatchObject({ ok: false });
  });

  it('refuses a proof with a forged challenge, and invalid ones', async () => {
    const { challenge } = await demanded();
    const easy = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '0', cost: 1 } };
    const solution = await solveChallenge({ challenge: easy, deriveKey });
    const forged = Buffer.from(JSON.stringify({ challenge: easy, solution })).toString('base64');
    for (const proof of [
      forged,
      'rubbish',
      Buffer.from('{"challenge":{}}').toString('base64'),
      Buffer.from('null').toString('base64'),
      'A'.repeat(5_000),
    ]) {
      expect(await submit({ [GATE_FIELDS.proof]: proof }, { hurried: true })).toMatchObject({ reason: 'proof_needed' });
    }
  });

  it('accepts a waiting time instead of a proof, once, at this endpoint only', async () => {
    const began = new Date();
    const { waited } = await demanded({ now: began });
    const later = (seconds: number) => ({ hurried: true, now: new Date(began.getTime() + seconds * 1000) });
    expect(await submit({ [GATE_FIELDS.waited]: waited }, later(WAIT.seconds - 1))).toMatchObject({ ok: false });
    expect(await submit({ [GATE_FIELDS.waited]: `${waited}x` }, later(WAIT.seconds))).toMatchObject({ ok: false });
    expect(
      await submit({ [GATE_FIELDS.waited]: waited.replace('submit', 'start') }, later(WAIT.seconds)),
    ).toMatchObject({ ok: false });
    expect(await submit({ [GATE_FIELDS.waited]: waited }, later(WAIT.minutes * 60 + 1))).toMatchObject({ ok: false });
    expect(await submit({ [GATE_FIELDS.waited]: waited }, later(WAIT.seconds))).toEqual({ ok: true });
    expect(await submit({ [GATE_FIELDS.waited]: waited }, later(WAIT.seconds + 1))).toMatchObject({ ok: false });
  });
});
