import { randomUUID } from 'node:crypto';
import type { BenchDatabase } from './database';
import { TOKEN } from './database';
import { makeDecidable } from './decidable';
import type { Decidable } from './decidable';
import { fullSubmission } from './submission';

export type Call = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };

export type BenchRow = {
  title: string;
  /** Which part of the product it exercises, as the breakdown names it. */
  part: 'read one' | 'read all' | 'queue' | 'submit' | 'decide';
  prepare?: (database: BenchDatabase) => Promise<void>;
  /** Answered from memory until something changes. */
  kept?: boolean;
  next: () => Call;
  /** The limit of requests per round, for requests that use something up. */
  amount?: { ours: number; baseline: number };
};

const AS_EDITOR = { Authorization: `Bearer ${TOKEN}` };
const JSON_BODY = { 'Content-Type': 'application/json' };
const ROUNDS = 3;
const DECIDED = { ours: 300, baseline: 900 };

const reading = (title: string, part: BenchRow['part'], path: string): BenchRow => ({
  title,
  part,
  kept: true,
  next: () => ({ method: 'GET', path }),
});

const queueOf = (contributions: number): BenchRow => ({
  title: `queue, first page of ${contributions.toLocaleString('en')}`,
  part: 'queue',
  prepare: (database) => database.fill(contributions),
  next: () => ({ method: 'GET', path: '/api/v1/desk/contributions?status=submitted', headers: AS_EDITOR }),
});

/** A word that one contribution in a hundred holds, of the first 10,000. */
const rareWord: BenchRow = {
  title: 'queue, a word in 1 % of 10,000',
  part: 'queue',
  prepare: (database) => database.fill(10_000),
  next: () => ({
    method: 'GET',
    path: `/api/v1/desk/contributions?status=submitted&q=${encodeURIComponent('"word17"')}`,
    headers: AS_EDITOR,
  }),
};

/**
 * The rows whose title contains the word; all of them without a word, for so many rounds. The order matters: earlier rows must not see what
 * later ones add.
 */
export function rowsToMeasure(word = '', rounds = ROUNDS): BenchRow[] {
  const submission = JSON.stringify(fullSubmission());
  const all = [
    reading('one agreement', 'read one', '/api/v1/agreements/gcsc'),
    reading('all agreements', 'read all', '/api/v1/agreements'),
    queueOf(1_000),
    queueOf(10_000),
    rareWord,
    queueOf(100_000),
    {
      title: 'submitting a full contribution',
      part: 'submit' as const,
      next: () => ({
        method: 'POST' as const,
        path: '/api/v1/calls/2020/contributions',
        headers: { ...JSON_BODY, 'Idempotency-Key': randomUUID() },
        body: submission,
      }),
    },
    deciding(rounds + 1),
  ];
  return all.filter((row) => row.title.includes(word));
}

/** `rounds` with the warming. */
function deciding(rounds: number): BenchRow {
  let waiting: Decidable[] = [];
  return {
    title: 'deciding 21 cells',
    part: 'decide',
    prepare: async (database) => {
      waiting = await makeDecidable(database, (DECIDED.ours + DECIDED.baseline) * rounds + 200, 'bench');
    },
    next: () => {
      const one = waiting.pop();
      if (!one) throw new Error('More decisions were asked for than were prepared.');
      return decisionCall(one);
    },
    amount: DECIDED,
  };
}

export const decisionCall = ({ reference, body }: Decidable): Call => ({
  method: 'POST',
  path: `/api/v1/desk/contributions/${reference}/decisions`,
  headers: { ...AS_EDITOR, ...JSON_BODY },
  body,
});
