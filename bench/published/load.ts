import autocannon from 'autocannon';
import { cpuOf, median } from '@/bench/measuring';
import type { Server } from '@/bench/servers';

const CONNECTIONS = 8;
const ROUNDS = 3;
const ROUND_SECONDS = 1;

/** `cpu`: milliseconds of the server's processor time per request; null if the system does not report it. */
export type Load = { perSecond: number; p95: number; cpu: number | null };
export type Target = { server: Server; path: string; headers?: Record<string, string>; expect: 200 | 304 };

/** Measures several servers that give the same answer, in alternating rounds: medians, in the given order. */
export async function compare(targets: Target[]): Promise<Load[]> {
  for (const target of targets) await load(target, 0.5);
  const rounds: Load[][] = targets.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, target] of targets.entries()) rounds[at]?.push(await load(target, ROUND_SECONDS));
  }
  return rounds.map((of) => ({
    perSecond: median(of.map(({ perSecond }) => perSecond)),
    p95: median(of.map(({ p95 }) => p95)),
    cpu: of.some(({ cpu }) => cpu === null) ? null : median(of.map(({ cpu }) => cpu ?? 0)),
  }));
}

async function load({ server, path, headers, expect }: Target, seconds: number): Promise<Load> {
  const latencies: number[] = [];
  const wrong = new Set<number>();
  const before = cpuOf(server);
  const began = performance.now();
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      { url: server.origin + path, connections: CONNECTIONS, duration: seconds, headers },
      (error, result) => (error ? reject(error as Error) : resolve(result)),
    );
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      if (status !== expect) wrong.add(status);
    });
  });
  const elapsed = performance.now() - began;
  if (wrong.size + errors + timeouts > 0)
    throw new Error(
      `${server.origin}${path}: ${[...wrong].join(', ')} instead of ${expect}; ${errors} failed, ${timeouts} without an answer.`,
    );
  const after = cpuOf(server);
  latencies.sort((one, other) => one - other);
  return {
    perSecond: (latencies.length / elapsed) * 1000,
    p95: latencies[Math.floor(latencies.length * 0.95)] ?? 0,
    cpu: before === null || after === null ? null : (after - before) / latencies.length,
  };
}
