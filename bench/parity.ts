import { deepStrictEqual } from 'node:assert/strict';
import type { BenchDatabase } from './database';
import { makeDecidable } from './decidable';
import { decisionCall, rowsToMeasure } from './rows';
import type { Call } from './rows';
import type { Servers } from './servers';

/**
 * Refuses to measure two servers that do different things: reading must give equal answers, apart from what is derived, and submitting and deciding
 * must add the same number of rows to each table.
 */
export async function assertParity({ ours, baseline }: Servers, database: BenchDatabase): Promise<void> {
  await database.fill(50);
  const [first, second] = await makeDecidable(database, 2, 'same');
  if (!first || !second) throw new Error('nothing to decide on');
  const rows = rowsToMeasure();
  for (const row of rows.filter(({ part }) => part !== 'submit' && part !== 'decide')) {
    deepStrictEqual(
      withoutDerived(await (await ask(baseline.origin, row.next())).json()),
      withoutDerived(await (await ask(ours.origin, row.next())).json()),
      row.title,
    );
  }
  const submitting = rows.find(({ part }) => part === 'submit');
  if (!submitting) throw new Error('no submission among the rows');
  // The first one of a day adds a row to the counters, whichever server takes it.
  await ask(ours.origin, submitting.next());
  const submission = submitting.next();
  for (const [ourCall, baselineCall] of [
    [submission, submission],
    [decisionCall(first), decisionCall(second)],
  ] as const) {
    const byOurs = await written(database, () => ask(ours.origin, ourCall));
    const byBaseline = await written(database, () => ask(baseline.origin, baselineCall));
    deepStrictEqual(byBaseline, byOurs, `rows left by ${ourCall.path}`);
  }
}

/** What our answers say of a cell and of a contribution beyond what the bare server reads, which does less by that. */
const DERIVED = ['sourceRecord', 'sureness', 'onBehalf'];

const withoutDerived = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (DERIVED.includes(key) ? undefined : one)));

async function ask(origin: string, { path, ...call }: Call): Promise<Response> {
  const response = await fetch(`${origin}${path}`, call);
  if (!response.ok) throw new Error(`${origin}${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** How many rows were added to each table. */
async function written(database: BenchDatabase, run: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await countRows(database);
  await run();
  const after = await countRows(database);
  return Object.fromEntries(Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]));
}

async function countRows(database: BenchDatabase): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' OR (schemaname = 'graphile_worker' AND tablename = '_private_jobs') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables)
    counts[name] =
      (await database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`))[0]?.count ?? 0;
  return counts;
}
