import fs from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { db, forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { version } from '@/package.json';
import { GET } from './route';

useTestDatabase();

/** Each test uses its own time, because a write is not repeated within seconds. */
let hour = 0;
beforeEach(() => void vi.spyOn(Date, 'now').mockReturnValue(Date.UTC(2030, 0, 1, (hour += 1))));
afterEach(() => {
  vi.restoreAllMocks();
});

const answer = async () => {
  const response = await GET();
  return {
    status: response.status,
    again: response.headers.get('retry-after'),
    body: (await response.json()) as object,
  };
};

it('reports health where there is space and the database can be written', async () => {
  expect(await answer()).toMatchObject({ status: 200, body: { status: 'ok', version, database: 'up' } });
});

it('writes once in ten seconds, regardless of the number of requests', async () => {
  const pulses = async () => (await db.rateLimit.findUnique({ where: { key: 'pulse' } }))?.expire;
  await answer();
  const first = await pulses();
  vi.mocked(Date.now).mockReturnValue(Number(first) + 9_000);
  await answer();
  expect(await pulses()).toBe(first);
  vi.mocked(Date.now).mockReturnValue(Number(first) + 10_000);
  await answer();
  expect(await pulses()).toBe((first ?? 0n) + 10_000n);
});

it('answers 503 on a full disk', async () => {
  const disk = await fs.promises.statfs('.');
  vi.spyOn(fs.promises, 'statfs').mockResolvedValue({ ...disk, bsize: 4096, bavail: 1_000 });
  expect(await answer()).toEqual({
    status: 503,
    again: '10',
    body: { status: 'unavailable', version, database: 'up', disk: 'full' },
  });
});

it('answers 503 where the database can be read but not written', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const whole = process.env.DATABASE_URL ?? '';
  await db.$disconnect();
  process.env.DATABASE_URL = `${whole}${whole.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c default_transaction_read_only=on')}`;
  rereadEnvironment();
  forgetClient();
  expect(await answer()).toEqual({
    status: 503,
    again: '10',
    body: { status: 'unavailable', version, database: 'up', writing: 'refused' },
  });
  await db.$disconnect();
  process.env.DATABASE_URL = whole;
  rereadEnvironment();
  forgetClient();
});
