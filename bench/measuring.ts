import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { BenchRow } from './rows';
import type { Server, Servers } from './servers';

const CONNECTIONS = 8;
const ROUNDS = 3;
const ROUND_SECONDS = 3;
const WARMING_SECONDS = 1;

type Figures = {
  perSecond: number;
  p95: number;
  /** Of the server's process, per request; null if the system does not report it. */ cpu: number | null;
};
export type Measured = {
  row: BenchRow;
  ours: Figures;
  baseline: Figures;
  /** The median over rounds of baseline's speed by ours, taken in the same round. */ slower: number;
};

/**
 * Measures one row in rounds that alternate between the two servers, so that other work on the machine affects both.
 */
export async function measure(row: BenchRow, servers: Servers): Promise<Measured> {
  await run(row, servers, 'ours', WARMING_SECONDS);
  await run(row, servers, 'baseline', WARMING_SECONDS);
  const rounds: { ours: Figures; baseline: Figures }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({
      ours: await run(row, servers, 'ours', ROUND_SECONDS),
      baseline: await run(row, servers, 'baseline', ROUND_SECONDS),
    });
  }
  const middle = (of: 'ours' | 'baseline'): Figures => ({
    perSecond: median(rounds.map((round) => round[of].perSecond)),
    p95: median(rounds.map((round) => round[of].p95)),
    cpu: rounds.some((round) => round[of].cpu === null) ? null : median(rounds.map((round) => round[of].cpu ?? 0)),
  });
  return {
    row,
    ours: middle('ours'),
    baseline: middle('baseline'),
    slower: median(rounds.map(({ ours, baseline }) => baseline.perSecond / ours.perSecond)),
  };
}

/** One round of one row against one server. Throws where a request is refused, fails, or has no answer. */
export async function run(
  { title, next, amount }: BenchRow,
  servers: Servers,
  which: keyof Servers,
  seconds: number,
): Promise<Figures> {
  const server = servers[which];
  const latencies: number[] = [];
  const bound = amount ? { duration: seconds, maxOverallRequests: amount[which] } : { duration: seconds };
  const before = cpuOf(server);
  const began = performance.now();
  const requests = [{ setupRequest: (request: autocannon.Request) => ({ ...request, ...next() }) }];
  const { non2xx, errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      { url: server.origin, connections: CONNECTIONS, ...bound, requests },
      (error, result) => (error ? reject(error as Error) : resolve(result)),
    );
    instance.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  const elapsed = performance.now() - began;
  if (non2xx + errors + timeouts > 0)
    throw new Error(`${title}, ${which}: ${non2xx} refused, ${errors} failed, ${timeouts} without an answer.`);
  latencies.sort((one, other) => one - other);
  const after = cpuOf(server);
  return {
    perSecond: (latencies.length / elapsed) * 1000,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
    cpu: before === null || after === null ? null : (after - before) / latencies.length,
  };
}

const TICK_MS = 10; // Linux counts a process's time in hundredths of a second

/** Milliseconds of processor time the server has used so far; null where there is no /proc. */
export function cpuOf({ pid }: Pick<Server, 'pid'>): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
