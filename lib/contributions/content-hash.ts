import { createHash } from 'node:crypto';
import type { Submission } from './schema';

/** SHA-256 of the content of a parsed submission, without its author and consent: the same words give the same hash. */
export function contentHash({ about: _, consent: __, showContacts: ___, ...said }: Submission): string {
  return createHash('sha256')
    .update(JSON.stringify(inKeyOrder(said)))
    .digest('hex');
}

/** The order of an object's keys says nothing; that of a list does. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, inKeyOrder(part)]),
  );
}
