import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOverview } from '@/lib/review/overview';
import { db } from '@/lib/platform/db/client';
import { makeEditor } from '@/prisma/factories/people';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { nextInQueue } from './next';
import { listQueue, readQueue } from './queue';
import { queueFilter } from './schema';

useTestDatabase();

/** What grows with the number of contributions, and is therefore never read from first to last. */
const GROWING = ['contributions', 'proposed_changes', 'proposals', 'contacts', 'contribution_revisions'];
const CONTRIBUTIONS = 20_000;

type Sent = { text: string; values: unknown[] };
let sent: Sent[] = [];
let client: pg.Client;
let userId: string;
const query = pg.Client.prototype.query as (...args: unknown[]) => unknown; // has a dozen signatures; passed through as it comes

beforeAll(async () => {
  userId = (await makeEditor()).userId;
  await fill();
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  pg.Client.prototype.query = function noting(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [{ text?: string; values?: unknown[] } | string, unknown];
    if (typeof first === 'object' && first.text !== undefined)
      sent.push({ text: first.text, values: Array.isArray(second) ? second : (first.values ?? []) });
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
});

afterAll(async () => {
  pg.Client.prototype.query = query as typeof pg.Client.prototype.query;
  await client.end();
});

/** Calls two, editors four, agreements twenty; a few in conflict, a word in every one and one in few. */
async function fill(): Promise<void> {
  await db.$executeRaw`INSERT INTO users (id, email, role) SELECT 'plan-' || n, 'plan' || n || '@example.org', 'editor' FROM generate_series(1, 4) n`;
  await db.$executeRaw`
    INSERT INTO contributions (id, call_id, questionnaire_id, number, reference, status, anonymous, current_revision, submitted_at, status_at, assignee_id, assigned_at, search)
    SELECT gen_random_uuid(), c.id, (SELECT id FROM questionnaires LIMIT 1), 1000 + n, 'BPF-2020-' || 1000 + n,
      CASE n % 5 WHEN 3 THEN 'declined' WHEN 4 THEN 'published' ELSE 'submitted' END::contribution_status, n % 10 = 0, 1, now() - n * interval '1 hour', now() - n * interval '1 minute',
      CASE WHEN n % 7 < 4 THEN 'plan-' || 1 + n % 7 END, CASE WHEN n % 7 < 4 THEN now() END, to_tsvector('simple', 'everywhere word' || n % 50 || CASE WHEN n % 2000 = 0 THEN ' seldom' ELSE '' END)
    FROM calls c, generate_series(1, ${CONTRIBUTIONS}::int) n WHERE c.slug = '2020'`;
  await db.$executeRaw`INSERT INTO contacts (contribution_id, affiliation) SELECT id, 'Organisation ' || number FROM contributions`;
  await db.$executeRaw`INSERT INTO contribution_revisions (id, contribution_id, number) SELECT gen_random_uuid(), id, 1 FROM contributions`;
  await db.$executeRaw`
    INSERT INTO proposals (id, contribution_id, revision_id, position, kind, agreement_id)
    SELECT gen_random_uuid(), c.id, r.id, 0, 'update', a.id FROM contributions c JOIN contribution_revisions r ON r.contribution_id = c.id
    JOIN (SELECT id, row_number() OVER (ORDER BY slug) - 1 AS place FROM agreements) a ON a.place = c.number % 20`;
  await db.$executeRaw`
    INSERT INTO proposed_changes (id, proposal_id, contribution_id, agreement_id, key, criterion_key, base, base_version, value)
    SELECT gen_random_uuid(), p.id, c.id, p.agreement_id, k.key, k.key, jsonb_build_object('value', d.value, 'note', d.note, 'source', d.source), CASE WHEN c.number % 500 = 7 THEN 0 ELSE 1 END, '"unclear"'
    FROM contributions c JOIN proposals p ON p.contribution_id = c.id
    JOIN (SELECT key, row_number() OVER (ORDER BY key) AS place FROM criteria) k ON (c.number + k.place) % 21 < 2 JOIN cells d ON d.agreement_id = p.agreement_id AND d.key = k.key`;
  await db.$executeRawUnsafe('VACUUM ANALYZE');
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The tables that a statement reads from first to last, by the plan for these values and by the plan that a prepared statement keeps. */
async function readWhole({ text, values }: Sent): Promise<string[]> {
  const explain = async (statement: string, given: unknown[]) => {
    const { rows } = (await query.call(client, statement, given)) as { rows: { 'QUERY PLAN': [{ Plan: Plan }] }[] };
    return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: plan }) => nodes(plan)));
  };
  const plans = [
    ...(await explain(`EXPLAIN (FORMAT JSON) ${text}`, values)),
    ...(await explain(`EXPLAIN (FORMAT JSON, GENERIC_PLAN) ${text}`, [])),
  ];
  return plans.filter((node) => node['Node Type'] === 'Seq Scan').flatMap((node) => node['Relation Name'] ?? []);
}

async function expectIndexed(run: () => Promise<unknown>): Promise<void> {
  sent = [];
  await run();
  const statements = sent.filter(({ text }) => /^\s*(SELECT|WITH)/i.test(text));
  expect(statements.length).toBeGreaterThan(0);
  for (const statement of statements) {
    expect(
      (await readWhole(statement)).filter((table) => GROWING.includes(table)),
      statement.text,
    ).toEqual([]);
  }
}

const FILTERS: Record<string, string>[] = [
  {},
  { status: 'submitted' },
  { status: 'submitted', sort: 'oldest' },
  { status: 'submitted', sort: 'changed' },
  { sort: 'changed' },
  { status: 'submitted', call: '2020' },
  { call: '2020', sort: 'changed' },
  { status: 'submitted', assignee: 'mine' },
  { status: 'submitted', assignee: 'plan-1' },
  { status: 'submitted', assignee: 'plan-1', sort: 'changed' },
  { status: 'submitted', assignee: 'none' },
  { assignee: 'none', sort: 'oldest' },
  { status: 'submitted', call: '2020', assignee: 'plan-2' },
  { status: 'submitted', agreement: 'paris-call' },
  { criterion: 'supply-chain-integrity' },
  { status: 'submitted', agreement: 'paris-call', criterion: 'supply-chain-integrity' },
  { conflict: '1' },
  { status: 'submitted', conflict: '1', agreement: 'paris-call' },
  { status: 'submitted', olderThan: '30' },
  { olderThan: '30', sort: 'changed' },
  { q: 'everywhere' },
  { status: 'submitted', q: 'seldom' },
  { q: 'organisation 1001' },
  { q: '"word17"', assignee: 'none' },
  { q: 'BPF-2020-1001' },
  { status: 'submitted', agreement: 'paris-call', q: 'everywhere', assignee: 'plan-1', olderThan: '10' },
];

it('a plan that reads a whole table is noticed', async () => {
  expect(
    await readWhole({
      text: `SELECT id FROM contributions WHERE search @@ to_tsquery('simple', 'every:*') OR anonymous`,
      values: [],
    }),
  ).toContain('contributions');
});

it.each(FILTERS)('the queue reads no growing table from first to last: %j', async (filter) => {
  await expectIndexed(() => readQueue(queueFilter.parse(filter), userId));
});

it.each(FILTERS.slice(0, 4))('nor do its later pages, nor the next one: %j', async (filter) => {
  const { next } = await listQueue(queueFilter.parse(filter), userId);
  await expectIndexed(() => listQueue(queueFilter.parse({ ...filter, after: next ?? '' }), userId));
  await expectIndexed(() => nextInQueue(queueFilter.parse(filter), 'BPF-2020-1500', userId));
});

it('nor does the overview', async () => {
  await expectIndexed(() => readOverview(userId));
});
