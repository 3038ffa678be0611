import { RateLimiterMemory } from 'rate-limiter-flexible';
import { env } from '@/lib/platform/env';
import { READING } from './constants';
import { addressRange } from './client-address';

export type ReadingCount = {
  /**
   * How many readings a range has in one window, how many of them are left, and in how many seconds the window ends.
   */
  points: number;
  left: number;
  seconds: number;
  exceeded: boolean;
};

// One counter per process, shared by all its routes. Each replica has its own: reading does no harm, and asking the
// database on each request is what the limit should prevent.
const holder: { readingsOfThisProcess?: RateLimiterMemory } = globalThis as never;

/** More than any reader reads in a window: the limit itself follows the configuration and is compared here. */
const NEVER_REFUSED = Number.MAX_SAFE_INTEGER;

/**
 * Counts one reading by an address. Its range stays in this process's memory until the window ends, and goes nowhere
 * else.
 */
export async function countReading(address: string): Promise<ReadingCount> {
  holder.readingsOfThisProcess ??= new RateLimiterMemory({ points: NEVER_REFUSED, duration: READING.seconds });
  const counted = await holder.readingsOfThisProcess.consume(addressRange(address));
  const points = Math.ceil(READING.points * env().LIMITS_FACTOR);
  return {
    points,
    left: Math.max(0, points - counted.consumedPoints),
    seconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)),
    exceeded: counted.consumedPoints > points,
  };
}
