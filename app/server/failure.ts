import { failure } from '@/lib/platform/errors';
import type { Failure } from '@/lib/platform/errors';
import { isDatabaseDown } from '@/lib/platform/database-down';

/** Turns what was thrown into what may be said: whoever asked learns that it failed, the log learns why. */
export function failureOf(error: unknown): Failure {
  if (isDatabaseDown(error)) {
    console.warn(
      `The database is out of reach: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)}`,
    );
    return failure('unavailable');
  }
  console.error(error);
  return failure('unexpected');
}
