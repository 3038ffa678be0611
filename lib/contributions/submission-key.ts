import { createHash, createHmac } from 'node:crypto';
import { inKeyOrder } from './content-hash';

/** A key with what was sent under it: the two belong together. */
export type KeyedSubmission = { key: string; hash: string };

/**
 * The stored form of a sender's key and of the body that came with it, contact details included. The body's hash is
 * made with the key, of which only a hash is stored, so that people who read the database can't test guesses of the
 * content.
 */
export const keyedSubmission = (key: string, input: unknown): KeyedSubmission => ({
  key: `sent:${createHash('sha256').update(key).digest('hex')}`,
  hash: createHmac('sha256', key)
    .update(JSON.stringify(inKeyOrder(input)) ?? '')
    .digest('hex'),
});
