// One command at a time: a lock file that names its holder and that a dead holder can't keep.
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './command-error.mjs';
import { isAlive, startOf } from './process-table.mjs';

/**
 * Takes the lock, waiting up to `patience` milliseconds for a holder that runs and up to `farewell` for one that is
 * stopping.
 * @param {string} file
 * @param {{ purpose: string, patience?: number, farewell?: number, onWait?: (holder: Holder) => void }} options
 * @returns {Promise<{ ok: true, stopping: () => void, release: () => void } | { ok: false, reason: 'held', holder: Holder }>}
 * @typedef {{ pid: number, began: string, purpose: string, stopping: boolean }} Holder
 */
export async function takeLock(file, { purpose, patience = 0, farewell = 30_000, onWait = () => {} }) {
  const mine = { pid: process.pid, began: startOf(process.pid), purpose, stopping: false };
  const asked = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    if (place(file, mine)) return { ok: true, ...controls(file, mine) };
    const holder = read(file);
    if (holder && !holds(holder)) setAside(file, holder);
    else if (holder) {
      if (performance.now() - asked > (holder.stopping ? farewell : patience))
        return { ok: false, reason: 'held', holder };
      if (attempt === 0) onWait(holder);
      await sleep(100);
    }
  }
}

/**
 * The holder of the lock; undefined without one.
 * @param {string} file
 */
export function holderOf(file) {
  const holder = read(file);
  return holder && holds(holder) ? holder : undefined;
}

/**
 * Whether the process that wrote this lock still runs: same pid and same beginning, because pids are reused.
 * @param {Holder} holder
 */
function holds(holder) {
  return isAlive(holder.pid) && startOf(holder.pid) === holder.began;
}

/**
 * A link appears with its content or not at all; a file that is opened and then written could be read half empty.
 * @param {string} file
 * @param {Holder} content
 */
function place(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(content));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * Returns undefined if there is no lock (any more). An unreadable lock counts as one without a holder.
 * @param {string} file
 */
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { pid: 0, began: '', purpose: '', stopping: false };
    throw error;
  }
}

/**
 * Two commands may find the same dead holder: a lock that was moved away is checked again, and put back if it was a new
 * one.
 * @param {string} file
 * @param {Holder} dead
 */
function setAside(file, dead) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = read(aside);
  if (moved && (moved.pid !== dead.pid || moved.began !== dead.began)) fs.linkSync(aside, file);
  fs.rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {Holder} mine
 */
function controls(file, mine) {
  const isMine = () => read(file)?.pid === mine.pid;
  return {
    stopping() {
      if (!isMine()) return;
      fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify({ ...mine, stopping: true }));
      fs.renameSync(`${file}.${process.pid}`, file);
    },
    release() {
      if (isMine()) fs.rmSync(file, { force: true });
    },
  };
}
