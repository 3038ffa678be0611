import fs from 'node:fs';
import path from 'node:path';
import { CommandError } from '@/bin/command-error.mjs';
import { median, run } from '@/bench/measuring';
import { rowsToMeasure } from '@/bench/rows';
import type { BenchRow } from '@/bench/rows';
import type { BenchDatabase } from '@/bench/database';
import type { Servers } from '@/bench/servers';
import { aligned } from '@/bench/table';
import { exceeded, MOST_SLOWER } from './compare';
import type { Ratios } from './compare';

const ROUNDS = 5;
const SECONDS = 2;
/** Filling so many takes longer than everything else together. */
const LEFT_OUT = /100,000/;
const FILE = 'bench/results/gate.json';

/** A route of ours that reads nothing: what Next itself costs. */
const EMPTY: BenchRow = {
  title: 'an empty route',
  part: 'read one',
  next: () => ({ method: 'GET', path: '/api/health/live' }),
};

/**
 * Measures how many times slower than a bare server, and than an empty route of ours, each row is, and compares that
 * with what is kept in bench/results. With `keep` this run's ratios take their place.
 * @throws {CommandError} naming the rows that are more than a fifth slower than kept
 */
export async function gate(
  servers: Servers,
  database: BenchDatabase,
  { keep, say }: { keep: boolean; say: (text: string) => void },
): Promise<string> {
  const found: Record<string, Ratios> = {};
  for (const row of rowsToMeasure('', ROUNDS).filter(({ title }) => !LEFT_OUT.test(title))) {
    await row.prepare?.(database);
    found[row.title] = await measureRow(row, servers);
    say(row.title);
  }
  const kept = readKept();
  const table = tableOf(found, kept);
  if (keep || kept === null) {
    fs.mkdirSync(path.dirname(FILE), { recursive: true });
    fs.writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
    return `${table}\n\nKept in ${FILE}.`;
  }
  const worse = exceeded(kept, found);
  if (worse.length > 0)
    throw new CommandError(`${table}\n\nMore than ${MOST_SLOWER} times as slow as kept: ${worse.join('; ')}.`);
  return `${table}\n\nNothing is more than ${MOST_SLOWER} times as slow as kept.`;
}

/** The middle of five rounds; within a round all three are measured one after the other. */
async function measureRow(row: BenchRow, servers: Servers): Promise<Ratios> {
  await run(row, servers, 'ours', 1);
  await run(row, servers, 'baseline', 1);
  const rounds: Ratios[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = (await run(row, servers, 'ours', SECONDS)).perSecond;
    const bare = (await run(row, servers, 'baseline', SECONDS)).perSecond;
    const empty = (await run(EMPTY, servers, 'ours', 1)).perSecond;
    rounds.push({ toBare: bare / ours, toEmpty: empty / ours });
  }
  return {
    toBare: median(rounds.map(({ toBare }) => toBare)),
    toEmpty: median(rounds.map(({ toEmpty }) => toEmpty)),
  };
}

const readKept = (): Record<string, Ratios> | null =>
  fs.existsSync(FILE) ? (JSON.parse(fs.readFileSync(FILE, 'utf8')) as Record<string, Ratios>) : null;

function tableOf(found: Record<string, Ratios>, kept: Record<string, Ratios> | null): string {
  const times = (ratio: number | undefined) => (ratio === undefined ? '–' : `${ratio.toFixed(2)}x`);
  return aligned([
    ['slower than', 'bare', 'kept', 'an empty route', 'kept'],
    ...Object.entries(found).map(([title, { toBare, toEmpty }]) => [
      title,
      times(toBare),
      times(kept?.[title]?.toBare),
      times(toEmpty),
      times(kept?.[title]?.toEmpty),
    ]),
  ]);
}
