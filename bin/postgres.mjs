// The embedded PostgreSQL server: starts it or takes it over from a killed start, keeps it running, stops it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ensureRole, roleAt } from './app-role.mjs';
import { freePort } from './ports.mjs';
import {
  appPasswordOf,
  appUser,
  locateCluster,
  openCluster,
  passwordOf,
  serverEnvironment,
  user,
} from './postgres-cluster.mjs';
import { commandOf, isAlive } from './process-table.mjs';
import { CommandError } from './command-error.mjs';

/**
 * Brings up the server whose data is below `home`.
 * @param {{ home: string, port: number, durable?: boolean, say?: (text: string) => void }} options
 *   port: where to look for a free one; durable: false trades safety for speed, for data that is thrown away
 */
export async function startPostgres({ home, port: preferred, durable = true, say = () => {} }) {
  const cluster = await openCluster(home, { durable, say });
  const port = (await adopt(cluster, say)) ?? (await startOn(await freePort(preferred), cluster, { durable, say }));
  return {
    port,
    /** @param {string} database */
    urlOf: (database) => urlOf(cluster, port, database),
    /** @param {string} database */
    appUrlOf: (database) => appUrlOf(cluster, port, database),
    isAlive: () => isAlive(postmasterOf(cluster)?.pid ?? 0),
    /** After the server died: the same data on the same port, so that all connection strings stay valid. */
    restart: () => startOn(port, cluster, { durable, say }),
    stop: () => stop(cluster),
  };
}

/**
 * The running embedded server below `home`, for a command that only uses it; undefined if there is none.
 * @param {{ home: string }} options
 */
export async function findPostgres({ home }) {
  const cluster = locateCluster(home);
  if (!fs.existsSync(cluster.data)) return undefined;
  const port = await adopt(cluster, () => {});
  return port === undefined
    ? undefined
    : {
        port,
        /** @param {string} database */
        urlOf: (database) => urlOf(cluster, port, database),
        /** @param {string} database */
        appUrlOf: (database) => appUrlOf(cluster, port, database),
      };
}

/**
 * Stops the server below `home` if one runs, and removes `home` with everything in it: for servers of tests and
 * measurements.
 * @param {{ home: string }} options
 */
export async function removePostgres({ home }) {
  const cluster = locateCluster(home);
  await stop(cluster);
  for (const directory of new Set([cluster.place, home])) fs.rmSync(directory, { recursive: true, force: true });
}

/**
 * Waits for a server that is already there, because it may still be recovering. Returns its port.
 * @param {import('./postgres-cluster.mjs').Located} cluster
 * @param {(text: string) => void} say
 */
async function adopt(cluster, say) {
  const running = postmasterOf(cluster);
  if (!running) return undefined;
  for (let attempt = 0; attempt < 120 && isAlive(running.pid); attempt += 1) {
    if (await answers(cluster, running.port)) {
      say(`PostgreSQL was still running (process ${running.pid}, port ${running.port}) and is used`);
      return running.port;
    }
    await sleep(250);
  }
  return undefined;
}

/**
 * The process in postmaster.pid, if it really is this data's server: after a power loss the pid may belong to another
 * program.
 * @param {import('./postgres-cluster.mjs').Located} cluster
 */
function postmasterOf(cluster) {
  const file = path.join(cluster.data, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const found = { pid: Number(lines[0]), port: Number(lines[3]) };
  if (!isAlive(found.pid)) return undefined;
  const command = commandOf(found.pid);
  if (command === '' || command.includes(cluster.data)) return found;
  fs.rmSync(file); // another program has this number; PostgreSQL would take it for itself and refuse to start
  return undefined;
}

/**
 * @param {number} port
 * @param {import('./postgres-cluster.mjs').Cluster} cluster
 * @param {{ durable: boolean, say: (text: string) => void }} options
 */
async function startOn(port, cluster, { durable, say }) {
  for (let attempt = 0; ; attempt += 1) {
    const { problem, pid } = await tryToStart(port, cluster, { durable });
    if (!problem) {
      say(`PostgreSQL is up (process ${pid}, port ${port})`);
      return port;
    }
    // Right after a kill -9 of the server its children still hold the memory, for a moment.
    const passes = /pre-existing shared memory block|lock file .* already exists/.test(problem) && attempt < 20;
    if (!passes) throw new CommandError(`PostgreSQL did not start:\n${problem}\nIts log is ${cluster.logFile}.`);
    await sleep(500);
  }
}

/**
 * @param {number} port
 * @param {import('./postgres-cluster.mjs').Cluster} cluster
 * @param {{ durable: boolean }} options
 */
async function tryToStart(port, cluster, { durable }) {
  const log = openLog(cluster);
  // A session of its own, so that Ctrl-C leaves it running until the web server has finished its last request.
  const child = spawn(cluster.programs.postgres, ['-D', cluster.data, ...optionsOf(port, durable)], {
    ...cluster.account,
    cwd: cluster.data,
    detached: true,
    env: serverEnvironment,
    stdio: ['ignore', log.descriptor, log.descriptor],
  });
  fs.closeSync(log.descriptor);
  let failed = false;
  child.once('exit', () => (failed = true)).once('error', () => (failed = true));
  child.unref();
  while (!failed) {
    if (await answers(cluster, port)) return { pid: child.pid };
    await sleep(50);
  }
  return {
    problem: fs.readFileSync(cluster.logFile).subarray(log.length).toString('utf8').trim() || 'It wrote no reason.',
  };
}

/**
 * @param {number} port
 * @param {boolean} durable
 */
function optionsOf(port, durable) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    // The data is in memory or on an SSD: reading one row by an index costs no more than the next one.
    random_page_cost: '1.1',
    max_connections: 200,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** @param {{ logFile: string, account: import('./postgres-binaries.mjs').Account | undefined }} options */
function openLog({ logFile, account }) {
  const length = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const descriptor = fs.openSync(logFile, 'a', 0o600);
  if (account) fs.fchownSync(descriptor, account.uid, account.gid);
  return { descriptor, length };
}

/**
 * The app's URL. Its user is created, or gets the stored password, if it can't connect.
 * @param {import('./postgres-cluster.mjs').Located} cluster
 * @param {number} port
 * @param {string} database
 */
async function appUrlOf(cluster, port, database) {
  const password = appPasswordOf(cluster);
  /** @param {string} name */
  const url = (name) => urlOf(cluster, port, name, { as: appUser, password });
  const known = await roleAt(url('postgres')).catch(() => undefined);
  if (known !== appUser) await ensureRole({ ownerUrl: urlOf(cluster, port, 'postgres'), role: appUser, password });
  return url(database);
}

/**
 * @param {import('./postgres-cluster.mjs').Located} cluster
 * @param {number} port
 * @param {string} database
 */
function urlOf(cluster, port, database, { as, password } = { as: user, password: passwordOf(cluster) }) {
  // sslmode: a PGSSLMODE in the operator's shell is meant for other servers.
  return `postgresql://${as}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/**
 * Whether the server on this port is the one with this data.
 * @param {import('./postgres-cluster.mjs').Located} cluster
 * @param {number} port
 */
async function answers(cluster, port) {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return rows[0].data_directory === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is on disk.
 * @param {import('./postgres-cluster.mjs').Located} cluster
 */
async function stop(cluster) {
  const running = postmasterOf(cluster);
  if (!running) return;
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    process.kill(running.pid, signal);
    for (let waited = 0; waited < 20_000; waited += 50) {
      if (!isAlive(running.pid)) return;
      await sleep(50);
    }
  }
}
