// What the desk reads and writes, one operation at a time without HTTP, in a process of its own. Prints the
// milliseconds of each as JSON.
import pg from 'pg';
import { decide } from '@/bench/baseline/deciding';
import { listDecidable } from '@/bench/decidable';
import type { Decidable } from '@/bench/decidable';
import { decideChanges } from '@/lib/review/decide';
import { listDeskAgreements } from '@/lib/review/desk-agreement';
import { readDeskCounts } from '@/lib/review/desk-counts';
import { readHome } from '@/lib/review/desk-home';
import { readOverview } from '@/lib/review/overview';
import { listPendingOfCriterion, readPendingOfAgreement } from '@/lib/review/pending/pending-cells';
import { readForReview } from '@/lib/review/review-page/review-page';
import { listQueue, readQueue } from '@/lib/review/queue/queue';
import { queueFilter } from '@/lib/review/queue/schema';
import { decisionsInput } from '@/lib/review/schema';

export type Timed = {
  title: string;
  /**
   * Milliseconds: a tenth of the runs need at most this time. Other work on the machine makes runs slower, never
   * faster.
   */
  time: number;
};

/** After five executions the server keeps its plan. */
const WARMING = 8;
const REPEATS = 60;
const DECIDED = 25;
const EDITOR = {
  userId: 'bench-1',
  name: 'Editor 1',
  email: 'editor1@example.org',
  role: 'editor' as const,
  organisation: null,
};

const FILTERS: Record<string, Record<string, string>> = {
  'first page': {},
  'every status': { status: '' },
  'oldest first': { sort: 'oldest' },
  'last changed first': { sort: 'changed' },
  'one call': { call: '2019' },
  'assigned to one editor': { assignee: 'bench-2' },
  mine: { assignee: 'mine' },
  unassigned: { assignee: 'none' },
  'one agreement': { agreement: 'paris-call' },
  'one criterion': { criterion: 'supply-chain-integrity' },
  'a criterion of an agreement': { agreement: 'paris-call', criterion: 'supply-chain-integrity' },
  'in conflict': { conflict: '1' },
  'ready to publish': { ready: '1' },
  'decided, not published': { decided: '1' },
  'with rivals': { rivals: '1' },
  'a new agreement': { newAgreement: '1' },
  'with files': { files: '1' },
  'an unanswered message': { unanswered: '1' },
  'later than promised': { late: '1' },
  'address not confirmed': { unconfirmed: '1' },
  'changed since the last visit': { changed: '1' },
  'one stakeholder group': { group: 'academia' },
  'one country': { country: 'KE' },
  'one tag': { tag: 'norms' },
  'waiting over 30 days': { olderThan: '30' },
  'search: a word in all': { q: 'norms' },
  'search: a word in 1 %': { q: '"word17"' },
  'search: two words': { q: 'word17 practice' },
  'search: a beginning': { q: 'word39' },
  'search: who wrote': { q: 'organisation 1000501' },
  'search: a word in none': { q: 'nowhere' },
};

async function time(
  title: string,
  run: () => Promise<unknown>,
  { warming, repeats } = { warming: WARMING, repeats: REPEATS },
): Promise<Timed> {
  for (let turn = 0; turn < warming; turn += 1) await run();
  const times: number[] = [];
  for (let turn = 0; turn < repeats; turn += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return { title, time: times.sort((one, other) => one - other)[Math.floor(times.length / 10)] ?? 0 };
}

/** The same reads as the desk's page: the rows, and the counts on the tabs. */
const queued = (title: string, query: Record<string, string>) => {
  const filter = queueFilter.parse({ status: 'submitted', ...query });
  return time(`queue, ${title}`, () => readQueue(filter, EDITOR.userId));
};

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const batch = process.argv[2] ?? '';
const waiting = await listDecidable({ query: async (text, values) => (await pool.query(text, values)).rows }, batch);

function nextWaiting(): Decidable {
  const one = waiting.pop();
  if (!one) throw new Error('nothing left to decide on');
  return one;
}

const results: Timed[] = [];
for (const [title, query] of Object.entries(FILTERS)) results.push(await queued(title, query));
results.push(
  await time('home of the desk', () => Promise.all([readHome(EDITOR.userId), readDeskCounts(EDITOR), readOverview()])),
);
results.push(await time('counts of the navigation', () => readDeskCounts(EDITOR)));
const [contested] = (await listQueue({ status: 'submitted', limit: 1 })).rows;
results.push(await time('review page, 21 cells', () => readForReview(waiting[0]?.reference ?? '', EDITOR, 'en')));
results.push(
  await time('review page, 21 cells with rivals', () => readForReview(contested?.reference ?? '', EDITOR, 'en')),
);
results.push(
  await time('undecided cells of an agreement', () => readPendingOfAgreement('csde-anti-botnet-guide', EDITOR)),
);
results.push(
  await time('undecided cells of a criterion', () => listPendingOfCriterion('supply-chain-integrity', EDITOR)),
);
results.push(await time('undecided cells, counted by agreement', () => listDeskAgreements()));
const once = { warming: WARMING, repeats: DECIDED };
results.push(
  await time(
    'deciding 21 cells',
    async () => {
      const { reference, body } = nextWaiting();
      const result = await decideChanges({
        editor: EDITOR,
        reference,
        decisions: decisionsInput.parse(JSON.parse(body)).decisions,
      });
      if (!result.ok) throw new Error(`refused: ${result.reason}`);
    },
    once,
  ),
);
results.push(
  await time(
    'the same rows by bare pg',
    async () => decide(pool, { userId: EDITOR.userId, ...parsed(nextWaiting()) }),
    once,
  ),
);
process.stdout.write(JSON.stringify(results));
process.exit(0);

function parsed({ reference, body }: Decidable): { reference: string; body: unknown } {
  return { reference, body: JSON.parse(body) };
}
