// The events on which a command must stop: Ctrl-C, a service manager, a closed terminal, or the end of the npm that
// started it.
import { commandOf, parentOf } from './process-table.mjs';

/**
 * Calls `stop` once with the reason.
 * @param {(reason: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'npm is gone') => unknown} stop
 */
export function onStop(stop) {
  let stopping = false;
  /** @param {Parameters<typeof stop>[0]} reason */
  const once = (reason) => {
    if (stopping) return;
    stopping = true;
    stop(reason);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => once(signal));
  // A closed terminal or `npm start | head`: a lost output must not make the shutdown fail.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  if (process.env.npm_lifecycle_event) watchNpm(() => once('npm is gone'));
}

/**
 * npm runs a command through `sh -c` and sends SIGTERM to that shell only; after kill -9 it sends nothing at all. In
 * both cases the command would run on unnoticed, so it checks whether its parent, or the shell's parent, changed.
 * @param {() => void} gone
 */
function watchNpm(gone) {
  const parent = process.ppid;
  const grandparent = /^\S*sh -c /.test(commandOf(parent)) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === undefined || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    gone();
  }, 250);
  timer.unref();
}
