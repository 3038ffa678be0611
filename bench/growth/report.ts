import type { BenchDatabase } from '@/bench/database';
import { makeDecidable } from '@/bench/decidable';
import { aligned } from '@/bench/table';
import { testEnvironment } from '@/bin/environment.mjs';
import { finished, startNode } from '@/bin/processes.mjs';
import type { Timed } from './operations';

const SIZES = [1_000, 10_000, 100_000];
/** The size of the target; the largest size is only reported: the forum receives tens of contributions a year. */
const AIMED_AT = SIZES.indexOf(10_000);
/** How many contributions the product and bare pg decide on at each size, warm-up included. */
const DECISIONS = 70;
const AIM = { milliseconds: 100, baseline: 3 };

/** How the desk's work grows with the number of contributions: the same operations at three sizes. */
export async function growth(database: BenchDatabase, say: (text: string) => void): Promise<string> {
  // All at once and before the measurement, so that each size has the same number of agreements.
  for (const size of SIZES) await makeDecidable(database, DECISIONS, batchOf(size));
  const measured: Timed[][] = [];
  for (const size of SIZES) {
    await database.fill(size);
    measured.push(await run(database, size));
    say(`${count(size)} contributions measured`);
  }
  return growthTable(measured);
}

async function run(database: BenchDatabase, size: number): Promise<Timed[]> {
  const environment = {
    ...testEnvironment(process.env.BPF_DATA_DIR ?? '.data'),
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
  };
  const { ok, output } = await finished(
    startNode(['--import', 'tsx', 'bench/growth/operations.ts', batchOf(size)], { environment, output: 'pipe' }),
  );
  if (!ok) throw new Error(`The operations at ${size} failed:\n${output}`);
  return JSON.parse(output) as Timed[]; // printed by operations.ts
}

const batchOf = (size: number) => `growth${size}`;
const count = (number: number) => number.toLocaleString('en');

function growthTable(measured: Timed[][]): string {
  const [first = []] = measured;
  const times = first.map((_, row) => measured.map((results) => results[row]?.time ?? 0));
  const header = ['milliseconds', ...SIZES.map(count), `aim ${AIM.milliseconds} at ${count(SIZES[AIMED_AT] ?? 0)}`];
  const rows = first.map(({ title }, row) => {
    const of = times[row] ?? [];
    const met = (of[AIMED_AT] ?? 0) <= AIM.milliseconds;
    return [title, ...of.map((time) => time.toFixed(2)), met ? 'met' : 'missed'];
  });
  return `${aligned([header, ...rows])}\n\n${againstBare(times)}`;
}

/** The last two rows are the same decision, by the product and by bare pg. */
function againstBare(times: number[][]): string {
  const [ours = [], baseline = []] = times.slice(-2);
  const ratios = SIZES.map((size, at) => `${((ours[at] ?? 0) / (baseline[at] ?? 1)).toFixed(2)}x at ${count(size)}`);
  return `Deciding 21 cells against the same rows by bare pg in one transaction: ${ratios.join(', ')} (aim ${AIM.baseline}x).`;
}
