// npm run bench: how far this product is from what the machine can do. Each row is measured over HTTP at 8 connections,
// in short rounds that alternate between the product and a bare node:http + pg server that leaves the same rows in the
// same database. `npm run bench -- queue` measures only the rows whose name contains that word. Everything stays on
// 127.0.0.1. `npm run bench -- published` measures what readers get: pages, API and files, with and without nginx;
// `lighthouse` what Lighthouse says of them. `npm run bench -- memory` measures what the web server holds after 20,000
// distinct addresses. `npm run bench -- register` measures what readers wait for with 2,000 participants.
// `npm run bench -- growth` measures how the desk's work grows with the number of contributions,
// without HTTP and without a build. `npm run bench -- gate` compares how many times slower than a bare server and than an
// empty route of ours each row is with what is kept in bench/results, and fails where it is a fifth more.
import { endChildren } from '@/bin/processes.mjs';
import { breakdowns } from '@/bench/breakdown/report';
import { createBenchDatabase } from './database';
import type { BenchDatabase, Purpose } from './database';
import { gate } from '@/bench/gate/report';
import { growth } from '@/bench/growth/report';
import { memory } from './memory';
import { measure } from './measuring';
import type { Measured } from './measuring';
import { lighthouse } from '@/bench/published/lighthouse';
import { register } from '@/bench/published/register';
import { published } from '@/bench/published/report';
import { invalidationLag } from '@/bench/published/invalidation-lag';
import { rowsToMeasure } from './rows';
import { startReplica, startServers } from './servers';
import { assertParity } from './parity';
import { costs, table } from './table';

const began = performance.now();
const say = (text: string) => console.log(`[${Math.round((performance.now() - began) / 1000)} s] ${text}`);

const [, , word] = process.argv;
/** The parts that are measured only if they are named. */
const APART = ['gate', 'growth', 'published', 'lighthouse', 'memory', 'register'];
// One for each purpose: when the rows are measured, thousands of agreements are waiting in the database of the others.
const databases: BenchDatabase[] = [];
const databaseFor = async (purpose: Purpose) => {
  const database = await createBenchDatabase(purpose);
  databases.push(database);
  return database;
};
let ending: Promise<void> | undefined;
const end = () =>
  (ending ??= endChildren()
    .then(() => Promise.all(databases.map((database) => database.drop())))
    .then(() => undefined));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().finally(() => process.exit(130)));

try {
  if (!APART.includes(word ?? '')) await measureRows();
  if (word === undefined || word === 'published' || word === 'lighthouse') await measureReading();
  if (word === 'gate') await measureGate();
  if (word === 'memory') console.log(`\n${await memory((await databaseFor('memory')).url, say)}`);
  if (word === 'register') console.log(`\n${await register(await databaseFor('register'), say)}`);
  if (word === undefined || word === 'growth') console.log(`\n${await growth(await databaseFor('growth'), say)}`);
} finally {
  await end();
}

async function measureRows(): Promise<void> {
  const database = await databaseFor('speed');
  const forBreakdown = await databaseFor('breakdown');
  say('databases ready');
  const servers = await startServers(database.url);
  await assertParity(servers, database);
  say('both servers leave the same rows and give the same answers');
  const measured: Measured[] = [];
  for (const row of rowsToMeasure(word)) {
    await row.prepare?.(database);
    const result = await measure(row, servers);
    measured.push(result);
    say(
      `${row.title}: ${Math.round(result.ours.perSecond)} requests/s, baseline ${Math.round(result.baseline.perSecond)}`,
    );
  }
  console.log(`\n${table(measured)}\n`);
  console.log(costs(measured, await breakdowns(forBreakdown)));
}

/** `npm run bench -- gate --keep` keeps what this run measured. */
async function measureGate(): Promise<void> {
  const database = await databaseFor('speed');
  const servers = await startServers(database.url);
  await assertParity(servers, database);
  console.log(`\n${await gate(servers, database, { keep: process.argv.includes('--keep'), say })}`);
}

async function measureReading(): Promise<void> {
  const database = await databaseFor('published');
  const servers = await startServers(database.url);
  if (word !== 'lighthouse') {
    console.log(`\n${await published(servers, database, say)}\n`);
    console.log(await invalidationLag(servers.ours, await startReplica(database.url), database));
  }
  // The whole bench needs no network; only Lighthouse is downloaded when it is named.
  if (word === 'lighthouse') console.log(`\n${await lighthouse(servers.ours)}`);
}
