import { readJson } from '@/app/server/api';
import type { Failure, Issue, Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';

/** No valid submission is nested half as deep, so code that walks it may use recursion. */
const MAX_LEVELS = 32;

/** The request's JSON. Fails with `unsupported_type`, `too_large`, `malformed`. */
export async function readSubmission(request: Request): Promise<Result<{ body: unknown }>> {
  const read = await readJson(request);
  return read.ok && isDeeperThan(read.body, MAX_LEVELS) ? failure('malformed') : read;
}

/** Works level by level: a hostile body of nested brackets would exhaust a recursive function. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; depth < levels; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** A body can have thousands of faults; this many are enough to begin with. */
const MAX_ISSUES = 100;
const LONGEST_PATH = 200;

/** A failure whose issues each name one field, also where the schema found several unknown fields at once. */
export function namedFaults({ reason, issues }: Failure): Failure {
  return failure(reason, issues?.slice(0, MAX_ISSUES).flatMap(fieldByField).slice(0, MAX_ISSUES));
}

function fieldByField(issue: Issue): Issue[] {
  const keys =
    issue.code === 'unknown_field' && typeof issue.params?.keys === 'string' ? issue.params.keys.split(', ') : [];
  if (keys.length === 0) return [issue];
  const within = issue.path === '' ? '' : `${issue.path}.`;
  return keys.slice(0, MAX_ISSUES).map((key) => ({ path: `${within}${key}`.slice(0, LONGEST_PATH), code: issue.code }));
}
