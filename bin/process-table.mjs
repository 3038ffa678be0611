// What the operating system knows about a process. From /proc if it exists, because slim containers have no `ps`.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { codeOf } from './command-error.mjs';

const hasProc = fs.existsSync('/proc/self/stat');

/**
 * Whether a process runs. A zombie, which some containers' first process never collects, does not count.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return !['Z', 'X'].includes(statOf(pid)?.state ?? '');
}

/**
 * When a process began, in the system's own notation: together with the pid it names one process, even after pids are
 * reused.
 * @param {number} pid
 */
export function startOf(pid) {
  if (!hasProc) return ps(pid, 'lstart');
  const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot} ${statOf(pid)?.startTime ?? ''}`;
}

/**
 * The command line of a process; empty when it is not known.
 * @param {number} pid
 */
export function commandOf(pid) {
  if (!hasProc) return ps(pid, 'command');
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * The parent of a process; undefined when it is not known.
 * @param {number} pid
 */
export function parentOf(pid) {
  return statOf(pid)?.parent;
}

/** @param {number} pid */
function statOf(pid) {
  if (!hasProc) return undefined;
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in brackets and may hold spaces and brackets itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], parent: Number(fields[1]), startTime: fields[19] };
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {string} column
 */
function ps(pid, column) {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return '';
  }
}
