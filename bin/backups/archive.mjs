// One file that holds many: gzipped records of a name and bytes. The first record describes the archive, the last holds
// the length and SHA-256 of each, so that a cut or changed file is detected before it is used.
import crypto from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { CommandError, codeOf } from '../command-error.mjs';

const format = 'bpf-contributions backup';
const version = 1;
/**
 * @typedef {{ name: string, source?: string }} Entry
 * @typedef {Record<string, { bytes: number, sha256: string }>} Sums
 * @typedef {{ some: (most: number) => Promise<Buffer>, take: (length: number) => Promise<Buffer>, end: () => Promise<void> }} Reader
 */

/**
 * The description at the beginning of a backup.
 * @typedef {{ at: string, bytes: number, counts: Record<string, number>, migrations: string[] } & (FilesOf | RowsOf | DumpOf)} About
 * @typedef {{ kind: 'files', major: string, platform: string }} FilesOf
 * @typedef {{ kind: 'rows' } & Omit<import('./snapshot.mjs').Rows, 'counts' | 'migrations'>} RowsOf
 * @typedef {{ kind: 'dump', dumpedBy: number, roles: string[] }} DumpOf
 */
const largestHeader = 64 * 1024 * 1024;

/**
 * Writes an archive. The file gets its name only when it is complete.
 * @param {string} file must not exist
 * @param {{ about: object, entries: Iterable<{ name: string, source?: string }> }} content about: what it is, read before anything else;
 *   entries: files, or folders where there is no source
 * @returns {Promise<number>} its size in bytes
 */
export async function writeArchive(file, { about, entries }) {
  const draft = `${file}.part`;
  fs.rmSync(draft, { force: true });
  try {
    await pipeline(
      Readable.from(records(about, entries)),
      zlib.createGzip({ level: 3 }),
      fs.createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }),
    );
    if (fs.existsSync(file)) throw new CommandError(`${file} exists meanwhile, and is not overwritten.`);
    fs.renameSync(draft, file);
    return fs.statSync(file).size;
  } catch (error) {
    fs.rmSync(draft, { force: true });
    if (['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? ''))
      throw new CommandError(
        `There is not enough room for ${file}: nothing was kept. Choose another place, or make room.`,
      );
    throw error;
  }
}

/**
 * @param {object} about
 * @param {Iterable<Entry>} entries
 */
async function* records(about, entries) {
  yield headerOf({ name: 'about', format, version, about, bytes: 0 });
  /** @type {Sums} */
  const sums = {};
  for (const { name, source } of entries) {
    const bytes = source === undefined ? 0 : fs.statSync(source).size;
    yield headerOf({ name, bytes, folder: source === undefined });
    if (source === undefined) continue;
    const hash = crypto.createHash('sha256');
    let read = 0;
    for await (const chunk of fs.createReadStream(source)) {
      hash.update(chunk);
      read += chunk.length;
      yield chunk;
    }
    if (read !== bytes)
      throw new CommandError(
        `${source} changed while it was copied: something still works on the database. Nothing was kept.`,
      );
    sums[name] = { bytes, sha256: hash.digest('hex') };
  }
  yield headerOf({ name: 'sums', bytes: 0, sums });
}

/** @param {object} header */
function headerOf(header) {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
}

/**
 * Reads the description of an archive and nothing else.
 * @param {string} file
 * @throws {CommandError} where it is none, or of a later version of the program
 */
export async function aboutArchive(file) {
  return await reading(file, async (reader) => first(file, reader));
}

/**
 * Reads an archive to its end and writes its files below `directory`; without one it only checks them.
 * @param {string} file
 * @param {{ directory?: string, own?: (place: string) => void }} [options] own: hands what was made to whom it belongs to
 * @returns {Promise<object>} what it says of itself
 * @throws {CommandError} where it is damaged; what was written is then of no use
 */
export async function readArchive(file, { directory, own = () => {} } = {}) {
  return await reading(file, async (reader) => {
    const about = await first(file, reader);
    /** @type {Sums} */
    const found = {};
    for (;;) {
      const header = await headerFrom(reader);
      if (header.name === 'sums') {
        if (JSON.stringify(header.sums) !== JSON.stringify(found))
          throw damaged(file, 'its parts are not those that were written');
        await reader.end(); // the checksum of everything is at the very end
        return about;
      }
      const place = directory === undefined ? undefined : inside(directory, header.name, file);
      if (header.folder) {
        if (place) makeFolder(place, own);
      } else found[header.name] = await copyOut(reader, header.bytes, place, own);
    }
  });
}

/**
 * @param {string} file
 * @param {Reader} reader
 * @returns {Promise<About>}
 */
async function first(file, reader) {
  const header = await headerFrom(reader).catch(() => undefined);
  if (header?.format !== format) throw new CommandError(`${file} is no backup of this program.`);
  if (header.version > version)
    throw new CommandError(`${file} was made by a later version of this program: restore it with that one.`);
  return header.about;
}

/** @param {Reader} reader */
async function headerFrom(reader) {
  const length = (await reader.take(4)).readUInt32BE();
  if (length > largestHeader) throw new RangeError('no header');
  return JSON.parse((await reader.take(length)).toString('utf8'));
}

/**
 * A name in a file from elsewhere could point outside the folder.
 * @param {string} directory
 * @param {string} name
 * @param {string} file
 */
function inside(directory, name, file) {
  const place = path.resolve(directory, name);
  if (place !== directory && !place.startsWith(directory + path.sep))
    throw damaged(file, `it names a place outside of its own (${name})`);
  return place;
}

/**
 * @param {string} place
 * @param {(place: string) => void} own
 */
function makeFolder(place, own) {
  fs.mkdirSync(place, { mode: 0o700 });
  own(place);
}

/**
 * @param {Reader} reader
 * @param {number} bytes
 * @param {string | undefined} place
 * @param {(place: string) => void} own
 */
async function copyOut(reader, bytes, place, own) {
  const hash = crypto.createHash('sha256');
  const target = place === undefined ? undefined : fs.createWriteStream(place, { flags: 'wx', mode: 0o600 });
  const failed = target && once(target, 'error').then(([error]) => Promise.reject(error));
  failed?.catch(() => {});
  for (let left = bytes; left > 0;) {
    const chunk = await reader.some(left);
    left -= chunk.length;
    hash.update(chunk);
    if (target && !target.write(chunk)) await Promise.race([once(target, 'drain'), failed]);
  }
  if (target) {
    await Promise.race([new Promise((resolve) => target.end(() => resolve(undefined))), failed]);
    if (place !== undefined) own(place);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Opens a file for `read`, which gets `take` (so many bytes), `some` (at most so many) and `end` (nothing comes any
 * more).
 * @template Result
 * @param {string} file
 * @param {(reader: Reader) => Promise<Result>} read
 */
async function reading(file, read) {
  if (!fs.existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const source = fs.createReadStream(file);
  const stream = source.pipe(zlib.createGunzip());
  source.once('error', (error) => stream.destroy(error));
  try {
    return await read(readerOf(stream));
  } catch (error) {
    if (['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? ''))
      throw new CommandError(`There is not enough room for what ${file} holds: nothing was changed.`);
    if (error instanceof CommandError || codeOf(error)?.startsWith('E')) throw error;
    throw damaged(file, 'it was cut off or changed');
  } finally {
    stream.destroy();
    source.destroy();
  }
}

/** @param {import('node:zlib').Gunzip} stream */
function readerOf(stream) {
  const chunks = stream[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  /** @param {number} most */
  const some = async (most) => {
    while (rest.length === 0) {
      const { value, done } = await chunks.next();
      if (done) throw new RangeError('the end');
      rest = value;
    }
    const taken = rest.subarray(0, most);
    rest = rest.subarray(taken.length);
    return taken;
  };
  /** @param {number} length */
  const take = async (length) => {
    const parts = [];
    for (let left = length; left > 0;) {
      const part = await some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  };
  const end = async () => {
    if (rest.length > 0 || !(await chunks.next()).done) throw new RangeError('more than there should be');
  };
  return { some, take, end };
}

/**
 * @param {string} file
 * @param {string} how
 */
const damaged = (file, how) => new CommandError(`${file} is damaged: ${how}. Nothing was changed.`);
