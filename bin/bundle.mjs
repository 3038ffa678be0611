// node bin/bundle.mjs DIR: everything that an installation runs from, in one folder that may be read-only: the build, the
// sources that are run as they are (commands, migrations, worker), and the packages they use. deploy/Dockerfile makes the
// image with it; where there is no Docker, the folder is copied to the server and started there with `npm start`.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { packagesOf } from './bundled-packages.mjs';
import { root } from './checkout.mjs';
import { CommandError } from './command-error.mjs';
import { generateClient, installPackages } from './install.mjs';
import { say, timed } from './progress.mjs';
import { runToEnd } from './run-to-end.mjs';

/** What is copied from the checkout. */
const PARTS = [
  ...['.next', 'app', 'bin', 'emails', 'lib', 'prisma', 'public'],
  ...[
    '.env.example',
    'LICENSE',
    'next.config.js',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'worker-process.ts',
  ],
];

/** What only a build, a test or an editor of the code uses. */
const LEFT_OUT = [
  /^\.next\/(cache|diagnostics|dev|lock|trace|trace-build|turbopack|types|build-stamp)$/,
  /^prisma\/factories$/,
  /^lib\/intake\/corpus$/,
  /\.test\.tsx?$/,
  /\.map$/,
];

/** In packages: source maps, declarations and documentation, which are a third of all. */
const LEFT_OUT_OF_PACKAGES = /\.(map|d\.[cm]?ts|md|markdown|flow)$/i;

await runToEnd(bundle, []);

async function bundle() {
  const target = readTarget();
  await installPackages();
  await generateClient();
  await timed('production build', () => build({ output: 'inherit' }));
  await timed('bundle assembled', async () => assemble(target));
  const sizes = [...PARTS, 'node_modules'].map((part) => ({ part, bytes: sizeOf(path.join(target, part)) }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 3);
  say(
    `${target}: ${inMegabytes(total)} (${largest.map(({ part, bytes }) => `${part} ${inMegabytes(bytes)}`).join(', ')})`,
  );
  say('started in that folder by npm start, with the settings of production; it holds no database');
}

function readTarget() {
  const [name, ...others] = process.argv.slice(2);
  if (!name || others.length > 0) throw new CommandError('Into which folder? node bin/bundle.mjs DIR');
  const target = path.resolve(process.env.INIT_CWD ?? root, name);
  const inside = path.relative(root, target);
  if (!inside.startsWith('..') && !inside.startsWith('.data'))
    throw new CommandError(`${target} is inside this checkout: choose a folder beside it.`);
  if (fs.existsSync(target) && fs.readdirSync(target).length > 0)
    throw new CommandError(`${target} is not empty: choose another folder.`);
  return target;
}

/** @param {string} target */
async function assemble(target) {
  fs.mkdirSync(target, { recursive: true });
  for (const part of PARTS) copy(part, target, (file) => LEFT_OUT.some((pattern) => pattern.test(file)));
  const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
  const installed = (/** @type {string} */ at) => fs.existsSync(at);
  for (const at of packagesOf(lock, installed))
    // A package inside a package has a line of its own in the lock file.
    copy(at, target, (file) => file.slice(at.length).startsWith('/node_modules/') || LEFT_OUT_OF_PACKAGES.test(file));
  const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
  const about = { version, node: process.version, platform: process.platform, architecture: process.arch };
  fs.writeFileSync(path.join(target, 'bundle.json'), `${JSON.stringify(about, null, 2)}\n`);
}

/**
 * @param {string} part
 * @param {string} target
 * @param {(file: string) => boolean} leftOut
 */
function copy(part, target, leftOut) {
  fs.cpSync(part, path.join(target, part), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !leftOut(path.relative(root, path.resolve(source))),
  });
}

/**
 * The bytes of a file, or of all files in a folder.
 * @param {string} place
 * @returns {number}
 */
function sizeOf(place) {
  const stat = fs.lstatSync(place);
  if (!stat.isDirectory()) return stat.size;
  return fs.readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0);
}

/** @param {number} bytes */
function inMegabytes(bytes) {
  return `${Math.round(bytes / 1_048_576)} MB`;
}
