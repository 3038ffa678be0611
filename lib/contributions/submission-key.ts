import { createHash, createHmac } from 'node:crypto';
import { inKeyOrder } from './content-hash';

/** A key with what was sent under it: the two belong together. */
export type KeyedSubmission = { key: string; hash: string };

/**
 * What is stored of a sender's key and of the body that came with it, contact details included. The body's hash is made with the key, of
 * which only a hash is kept: whoever reads the database can't try out what somebody may have written.
 */
export const keyedSubmission = (key: string, input: unknown): KeyedSubmission => ({
  key: `sent:${createHash('sha256').update(key).digest('hex')}`,
  hash: createHmac('sha256', key)
    .update(JSON.stringify(inKeyOrder(input)) ?? '')
    .digest('hex'),
});
