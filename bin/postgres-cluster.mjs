// The embedded PostgreSQL's files: their paths, and their creation.
import crypto from 'node:crypto';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { finished } from './processes.mjs';
import { canReach, isRoot, postgresAccount, postgresPrograms, systemDirectory } from './postgres-binaries.mjs';
import { CommandError } from './command-error.mjs';

/** The superuser of the embedded server, who owns the tables. */
export const user = 'bpf';

/** The user as whom the app connects. */
export const appUser = 'bpf_app';

/**
 * Where the files below `home` are, or will be.
 * @typedef {ReturnType<typeof locateCluster>} Located
 * @typedef {Awaited<ReturnType<typeof openCluster>>} Cluster
 * @param {string} home an absolute path
 */
export function locateCluster(home) {
  const account = ownerOf(path.join(home, 'pg')) ?? postgresAccount();
  const place = account && !canReach(home, account) ? elsewhere(home) : home;
  const inside = (/** @type {string} */ name) => path.join(place, name);
  return {
    account,
    place,
    data: inside('pg'),
    passwordFile: inside('pg.password'),
    appPasswordFile: inside('pg.app-password'),
    logFile: inside('pg.log'),
  };
}

/**
 * The files below `home`, made with initdb if they are not there.
 * @param {string} home an absolute path
 * @param {{ durable: boolean, say: (text: string) => void }} options durable: false for data that is thrown away
 */
export async function openCluster(home, { durable, say }) {
  const located = locateCluster(home);
  if (located.place !== home) say(`PostgreSQL's user can't reach ${home}: its data is in ${located.place}`);
  fs.mkdirSync(located.place, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  const cluster = { ...located, programs: postgresPrograms(located.account) };
  if (!fs.existsSync(cluster.data)) await makeCluster(cluster, { durable });
  return cluster;
}

/** @param {Located} cluster */
export function passwordOf(cluster) {
  return fs.readFileSync(cluster.passwordFile, 'utf8');
}

/**
 * The app's password; created at its first use, also for data that is older than the app's own user.
 * @param {Located} cluster
 */
export function appPasswordOf(cluster) {
  if (!fs.existsSync(cluster.appPasswordFile)) {
    const draft = `${cluster.appPasswordFile}.${process.pid}`;
    fs.writeFileSync(draft, crypto.randomBytes(18).toString('base64url'), { mode: 0o600 });
    fs.renameSync(draft, cluster.appPasswordFile); // complete or not at all, also if the machine stops
  }
  return fs.readFileSync(cluster.appPasswordFile, 'utf8');
}

/**
 * As root, in a checkout where a normal user started before: PostgreSQL runs as that user, who owns the files.
 * @param {string} directory
 */
function ownerOf(directory) {
  const stat = isRoot ? fs.statSync(directory, { throwIfNoEntry: false }) : undefined;
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

/**
 * The path of the data is stored in `home`: after deleting `home` one starts with new data, and not with the data of an
 * earlier checkout at the same path.
 * @param {string} home
 */
function elsewhere(home) {
  const note = path.join(home, 'pg.elsewhere');
  if (!fs.existsSync(note)) {
    fs.mkdirSync(home, { recursive: true });
    fs.writeFileSync(note, path.join(systemDirectory, crypto.randomBytes(6).toString('hex')));
  }
  return fs.readFileSync(note, 'utf8');
}

/**
 * initdb works in a folder of another name, which is renamed when it is complete: a start killed meanwhile leaves no
 * half of it.
 * @param {Cluster} cluster
 * @param {{ durable: boolean }} options
 */
async function makeCluster(cluster, { durable }) {
  const parent = path.dirname(cluster.data);
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith('pg.new-')) fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = `${cluster.data}.new-${process.pid}`;
  const password = crypto.randomBytes(18).toString('base64url');
  fs.writeFileSync(cluster.passwordFile, password, { mode: 0o600 });
  fs.mkdirSync(draft, { mode: 0o700 });
  const passwordForInitdb = path.join(draft, 'password');
  fs.mkdirSync(path.join(draft, 'pg'), { mode: 0o700 });
  fs.writeFileSync(passwordForInitdb, password, { mode: 0o600 });
  const { account } = cluster;
  if (account) {
    for (const file of [draft, path.join(draft, 'pg'), passwordForInitdb]) fs.chownSync(file, account.uid, account.gid);
  }
  await initdb(cluster, { data: path.join(draft, 'pg'), passwordFile: passwordForInitdb, durable });
  fs.renameSync(path.join(draft, 'pg'), cluster.data);
  fs.rmSync(draft, { recursive: true });
}

/**
 * @param {Cluster} cluster
 * @param {{ data: string, passwordFile: string, durable: boolean }} options
 */
async function initdb(cluster, { data, passwordFile, durable }) {
  const args = [
    ...[
      '--pgdata',
      data,
      '--username',
      user,
      '--auth',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding',
      'UTF8',
    ],
    // The same sort order on every machine, whatever its locales are.
    ...[
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
  ];
  const child = spawn(cluster.programs.initdb, args, {
    ...cluster.account,
    cwd: data,
    env: serverEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { ok, ended, output } = await finished(child);
  if (!ok)
    throw new CommandError(`PostgreSQL's data directory could not be made (initdb: ${ended}):\n${output.trim()}`);
}

/**
 * PostgreSQL takes nothing from the operator's shell: neither its language nor its PG* variables.
 * @type {NodeJS.ProcessEnv}
 */
export const serverEnvironment = {
  NODE_ENV: process.env.NODE_ENV, // Next's types want it of every environment
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
};
