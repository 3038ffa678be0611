import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/platform/db/client';
import { env } from '@/lib/platform/env';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { BUSY, ENDPOINTS } from './constants';
import type { Endpoint } from './constants';
import { addressRange } from './client-address';

/**
 * `address`: the sender of the request; null counts all senders together. `about`: what is counted separately, hashed
 * as well.
 */
type Pass = { endpoint: Endpoint; address: string | null; about?: string; now?: Date };

/**
 * Counts one request of an address to an endpoint. Fails with `too_many_requests` (and the seconds to wait) if its
 * range has used up the limit. Neither address nor range is stored, only a keyed hash that changes every day.
 */
export async function countPass({ endpoint, address, about = '', now = new Date() }: Pass): Promise<Result> {
  const { points, seconds } = ENDPOINTS[endpoint];
  const day = now.toISOString().slice(0, 10);
  const key = keyed(`${endpoint} ${day} ${address === null ? 'anywhere' : addressRange(address)} ${about}`.trimEnd());
  const waiting = await consume({ key, points: points * env().LIMITS_FACTOR, seconds });
  return waiting === null ? { ok: true } : { ...failure('too_many_requests'), retryAfterSeconds: waiting };
}

/** Counts one request of any sender to an endpoint. Returns whether there were so many that it should ask for more. */
export async function isBusy(endpoint: Endpoint): Promise<boolean> {
  return (
    (await consume({ key: `busy ${endpoint}`, points: BUSY.points * env().LIMITS_FACTOR, seconds: BUSY.seconds })) !==
    null
  );
}

/** Marks something that works once as used, as long as it would work. Returns false if it was used before. */
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
