import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';

/** More fields than the largest step has, and deeper than any field lies. */
const MAX_ENTRIES = 6_000;
const MAX_DEPTH = 6;
const MAX_INDEX = 999;

/** A name, or the key of a row, such as `dates:adopted` and `dates:+1`. */
const SEGMENT = /^[A-Za-z0-9-]{1,80}(:\+?[a-z0-9-]{1,80})?$/;
const REFUSED = new Set(['constructor', 'prototype']);

type Typed = string | string[];
type Branch = Map<string, Branch | Typed>;
export type Nested = { [key: string]: Nested | Nested[] | Typed };

/**
 * Turns the entries of a posted form into the object that their names describe: `projects.0.title` is in a list, a name
 * that occurs more than once holds a list of texts. Files, React's own entries and names that describe nothing are left
 * out. Lists close up: if row 1 was removed, row 2 becomes row 1. Fails with `too_large` for more entries than any step
 * has.
 */
export function parseFormData(entries: Iterable<[string, unknown]>): Result<{ values: Nested }> {
  const root: Branch = new Map();
  let count = 0;
  for (const [name, value] of entries) {
    if (++count > MAX_ENTRIES) return failure('too_large');
    const segments = name.split('.');
    if (typeof value === 'string' && segments.length <= MAX_DEPTH && segments.every(describesAPlace))
      put(root, segments, storable(value));
  }
  return { ok: true, values: asObject(root) };
}

/** Letters, digits, hyphens and the keys of rows only: `__proto__` is no place, nor is what every object inherits. */
const describesAPlace = (segment: string) =>
  SEGMENT.test(segment) && !REFUSED.has(segment) && !(/^\d+$/.test(segment) && Number(segment) > MAX_INDEX);

function put(branch: Branch, [head = '', ...rest]: string[], value: string): void {
  const there = branch.get(head);
  if (rest.length > 0) {
    if (there !== undefined && !(there instanceof Map)) return; // a text is in the place of a list: the first one stays
    const next: Branch = there ?? new Map();
    branch.set(head, next);
    put(next, rest, value);
  } else if (there === undefined) {
    branch.set(head, value);
  } else if (!(there instanceof Map)) {
    branch.set(head, [...(Array.isArray(there) ? there : [there]), value]);
  }
}

function asObject(branch: Branch): Nested {
  return Object.fromEntries(
    [...branch].map(([key, value]) => [key, value instanceof Map ? asObjectOrList(value) : value]),
  );
}

function asObjectOrList(branch: Branch): Nested | Nested[] {
  const keys = [...branch.keys()];
  if (!keys.every((key) => /^\d+$/.test(key))) return asObject(branch);
  const rows = keys.sort((a, b) => Number(a) - Number(b)).map((key) => branch.get(key));
  return rows.flatMap((row) => (row instanceof Map ? [asObject(row)] : []));
}

/** Line ends become \n; what PostgreSQL can't hold in JSON (NUL, half a character) becomes U+FFFD. */
function storable(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
