import fs from 'node:fs';
import path from 'node:path';
import type { BenchDatabase } from '@/bench/database';
import type { Server, Servers } from '@/bench/servers';
import { startBytes } from '@/bench/servers';
import { aligned } from '@/bench/table';
import { installedProgram } from '@/bin/programs.mjs';
import { weigh } from './bytes';
import { fillAgreements } from './filling';
import { compare } from './load';
import type { Load } from './load';
import { startCache, startFiles } from './nginx';
import type { Stored } from './nginx';

export const PLACES = {
  home: '/en',
  matrix: '/en/matrix',
  agreement: '/en/agreements/gcsc',
  'API, list': '/api/v1/agreements',
  CSV: '/data/latest/cells.csv',
} as const;
const SIZES = [23, 230, 2_300];
const ONE = '/api/v1/agreements/gcsc';
const AIM = { cached: 0.8, sql: 1 };

/**
 * The cost of reading the public site, with and without nginx, at three sizes of the dataset, compared with servers
 * that send the same bytes and do nothing else.
 */
export async function published(
  servers: Servers,
  database: BenchDatabase,
  say: (text: string) => void,
): Promise<string> {
  const directory = fs.mkdtempSync(path.join(process.env.BPF_DATA_DIR ?? '.data', 'published-'));
  const nginx = installedProgram('nginx');
  const cache = nginx ? await startCache(nginx, servers.ours.origin, directory) : undefined;
  const parts = [await againstOneQuery(servers)];
  for (const size of SIZES) {
    await fillAgreements(database, size);
    parts.push(await atSize(size, { app: servers.ours, cache, nginx, directory: path.join(directory, `${size}`) }));
    say(`reading measured with ${size} agreements`);
  }
  if (!nginx) parts.push('nginx is not installed: install it to see what a cache in front does.');
  return parts.join('\n\n');
}

type Setting = { app: Server; cache: Server | undefined; nginx: string | undefined; directory: string };

async function atSize(size: number, { app, cache, nginx, directory }: Setting): Promise<string> {
  fs.mkdirSync(directory, { recursive: true });
  const made = await timeFirstAnswers(app);
  const stored = await store(app);
  const baseline = await startBytes(stored, directory);
  const files = nginx ? await startFiles(nginx, stored, directory) : undefined;
  const rows: string[][] = [];
  for (const [title, address] of Object.entries(PLACES)) {
    const targets = [app, baseline, ...(cache && files ? [cache, files] : [])].map((server) => ({
      server,
      path: address,
      expect: 200 as const,
    }));
    const [ours, theirs, cached, most] = await compare(targets);
    const known = await conditional(app, address);
    if (ours && theirs && known)
      rows.push([
        title,
        `${made.get(address)} ms`,
        figures(ours),
        figures(known),
        figures(theirs),
        ...inFront(cached, most),
      ]);
  }
  const header = [
    '',
    'made anew',
    'app',
    'app, 304',
    'bare node:http',
    ...(cache ? ['nginx as cache', 'nginx, files', `cache by files (aim ${AIM.cached})`] : []),
  ];
  return `${size.toLocaleString('en')} agreements: requests/s, p95, processor time of the server per request\n${aligned([header, ...rows])}\n\n${await weights(app)}`;
}

function inFront(cached: Load | undefined, most: Load | undefined): string[] {
  if (!cached || !most) return [];
  const speed = cached.perSecond / most.perSecond;
  // If the measuring client is slower than nginx, speeds say nothing, but processor time does.
  const work = cached.cpu && most.cpu ? `, ${(most.cpu / cached.cpu).toFixed(2)} by processor` : '';
  return [figures(cached), figures(most), `${speed.toFixed(2)}${work}`];
}

const figures = ({ perSecond, p95, cpu }: Load) =>
  `${Math.round(perSecond).toLocaleString('en')}, ${p95.toFixed(1)} ms${cpu === null ? '' : `, ${cpu.toFixed(3)} ms`}`;

/** Milliseconds the first answer after a change takes, per address. */
async function timeFirstAnswers(app: Server): Promise<Map<string, string>> {
  const times = new Map<string, string>();
  for (const address of Object.values(PLACES)) {
    const began = performance.now();
    await (await fetch(app.origin + address)).arrayBuffer();
    times.set(address, (performance.now() - began).toFixed(0));
  }
  return times;
}

/** The same request by a reader who already has the answer. */
async function conditional(app: Server, address: string): Promise<Load | undefined> {
  const etag = (await fetch(app.origin + address)).headers.get('etag');
  if (!etag) throw new Error(`${address} has no ETag.`);
  const [known] = await compare([{ server: app, path: address, headers: { 'If-None-Match': etag }, expect: 304 }]);
  return known;
}

async function store(app: Server): Promise<Stored[]> {
  return Promise.all(
    Object.values(PLACES).map(async (address) => {
      const response = await fetch(app.origin + address);
      return {
        address,
        type: response.headers.get('content-type') ?? '',
        body: Buffer.from(await response.arrayBuffer()),
      };
    }),
  );
}

async function againstOneQuery({ ours, baseline }: Servers): Promise<string> {
  const [api, page, query] = await compare([
    { server: ours, path: ONE, expect: 200 },
    { server: ours, path: PLACES.agreement, expect: 200 },
    { server: baseline, path: ONE, expect: 200 },
  ]);
  if (!api || !page || !query) throw new Error('nothing was measured');
  const ratio = (of: Load) =>
    `${(of.perSecond / query.perSecond).toFixed(2)}x (${of.perSecond >= query.perSecond * AIM.sql ? 'met' : 'missed'})`;
  const rows = [
    ['one agreement', 'requests/s, p95, processor', `by one SQL query through node:http + pg (aim ${AIM.sql}x)`],
    ['by the API', figures(api), ratio(api)],
    ['as a page', figures(page), ratio(page)],
    ['bare node:http + pg', figures(query), ''],
  ];
  return aligned(rows);
}

async function weights(app: Server): Promise<string> {
  const pages = await Promise.all(
    Object.values(PLACES)
      .filter((address) => address.startsWith('/en'))
      .map((address) => weigh(app.origin, address)),
  );
  const kilobytes = ({ plain, gzip }: { plain: number; gzip: number }) =>
    `${(plain / 1024).toFixed(1)} (${(gzip / 1024).toFixed(1)})`;
  const rows = pages.map(({ address, html, css, nextScript, ownScript }) => [
    address,
    ...[html, css, nextScript, ownScript].map(kilobytes),
  ]);
  return aligned([['KiB (gzip)', 'HTML', 'CSS', 'Next’s own script', 'our script'], ...rows]);
}
