// The production build; it runs only when one of its inputs has changed.
import fs from 'node:fs';
import path from 'node:path';
import { isBundle, servingLock, tool } from './checkout.mjs';
import { holderOf } from './lock.mjs';
import { finished, startNode } from './processes.mjs';
import { CommandError } from './command-error.mjs';
import { hashOf, unlessStamped } from './stamps.mjs';

const stampFile = '.next/build-stamp';
// Everything in the checkout counts unless it is listed here, so a new folder is part of the build until it is listed.
const unrelatedFolders = [
  'bench',
  'bin',
  'coverage',
  'deploy',
  'docs',
  'e2e',
  'node_modules',
  'playwright-report',
  'test-results',
];
const unrelatedFiles =
  /^(LICENSE|next-env\.d\.ts|(vitest|playwright|oxlint|knip|prisma)\.(config|layout)\.\w+)$|\.(md|tsbuildinfo)$|^\./;
const unrelatedInside =
  /(^lib\/platform\/db\/generated$)|(^prisma\/(migrations|factories)$)|(^prisma\/seed)|\.test\.tsx?$/;

/** The files and folders at the top of the checkout that the build is made from. */
export function buildInputs(directory = '.') {
  return fs
    .readdirSync(directory, { withFileTypes: true })
    .filter(
      (entry) => !unrelatedFiles.test(entry.name) && !(entry.isDirectory() && unrelatedFolders.includes(entry.name)),
    )
    .map((entry) => path.join(directory, entry.name));
}

/** The stamp a build of today's sources has. */
export function buildStamp(directory = '.') {
  const published = Object.entries(process.env).filter(([name]) => name.startsWith('NEXT_PUBLIC_'));
  return hashOf(buildInputs(directory), {
    salt: [process.version, ...published.sort().map(([name, value]) => `${name}=${value}`)],
    skip: (file) => unrelatedInside.test(path.relative(directory, file)),
  });
}

/**
 * Builds unless `.next` is up to date.
 * @param {{ output: 'inherit' | 'pipe' }} options
 * @returns {Promise<boolean>} whether there was something to build
 * @throws {CommandError} with what Next says, if it was piped
 */
export async function build({ output }) {
  if (isBundle) return false;
  return unlessStamped(stampFile, buildStamp(), async () => {
    const server = holderOf(servingLock());
    if (server && server.pid !== process.pid) {
      throw new CommandError(
        `npm start (process ${server.pid}) serves the present build; a new one would take its files away: stop it first.`,
      );
    }
    const result = await finished(startNode([tool.next, 'build'], { environment: buildEnvironment(), output }));
    if (!result.ok)
      throw new CommandError(`${result.output}\nThe production build failed (next build: ${result.ended}).`.trim());
  });
}

/**
 * A build sees neither database nor secrets nor addresses: the stamp does not include them, so nothing in the result
 * may depend on them. The running server renders what does.
 */
function buildEnvironment() {
  /** @type {Record<string, string | undefined>} */
  const environment = { ...process.env, NODE_ENV: 'production' };
  for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL', 'SMTP_URL', 'MAIL_FROM', 'ADMIN_EMAIL'])
    delete environment[name];
  return environment;
}
