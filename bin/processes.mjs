// The processes a command starts, and how they end: all of them, by pid, whatever ends the command.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from './checkout.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let ending = false;
const guard = pathToFileURL(path.join(root, 'bin/with-parent.mjs')).href;

/**
 * What tools must not do on an operator's machine: send statistics, look for newer versions, download engines we don't
 * use.
 */
const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  // `prisma generate` would download a schema engine that it does not need: a path to any executable prevents it.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  // The commands have read .env. If Next read it again, tests would use the operator's mail server.
  __NEXT_PROCESSED_ENV: 'true',
};

/**
 * Starts node with a script. It has a process group of its own, so that a terminal's Ctrl-C reaches only the command,
 * which then stops everything in order; `with-parent.mjs` ends it if the command is killed.
 * @param {string[]} args
 * @typedef {{ environment?: Record<string, string | undefined>, output?: 'inherit' | 'pipe' }} StartOptions
 * @param {StartOptions} [options]
 */
export function startNode(args, { environment = process.env, output = 'inherit' } = {}) {
  return start(process.execPath, ['--import', guard, ...args], {
    stdio: ['ignore', output, output, 'ipc'],
    env: environmentOf({ ...environment, BPF_STARTED_BY: String(process.pid) }),
  });
}

/**
 * Starts any other program.
 * @param {string} command
 * @param {string[]} args
 * @param {StartOptions} [options]
 */
export function startProgram(command, args, { environment = process.env, output = 'inherit' } = {}) {
  return start(command, args, { stdio: ['ignore', output, output], env: environmentOf(environment) });
}

/**
 * @param {Record<string, string | undefined>} environment
 * @returns {NodeJS.ProcessEnv}
 */
const environmentOf = (environment) => ({ NODE_ENV: process.env.NODE_ENV, ...environment, ...quiet });

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function start(command, args, options) {
  if (ending) throw new Error(`${command} is not started: this command is ending`);
  const child = spawn(command, args, { ...options, cwd: root, detached: true });
  children.add(child);
  const over = () => {
    children.delete(child);
    signalGroup(child, 'SIGKILL'); // processes that it started and left behind
  };
  child.once('exit', over).once('error', over);
  return child;
}

/**
 * Waits for a child to end.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ ok: boolean, ended: string, output: string }>} `output` is what it wrote, if it was started with 'pipe'
 */
export function finished(child) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  /**
   * @param {boolean} ok
   * @param {string} ended
   */
  const result = (ok, ended) => ({ ok, ended, output: Buffer.concat(chunks).toString('utf8') });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(result(false, error.message)));
    child.once('close', (code, signal) =>
      resolve(result(code === 0, signal ? `ended by ${signal}` : `exit code ${code}`)),
    );
  });
}

/**
 * Asks a child to end, and kills it after `grace` milliseconds.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endChild(child, grace = 8000) {
  if (!children.has(child)) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([exit, sleep(grace, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
  await exit;
}

/** Ends every child. After that no process can be started. */
export async function endChildren() {
  ending = true;
  await Promise.all([...children].map((child) => endChild(child)));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // no process of the group is left
  }
}
