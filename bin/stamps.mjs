// Checks whether a result (packages, generated client, build) fits today's sources. A stamp is the hash of those
// sources. It is kept inside the result, so that deleting the result deletes the stamp.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { scratchDirectory } from './checkout.mjs';
import { takeLock } from './lock.mjs';
import { say } from './progress.mjs';

/**
 * Hashes names and contents of files and folders. Missing paths count as absent.
 * @param {string[]} paths
 * @param {{ salt?: string[], skip?: (file: string) => boolean }} [options] salt: what else the result depends on
 */
export function hashOf(paths, { salt = [], skip = () => false } = {}) {
  const hash = crypto.createHash('sha256');
  for (const text of salt) hash.update(`${text}\0`);
  for (const file of paths.flatMap((name) => filesIn(name, skip)).sort()) {
    const content = fs.readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} name
 * @param {(file: string) => boolean} skip
 * @returns {string[]}
 */
function filesIn(name, skip) {
  const stat = fs.statSync(name, { throwIfNoEntry: false });
  if (!stat || skip(name)) return [];
  if (!stat.isDirectory()) return [name];
  return fs.readdirSync(name).flatMap((child) => filesIn(path.join(name, child), skip));
}

/**
 * Whether `file` holds this stamp.
 * @param {string} file
 * @param {string} stamp
 */
export function isStamped(file, stamp) {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === stamp;
}

/**
 * Does the work unless `file` holds the same stamp. The old stamp is removed first, so that interrupted work (even by
 * kill -9) is done again. Two commands in one checkout take turns: the second then finds it done.
 * @param {string} file
 * @param {string} stamp
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether there was work to do
 */
export async function unlessStamped(file, stamp, work) {
  if (isStamped(file, stamp)) return false;
  /** @param {{ pid: number, purpose: string }} options */
  const onWait = ({ pid, purpose }) => say(`waiting for process ${pid}, which is ${purpose}`);
  const turn = path.join(scratchDirectory(), `making-${file.replaceAll(/[^\w]+/g, '-')}.lock`);
  const lock = await takeLock(turn, { purpose: `making ${path.dirname(file)}`, patience: Infinity, onWait });
  try {
    if (isStamped(file, stamp)) return false;
    fs.rmSync(file, { force: true });
    await work();
    fs.writeFileSync(file, stamp);
    return true;
  } finally {
    if (lock.ok) lock.release();
  }
}
