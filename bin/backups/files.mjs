// The embedded database's own files, while no server uses them.
import fs from 'node:fs';
import path from 'node:path';
import { CommandError } from '../command-error.mjs';

/** Files of the running server, or files that the next server creates anew. */
const left = /^(postmaster\.(pid|opts)|pg_stat_tmp\/.*|pgsql_tmp.*)$/;

/**
 * Everything in a data directory, folders before what is in them, for the archive.
 * @param {string} data
 * @returns {Generator<import('./archive.mjs').Entry>}
 */
export function* filesOf(data, below = '') {
  for (const entry of fs
    .readdirSync(path.join(data, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.posix.join(below, entry.name);
    if (left.test(name)) continue;
    if (entry.isDirectory()) {
      yield { name };
      yield* filesOf(data, name);
    } else if (entry.isFile()) yield { name, source: path.join(data, name) };
  }
}

/**
 * How many bytes the files of a folder have together.
 * @param {string} directory
 */
export function sizeOf(directory) {
  let bytes = 0;
  for (const { source } of filesOf(directory)) if (source) bytes += fs.statSync(source).size;
  return bytes;
}

/**
 * The server version of a data directory: files fit only the same major version on the same kind of machine.
 * @param {string} data
 */
export const makerOf = (data) => ({
  major: fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim(),
  platform: `${process.platform}-${process.arch}`,
});

/**
 * Refuses before the work begins if there is too little space.
 * @param {string} directory where `bytes` are going to be written
 * @param {number} bytes
 * @throws {CommandError}
 */
export function demandRoom(directory, bytes) {
  const { bavail, bsize } = fs.statfsSync(directory);
  if (bavail * bsize >= bytes) return;
  /** @param {number} count */
  const say = (count) => `${Math.ceil(count / 1_048_576).toLocaleString('en')} MB`;
  throw new CommandError(
    `There is not enough room in ${directory}: ${say(bytes)} are needed, ${say(bavail * bsize)} are free. Nothing was changed.`,
  );
}
