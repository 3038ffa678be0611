import { z } from 'zod';
import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';

export const meanings = z.record(z.string(), z.number().int());

/** A question's first meaning, which is not stored. */
export const FIRST_MEANING = 1;

/** The stored meanings of one version, by question key. */
export async function readMeanings(callId: string, version: number, tx: Tx = db): Promise<Record<string, number>> {
  const row = await tx.questionnaire.findUnique({
    where: { callId_version: { callId, version } },
    select: { meanings: true },
  });
  return meanings.parse(row?.meanings ?? {});
}

/**
 * What a question means in one version of a call's questionnaire, as a number. Answers under the same key, in any
 * version of any call, can be compared where the number is the same.
 */
export async function meaningOf(callId: string, version: number, key: string, tx: Tx = db): Promise<number> {
  return (await readMeanings(callId, version, tx))[key] ?? FIRST_MEANING;
}

/** A number that no version of any call has used for this key. */
export async function nextMeaning(key: string, tx: Tx): Promise<number> {
  // One at a time, so that two calls never give two meanings one number.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`meaning ${key}`}, 0))`;
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max((meanings->>${key})::int) AS last FROM questionnaires`;
  return Math.max(FIRST_MEANING, row?.last ?? FIRST_MEANING) + 1;
}
