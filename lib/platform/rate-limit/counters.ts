import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { BUSY, DOORS } from './constants';
import type { Door } from './constants';
import { addressRange } from './client-address';

/** `address`: whose request it is; null where it is counted wherever it comes from. `about`: what is counted apart, hashed as well. */
type Pass = { door: Door; address: string | null; about?: string; now?: Date };

/**
 * Counts one pass through a door by an address. Fails with `too_many_requests` (and in how many seconds there is room again)
 * where its range has used up what it may. Neither address nor range is stored: a keyed hash that changes every day is.
 */
export async function countPass({ door, address, about = '', now = new Date() }: Pass): Promise<Result> {
  const { points, seconds } = DOORS[door];
  const day = now.toISOString().slice(0, 10);
  const key = keyed(`${door} ${day} ${address === null ? 'anywhere' : addressRange(address)} ${about}`.trimEnd());
  const waiting = await consume({ key, points: points * env().LIMITS_FACTOR, seconds });
  return waiting === null ? { ok: true } : { ...failure('too_many_requests'), retryAfterSeconds: waiting };
}

/** Counts one pass through a door by anybody. Returns whether there have been so many that it should ask for more. */
export async function isBusy(door: Door): Promise<boolean> {
  return (
    (await consume({ key: `busy ${door}`, points: BUSY.points * env().LIMITS_FACTOR, seconds: BUSY.seconds })) !== null
  );
}

/** Marks something that works once as used, for as long as it would work. Returns false where it was used before. */
export async function useOnce(secret: string, seconds: number): Promise<boolean> {
  return (await consume({ key: keyed(`once ${secret}`), points: 1, seconds })) === null;
}

const keyed = (text: string) => createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest('base64url');

type Consumption = { key: string; points: number; seconds: number };

/** Takes one point. Returns null, or the seconds until there are points again. */
async function consume({ key, points, seconds }: Consumption): Promise<number | null> {
  const limiter = new RateLimiterPostgres({
    storeClient: throughPrisma,
    storeType: 'client',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: '',
    points,
    duration: seconds,
  });
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Removes counters that ran out more than an hour ago. Called by a job. Returns how many that were. */
export async function clearCounters(now = new Date()): Promise<number> {
  return (await db.rateLimit.deleteMany({ where: { expire: { lt: BigInt(now.getTime() - 3_600_000) } } })).count;
}

/** The limiter writes its own SQL; it goes through the pool that everything uses. */
const throughPrisma = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const given = values.map((value) => (typeof value === 'number' && value > 0x7fffffff ? BigInt(value) : value));
    const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...given);
    return {
      rows: rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) })),
      rowCount: rows.length,
    };
  },
};
