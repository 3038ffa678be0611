import type { BenchDatabase } from '@/bench/database';
import { makeDecidable } from '@/bench/decidable';
import { testEnvironment } from '@/bin/environment.mjs';
import { finished, startNode } from '@/bin/processes.mjs';
import { BATCH } from './batch';
import type { Breakdown } from './operations';

const CONTRIBUTIONS = 1_000;
const DECISIONS = 80;

/** How a single request spends its time, per part of the product: measured in a process that does nothing else. */
export async function breakdowns(database: BenchDatabase): Promise<Breakdown[]> {
  await database.fill(CONTRIBUTIONS);
  await makeDecidable(database, DECISIONS, BATCH);
  const environment = {
    ...testEnvironment(process.env.BPF_DATA_DIR ?? '.data'),
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
  };
  const { ok, output } = await finished(
    startNode(['--import', 'tsx', 'bench/breakdown/operations.ts'], { environment, output: 'pipe' }),
  );
  if (!ok) throw new Error(`The breakdown failed:\n${output}`);
  return JSON.parse(output) as Breakdown[]; // printed by operations.ts
}
