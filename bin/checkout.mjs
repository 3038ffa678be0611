// Where this checkout is and where it keeps its data. Every command imports this first, so all of them work from any
// folder.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, codeOf } from './command-error.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
demandNode();

/**
 * Whether this is no checkout but a folder that `node bin/bundle.mjs` has made: built, with its packages, perhaps
 * read-only, and without a database.
 */
export const isBundle = fs.existsSync('bundle.json');

/** Fails with a clear message before a later step fails with a confusing one. */
function demandNode() {
  const { engines } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  console.error(`This is Node ${process.versions.node}; the forum needs ${major}.${minor} or later.`);
  process.exit(1);
}

/** The command of an installed package, as a file that node runs: no shell and no `npx` in between. */
export const tool = {
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  playwright: 'node_modules/@playwright/test/cli.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  prisma: 'node_modules/prisma/build/index.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/**
 * Other users may not list these folders: they hold mails and secrets. As root the folders can be passed through,
 * because PostgreSQL then has a user of its own.
 */
const privateMode = process.getuid?.() === 0 ? 0o711 : 0o700;

/**
 * Makes the data directory if it is absent and returns its absolute path.
 */
export function dataDirectory(environment = process.env) {
  const directory = path.resolve(root, environment.BPF_DATA_DIR || '.data');
  try {
    fs.mkdirSync(directory, { recursive: true, mode: privateMode });
    fs.accessSync(directory, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    fs.mkdirSync(path.join(directory, 'mail'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CommandError(
      `The data directory ${directory} can't be written (${codeOf(error)}). ` +
        'It may belong to another user, for example after a start as root: start as that user, or set BPF_DATA_DIR.',
    );
  }
  return fs.realpathSync(directory);
}

/**
 * Where commands keep what belongs to this checkout and not to the data: locks, and the servers of tests. A bundle may be
 * read-only.
 */
export function scratchDirectory() {
  if (isBundle) return dataDirectory();
  const directory = path.join(root, '.data');
  fs.mkdirSync(directory, { recursive: true, mode: privateMode });
  return directory;
}

/** The lock of the one `npm start` or `npm run dev` that may use a data directory at a time. */
export function runningLock() {
  return path.join(dataDirectory(), 'running.lock');
}

/** Marks that a server runs on this checkout's build, whatever its data directory is. */
export function servingLock() {
  return path.join(scratchDirectory(), 'serving.lock');
}
