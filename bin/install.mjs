// Packages and the generated database client, each renewed only when its input has changed. Node's own modules only.
import fs from 'node:fs';
import path from 'node:path';
import { isBundle, tool } from './checkout.mjs';
import { isProduction } from './environment.mjs';
import { finished, startNode, startProgram } from './processes.mjs';
import { timed } from './progress.mjs';
import { CommandError } from './command-error.mjs';
import { hashOf, isStamped, unlessStamped } from './stamps.mjs';

const platform = `${process.platform}-${process.arch}`;
const packagesStamp = 'node_modules/.lock-stamp';
const clientStamp = 'lib/platform/db/generated/.schema-stamp';

/**
 * Installs exactly what package-lock.json names, unless it is installed. If nothing has changed, this needs no network.
 * @param {{ tools?: boolean }} [options] tools: also what only tests, checks and measurements need; by default not on a server
 */
export async function installPackages({ tools = !isProduction() } = {}) {
  if (isBundle) return;
  const stamp = hashOf(['package-lock.json'], { salt: [platform, ...(tools ? [] : ['without tools'])] });
  if (!isStamped(packagesStamp, stamp) && isInstalled(tools)) fs.writeFileSync(packagesStamp, stamp);
  await timed('packages installed', () => unlessStamped(packagesStamp, stamp, () => npmCi(tools)));
}

/** Generates the Prisma client, unless it fits today's schema. */
export async function generateClient() {
  if (isBundle) return;
  const schema = fs
    .readdirSync('prisma')
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => path.join('prisma', name));
  const stamp = hashOf([...schema, 'prisma.config.ts'], { salt: [versionOf('prisma'), versionOf('@prisma/client')] });
  await timed('database client generated', () => unlessStamped(clientStamp, stamp, generate));
}

/**
 * Whether node_modules holds what the lock file names, also after an `npm ci` by hand: npm records what it installed,
 * and packages of other platforms may be absent.
 * @param {boolean} tools
 */
function isInstalled(tools) {
  const installed = readJson('node_modules/.package-lock.json')?.packages;
  const wanted = readJson('package-lock.json')?.packages;
  if (!installed || !wanted) return false;
  /** @param {string} name */
  const same = (name) =>
    installed[name]?.version === wanted[name].version && installed[name]?.integrity === wanted[name].integrity;
  /** @param {string} name npm marks what only tests and checks need */
  const isNeeded = (name) => name !== '' && (tools || !(wanted[name].dev || wanted[name].devOptional));
  const names = Object.keys(wanted).filter(isNeeded);
  return (
    names.every((name) => (installed[name] ? same(name) : wanted[name].optional === true)) &&
    Object.keys(installed).every((name) => name in wanted && fs.existsSync(name))
  );
}

/** @param {boolean} tools */
async function npmCi(tools) {
  const args = [
    'ci',
    tools ? '--include=dev' : '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const child = npm && path.basename(npm) === 'npm-cli.js' ? startNode([npm, ...args]) : startProgram('npm', args);
  const { ok, ended } = await finished(child);
  if (!ok) {
    throw new CommandError(
      `The packages could not be installed (npm ci: ${ended}; its own message is above). ` +
        'The first start needs the npm registry, or an npm cache that holds the packages.',
    );
  }
}

async function generate() {
  const { ok, ended, output } = await finished(startNode([tool.prisma, 'generate'], { output: 'pipe' }));
  if (!ok)
    throw new CommandError(`The database client could not be generated (prisma generate: ${ended}):\n${output.trim()}`);
}

/** @param {string} name */
function versionOf(name) {
  return readJson(`node_modules/${name}/package.json`)?.version;
}

/** @param {string} file */
function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
