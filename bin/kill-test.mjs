// Run by hand: node bin/kill-test.mjs. Kills the processes of a running forum, one kind after the other, and starts
// again each time: the next start must come up, and every row written before must be there. PORT and POSTGRES_PORT say
// where.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { root } from './checkout.mjs';
import { isAlive, parentOf } from './process-table.mjs';

const port = process.env.PORT || '4150';
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-kill-'));
fs.chmodSync(home, 0o711); // as root, PostgreSQL runs as a user of its own, which must pass through
const environment = {
  ...process.env,
  PORT: port,
  POSTGRES_PORT: process.env.POSTGRES_PORT || '56150',
  BPF_DATA_DIR: home,
};
let written = 0;

/** @type {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable> | undefined} */
let started;

const forum = {
  output: '',
  /** Resolves with the seconds until the forum says it is ready. */
  async start() {
    const began = performance.now();
    forum.output = '';
    const child = spawn('npm', ['start'], {
      cwd: root,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ chunk) => (forum.output += chunk));
    while (!/ready: /.test(forum.output)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the start failed:\n${forum.output}`);
      await sleep(25);
    }
    return ((performance.now() - began) / 1000).toFixed(1);
  },
  launcher: () => JSON.parse(fs.readFileSync(path.join(home, 'running.lock'), 'utf8')).pid,
  postmaster: () => Number(fs.readFileSync(path.join(home, 'pg/postmaster.pid'), 'utf8').split('\n')[0]),
  web: () => childrenOf(forum.launcher()).find((pid) => pid !== forum.postmaster()) ?? 0,
  npm: () => started?.pid ?? 0,
};

/** What is killed, and what has to happen before the next start. */
const blows = {
  'the launcher': () => process.kill(forum.launcher(), 'SIGKILL'),
  'npm itself': () => process.kill(forum.npm(), 'SIGKILL'),
  'npm, with SIGTERM': () => process.kill(forum.npm(), 'SIGTERM'),
  'the web server': () => process.kill(forum.web(), 'SIGKILL'),
  'launcher and web server': () => [forum.web(), forum.launcher()].forEach((pid) => process.kill(pid, 'SIGKILL')),
  'launcher and PostgreSQL': () =>
    [forum.launcher(), forum.postmaster()].forEach((pid) => process.kill(pid, 'SIGKILL')),
  everything: () =>
    [forum.npm(), forum.launcher(), forum.web(), forum.postmaster()].forEach((pid) => process.kill(pid, 'SIGKILL')),
};

try {
  console.log(`first start: ${await forum.start()} s`);
  await write();
  for (const [name, strike] of Object.entries(blows)) {
    strike();
    await write().catch(() => {}); // the write was interrupted
    const seconds = await forum.start();
    await check(name);
    console.log(`killed ${name}: up again after ${seconds} s, ${written} rows there`);
    await write();
  }
  await killPostgresOnly();
  await killDuringFirstStart();
} finally {
  await stopForum();
  fs.rmSync(home, { recursive: true, force: true });
}

/**
 * The launcher still runs, so there is no next start: it must restart the database server on the same port, under the
 * same web server.
 */
async function killPostgresOnly() {
  const web = forum.web();
  const began = performance.now();
  process.kill(forum.postmaster(), 'SIGKILL');
  while (!(await read().catch(() => undefined))) await sleep(50);
  await check('PostgreSQL');
  if (forum.web() !== web || !isAlive(web)) throw new Error('the web server did not survive');
  await answer();
  console.log(
    `killed PostgreSQL: back after ${((performance.now() - began) / 1000).toFixed(1)} s, ${written} rows there`,
  );
}

/** A start killed in its first moments, while PostgreSQL's files are being made. */
async function killDuringFirstStart() {
  await stopForum();
  for (const moment of [150, 400, 800, 1600]) {
    for (const name of fs.readdirSync(home)) fs.rmSync(path.join(home, name), { recursive: true, force: true });
    const failed = forum.start().then(
      () => false,
      () => true,
    );
    while (!fs.existsSync(path.join(home, 'running.lock'))) await sleep(5);
    await sleep(moment);
    process.kill(forum.launcher(), 'SIGKILL');
    if (!(await failed)) throw new Error(`the start was ready before it could be killed (${moment} ms)`);
    console.log(`killed a first start after ${moment} ms: up again after ${await forum.start()} s`);
    await stopForum();
  }
}

async function stopForum() {
  const pids = [];
  try {
    pids.push(forum.launcher(), forum.postmaster());
    process.kill(forum.launcher(), 'SIGTERM');
  } catch {
    return; // it does not run
  }
  for (let waited = 0; pids.some(isAlive) && waited < 15_000; waited += 50) await sleep(50);
  if (pids.some(isAlive)) throw new Error(`still running: ${pids.filter(isAlive).join(', ')}`);
}

function databaseUrl() {
  const password = fs.readFileSync(path.join(home, 'pg.password'), 'utf8');
  const databasePort = fs.readFileSync(path.join(home, 'pg/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://bpf:${password}@127.0.0.1:${databasePort}/bpf`;
}

/**
 * @template Result
 * @param {(client: import('pg').Client) => Promise<Result>} work
 */
async function withDatabase(work) {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function write() {
  await withDatabase(async (client) => {
    await client.query('CREATE TABLE IF NOT EXISTS kill_test (n int PRIMARY KEY)');
    for (let i = 0; i < 50; i += 1) {
      await client.query('INSERT INTO kill_test VALUES ($1)', [written]);
      written += 1; // counted only when the server confirmed it
    }
  });
}

function read() {
  return withDatabase(async (client) =>
    (await client.query('SELECT n FROM kill_test ORDER BY n')).rows.map((/** @type {{ n: number }} */ { n }) => n),
  );
}

/** @param {string} name */
async function check(name) {
  const rows = new Set(await read());
  const lost = Array.from({ length: written }, (_, n) => n).filter((n) => !rows.has(n));
  if (lost.length > 0) throw new Error(`after killing ${name}, rows are lost: ${lost.join(', ')}`);
  written = rows.size;
  await answer();
}

/** The server reports that it is healthy, and a page is served. It may need a moment to find its database again. */
async function answer() {
  for (const page of ['/api/health', '/en', '/en/agreements']) {
    const asked = performance.now();
    for (;;) {
      const { status } = await fetch(`http://localhost:${port}${page}`);
      if (status === 200) break;
      if (performance.now() - asked > 15_000) throw new Error(`${page} answers ${status}`);
      await sleep(100);
    }
  }
}

/** @param {number} pid */
function childrenOf(pid) {
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((other) => other > 0 && parentOf(other) === pid);
}
