// One request after the other, without HTTP, in a process of its own: how many statements each sends, and how long it
// waits for PostgreSQL. Prints the result as JSON.
import pg from 'pg';
import { TOKEN } from '@/bench/database';
import { listDecidable } from '@/bench/decidable';
import type { Decidable } from '@/bench/decidable';
import type { BenchRow } from '@/bench/rows';
import { fullSubmission } from '@/bench/submission';
import { findActorByToken } from '@/lib/accounts/api-tokens';
import { submitContribution } from '@/lib/contributions/submission';
import { listAgreements, readAgreement } from '@/lib/publication/agreements';
import { decideChanges } from '@/lib/review/decide';
import { listQueue } from '@/lib/review/queue/queue';
import { decisionsInput } from '@/lib/review/schema';
import { BATCH } from './batch';

export type Breakdown = {
  part: BenchRow['part'];
  statements: number;
  /** Milliseconds per operation. */ total: number;
  inDatabase: number;
  slowest: string[];
};

const WARMING = 15;
const REPEATS = 50;
const SLOWEST = 3;

type Sent = { text: string; milliseconds: number };
let sent: Sent[] = [];

/**
 * Every statement goes through pg's client, with both kinds of caller: a pool with a callback, a transaction with a
 * promise.
 */
function listen(): void {
  // it has a dozen signatures and is passed through unchanged
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function listening(this: pg.Client, ...args: unknown[]) {
    const began = performance.now();
    const [first] = args;
    const text = typeof first === 'string' ? first : String((first as { text?: string }).text);
    const note = () => void sent.push({ text, milliseconds: performance.now() - began });
    const callback = args.at(-1);
    if (typeof callback !== 'function') return (query.apply(this, args) as Promise<unknown>).finally(note);
    return query.apply(this, [...args.slice(0, -1), (...answer: unknown[]) => (note(), callback(...answer))]);
  } as typeof pg.Client.prototype.query;
}

async function measure(part: BenchRow['part'], run: () => Promise<{ ok: boolean }>): Promise<Breakdown> {
  const repeat = async (times: number) => {
    for (let time = 0; time < times; time += 1) if (!(await run()).ok) throw new Error(`${part} was refused`);
  };
  await repeat(WARMING);
  sent = [];
  const began = performance.now();
  await repeat(REPEATS);
  const total = (performance.now() - began) / REPEATS;
  const inDatabase = sent.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / REPEATS;
  return { part, statements: Math.round(sent.length / REPEATS), total, inDatabase, slowest: longest(sent) };
}

function longest(statements: Sent[]): string[] {
  const byText = new Map<string, number>();
  for (const { text, milliseconds } of statements) byText.set(text, (byText.get(text) ?? 0) + milliseconds / REPEATS);
  const sorted = [...byText].toSorted(([, one], [, other]) => other - one);
  return sorted.slice(0, SLOWEST).map(([text, milliseconds]) => `${shortened(text)} ${milliseconds.toFixed(2)} ms`);
}

async function prepared(): Promise<Decidable[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const waiting = await listDecidable(
    { query: async (text, values) => (await client.query(text, values)).rows },
    BATCH,
  );
  await client.end();
  return waiting;
}

const shortened = (text: string) => {
  const plain = text.replaceAll('"public".', '').replaceAll('"', '').replace(/\s+/g, ' ').trim();
  return (
    /(INSERT INTO \w+|UPDATE \w+|FROM \(?\w+|^\w+)/.exec(
      /^SELECT/i.test(plain) ? plain.replace(/^.*?(?=FROM )/, '') : plain,
    )?.[0] ?? plain.slice(0, 30)
  );
};

const waiting = await prepared();
listen();
const actor = async () => {
  const found = await findActorByToken(`Bearer ${TOKEN}`);
  if (!found) throw new Error('the token of this run is not accepted');
  return found;
};
const done = async (work: Promise<unknown>) => ({ ok: (await work) !== null });
const results = [
  await measure('read one', () => done(readAgreement('gcsc'))),
  await measure('read all', () => done(listAgreements())),
  await measure('queue', async () => done(actor().then(() => listQueue({ status: 'submitted' })))),
  await measure('submit', () => submitContribution({ callSlug: '2020', input: fullSubmission() })),
  await measure('decide', async () => {
    const one = waiting.pop();
    if (!one) throw new Error('nothing left to decide on');
    return decideChanges({
      editor: await actor(),
      reference: one.reference,
      decisions: decisionsInput.parse(JSON.parse(one.body)).decisions,
    });
  }),
];
process.stdout.write(JSON.stringify(results));
process.exit(0);
