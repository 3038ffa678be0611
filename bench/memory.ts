// npm run bench -- memory: the memory of the web server after many requests for distinct addresses, its job worker
// included.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { z } from 'zod';
import { startReplica } from './servers';
import type { Server } from './servers';
import { aligned } from './table';

const REQUESTS = Number(process.env.BENCH_MEMORY_REQUESTS ?? 20_000);
const CONNECTIONS = 8;
const SAMPLES = 20;
const DAYS = 2_000;
const LIMIT_MB = 500;

/** Requests each address once and measures how much memory the server's process uses meanwhile. */
export async function memory(databaseUrl: string, say: (text: string) => void): Promise<string> {
  const server = await startReplica(databaseUrl, { worker: true });
  const rows = [
    ['requests', 'resident now, MB', 'highest so far, MB'],
    ['0', ...sample(server)],
  ];
  for (let part = 0; part < SAMPLES; part += 1) {
    // two in, two out
    const [from, to] = [part, part + 1].map((share) => Math.round((REQUESTS * share) / SAMPLES)) as [number, number];
    await load(server, from, to);
    rows.push([String(to), ...sample(server)]);
    say(`${to} distinct addresses: ${sample(server).join(' MB resident, highest ')} MB`);
  }
  const highest = residentOf(server).highest;
  const verdict = Number.isNaN(highest)
    ? 'This system does not say how much memory a process holds.'
    : `Highest: ${highest} MB after ${REQUESTS.toLocaleString('en')} distinct addresses (aim: under ${LIMIT_MB} MB, ${highest < LIMIT_MB ? 'met' : 'missed'}).`;
  return `${aligned(rows)}\n\n${verdict}`;
}

/** Addresses that readers and programs make up: searches, comparisons, orders of the matrix, days, unknown names. */
function addressOf(number: number): string {
  const order = orderOf(Math.floor(number / 8));
  const [first = ''] = order;
  // A day that has been: the API refuses a later one.
  const day = new Date(Date.UTC(2020, 0, 1 + (number % DAYS))).toISOString().slice(0, 10);
  const families = [
    `/en/agreements/view/q/word${number}`,
    `/api/v1/agreements?q=word${number}`,
    `/en/compare/view/agreements/${order.slice(0, 3).join(',')}`,
    `/en/matrix/view/agreements/${order.join(',')}`,
    `/en/agreements/${first}/at/${day}`,
    `/api/v1/agreements/${first}?at=${day}`,
    `/en/agreements/none-${number}`,
    `/en/projects/view/q/word${number}`,
  ];
  return families[number % families.length] ?? '/en';
}

/** The agreements in one of 6,840 orders, which differ in the first three. */
function orderOf(number: number): string[] {
  const rest = [...AGREEMENTS];
  const begin = [number, number / 20, number / 380].flatMap((place) => rest.splice(Math.floor(place) % rest.length, 1));
  return [...begin, ...rest];
}

async function load(server: Server, from: number, to: number): Promise<void> {
  let next = from;
  const requests = [
    {
      setupRequest: (request: autocannon.Request) => {
        next += 1;
        // Half of the readers take compressed answers, as browsers do.
        const headers = next % 16 < 8 ? { 'accept-encoding': 'gzip' } : {};
        return { ...request, path: addressOf(next), headers };
      },
    },
  ];
  let failed = 0;
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      { url: server.origin, connections: CONNECTIONS, amount: to - from, timeout: 120, requests },
      (error, result) => (error ? reject(error as Error) : resolve(result)),
    );
    instance.on('response', (_client, status) => {
      if (status !== 200 && status !== 404) failed += 1;
    });
  });
  // On a busy machine a kept connection may be closed just when it is used again.
  if (failed + errors + timeouts > (to - from) / 100)
    throw new Error(`Neither 200 nor 404: ${failed}; without an answer: ${errors + timeouts}.`);
}

const sample = (server: Server) => Object.values(residentOf(server)).map(String);

/** Megabytes; NaN where there is no /proc. */
function residentOf({ pid }: Server): { now: number; highest: number } {
  const megabytes = (status: string, name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024);
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return { now: megabytes(status, 'VmRSS'), highest: megabytes(status, 'VmHWM') };
  } catch {
    return { now: NaN, highest: NaN };
  }
}

/** The twenty that the paper analyses are the first of the dataset's file. */
const AGREEMENTS = z
  .object({ agreements: z.array(z.object({ slug: z.string() })) })
  .parse(JSON.parse(readFileSync('prisma/data/agreements.json', 'utf8')))
  .agreements.slice(0, 20)
  .map(({ slug }) => slug);
