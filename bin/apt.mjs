// Packages of the system, on Debian and as root only: programs that tests need and npm does not have.
import fs from 'node:fs';
import path from 'node:path';
import { finished, startProgram } from './processes.mjs';

const isRoot = process.getuid?.() === 0;

/** Whether this process may install packages with apt-get. */
export const hasApt = () =>
  isRoot &&
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => fs.existsSync(path.join(folder, 'apt-get')));

/**
 * Installs a package. Two at a time take turns, as apt-get's own lock would make the second fail.
 * @param {string} name
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function aptInstall(name) {
  const attempt = running.then(() => install(name));
  running = attempt.catch(() => {});
  return attempt;
}

/** @type {Promise<unknown>} */
let running = Promise.resolve();

/** @param {string} name */
async function install(name) {
  /** @type {import('./processes.mjs').StartOptions} */
  const options = { environment: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, output: 'pipe' };
  const update = await finished(startProgram('apt-get', ['update'], options));
  if (!update.ok) return update;
  return finished(startProgram('apt-get', ['install', '--yes', '--no-install-recommends', name], options));
}
