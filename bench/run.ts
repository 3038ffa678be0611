// npm run bench: how far this product is from what the machine can do. Each row is measured over HTTP at 8 connections, in short
// rounds that alternate between the product and a bare node:http + pg server that leaves the same rows in the same database.
// `npm run bench -- queue` measures only the rows whose name contains that word. Everything stays on 127.0.0.1.
import { endChildren } from '@/bin/processes.mjs';
import { breakdowns } from './breakdown/report';
import { createBenchDatabase } from './database';
import { measure } from './measuring';
import type { Measured } from './measuring';
import { rowsToMeasure } from './rows';
import { startServers } from './servers';
import { demandSameness } from './sameness';
import { costs, table } from './table';

const began = performance.now();
const say = (text: string) => console.log(`[${Math.round((performance.now() - began) / 1000)} s] ${text}`);

const database = await createBenchDatabase('speed');
// One of its own, since in the other thousands of agreements will be waiting by then.
const forBreakdown = await createBenchDatabase('breakdown');
let ending: Promise<void> | undefined;
const end = () => (ending ??= endChildren().then(() => Promise.all([database.drop(), forBreakdown.drop()])).then(() => undefined));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().finally(() => process.exit(130)));

try {
  say('databases ready');
  const servers = await startServers(database.url);
  await demandSameness(servers, database);
  say('both servers leave the same rows and give the same answers');
  const measured: Measured[] = [];
  for (const row of rowsToMeasure(process.argv[2])) {
    await row.prepare?.(database);
    const result = await measure(row, servers);
    measured.push(result);
    say(`${row.title}: ${Math.round(result.ours.perSecond)} requests/s, bare ${Math.round(result.bare.perSecond)}`);
  }
  console.log(`\n${table(measured)}\n`);
  console.log(costs(measured, await breakdowns(forBreakdown)));
} finally {
  await end();
}
