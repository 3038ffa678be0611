import { failure } from '@/lib/platform/errors';
import type { Failure } from '@/lib/platform/errors';
import { isDatabaseDown } from '@/lib/platform/database-down';

/** Turns an exception into a failure: the user sees that it failed, the log has the cause. */
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
