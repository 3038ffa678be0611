// Starts the web server and waits until it answers.
import { setTimeout as sleep } from 'node:timers/promises';
import { tool } from './checkout.mjs';
import { startNode } from './processes.mjs';

// Limits the memory of the web server to little more than it uses (docs/decisions/0017). Without these settings V8
// would let garbage grow to the size of the used heap before it collects any, and glibc would keep freed memory, in one
// arena for each thread.
const memoryFlags = ['--heap-growing-percent=40', '--max-semi-space-size=16'];
const memoryEnvironment = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };

/**
 * Starts Next on a port, in production behind the response cache. The returned child is running but may not answer yet.
 * @param {{ mode: 'start' | 'dev', port: number, host: string, environment: Environment, output?: 'inherit' | 'pipe' }} options
 * @typedef {Record<string, string | undefined>} Environment
 */
export function startWeb({ mode, port, host, environment, output }) {
  const program = mode === 'dev' ? [tool.next, 'dev'] : [...memoryFlags, 'bin/serve.mjs'];
  return startNode([...program, '--port', String(port), '--hostname', host], {
    environment: { ...memoryEnvironment, ...environment },
    output,
  });
}

/**
 * Waits for an answer of any kind, as long as the server's process lives.
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ port: number, host: string, patience?: number }} options
 * @returns {Promise<boolean>} false when it ended or did not answer within `patience` milliseconds
 */
export async function answersHttp(child, { port, host, patience = 60_000 }) {
  /** @type {Record<string, string>} */
  const everywhere = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  const address = everywhere[host] ?? (host.includes(':') ? `[${host}]` : host);
  const asked = performance.now();
  while (child.exitCode === null && child.signalCode === null && performance.now() - asked < patience) {
    const answer = await fetch(`http://${address}:${port}/`, { redirect: 'manual' }).catch(() => undefined);
    if (answer) return true;
    await sleep(50);
  }
  return false;
}
