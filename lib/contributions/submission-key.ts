import { createHash, createHmac } from 'node:crypto';
import { db, Prisma } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { contentHash, inKeyOrder } from './content-hash';
import type { Submission } from './schema';

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

/**
 * The earlier use of a key in this call: the same submission, or `key_used_before`. Null if it was not used. For
 * submissions stored before keys and bodies belonged together, the words are compared.
 */
export async function findByKey(
  { key, hash }: KeyedSubmission,
  callId: string,
  parse: () => Promise<{ data?: Submission }>,
): Promise<Result<{ reference: string }> | null> {
  const row = await db.contribution.findUnique({
    where: { submissionKey: key, callId },
    select: { reference: true, submissionHash: true, contentHash: true },
  });
  if (!row?.reference) return null;
  const submission = row.submissionHash === null ? (await parse()).data : undefined;
  const same =
    row.submissionHash === null
      ? submission !== undefined && contentHash(submission) === row.contentHash
      : row.submissionHash === hash;
  return same ? { ok: true, reference: row.reference } : failure('key_used_before');
}

/** The unique index of submission keys refused: the same submission is there already, or arriving at this moment. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2010' &&
    /23505|contributions_submission_key_key/.test(error.message)
  );
}
