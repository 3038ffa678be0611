import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from '@/bench/database';
import { makeDecidable } from '@/bench/decidable';
import { median } from '@/bench/measuring';
import { decisionCall } from '@/bench/rows';
import type { Server } from '@/bench/servers';

const DECISIONS = 30;

/**
 * The time between a decision at one server and a changed agreement at another server that had the old one in memory.
 */
export async function invalidationLag(through: Server, from: Server, database: BenchDatabase): Promise<string> {
  const times: number[] = [];
  for (const { reference, body } of await makeDecidable(database, DECISIONS, 'lag')) {
    const [row] = await database.query<{ slug: string }>(
      'SELECT a.slug FROM agreements a JOIN proposals p ON p.agreement_id = a.id JOIN contributions c ON c.id = p.contribution_id WHERE c.reference = $1',
      [reference],
    );
    const address = `${from.origin}/api/v1/agreements/${row?.slug}`;
    if ((await versionAt(address)) !== 1) throw new Error(`${address} is not as it was made.`);
    const { path, ...call } = decisionCall({ reference, body });
    const decided = await fetch(through.origin + path, call);
    if (!decided.ok) throw new Error(`The decision was answered with ${decided.status}: ${await decided.text()}`);
    const began = performance.now();
    while ((await versionAt(address)) === 1) await sleep(1);
    times.push(performance.now() - began);
  }
  return `A decision at one server is read at another ${median(times).toFixed(1)} ms after it was answered, at most ${Math.max(...times).toFixed(1)} ms (${DECISIONS} decisions; aim 1,000 ms).`;
}

const versionAt = async (address: string) => ((await (await fetch(address)).json()) as { version: number }).version;
