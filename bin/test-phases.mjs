// The phases of npm test. Each returns how many checks passed and failed, and the output to read after a failure.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { runningLock, scratchDirectory, tool } from './checkout.mjs';
import { holderOf } from './lock.mjs';
import { finished, startNode } from './processes.mjs';
import { readPlaywright, readReport, readVitest } from './test-results.mjs';

/**
 * @typedef {import('./test-results.mjs').Count & { output: string }} Verdict
 * @typedef {Pick<Awaited<ReturnType<typeof import('./test-server.mjs').startTestServer>>, 'url' | 'template'>} TestServer
 */

/**
 * The format of files, and what no code uses: files, exports and dependencies.
 * @param {{ environment: Record<string, string | undefined>, files?: string[] }} options
 * @returns {Promise<Verdict>}
 */
export async function checkFormat({ environment, files = ['.'] }) {
  return both(
    await oneCheck([tool.prettier, '--check', '--log-level=warn', '--ignore-unknown', ...files], environment),
    await oneCheck([tool.knip, '--treat-config-hints-as-errors', '--no-progress'], environment),
  );
}

/**
 * Types and rules of the whole checkout in one run (docs/decisions/0024).
 * @param {{ environment: Record<string, string | undefined> }} options
 * @returns {Promise<Verdict>}
 */
export async function lint({ environment }) {
  // An earlier `npm run dev` left types of the routes of that time; a running one keeps them up to date.
  if (holderOf(runningLock())?.purpose !== 'npm run dev')
    fs.rmSync('.next/dev/types', { recursive: true, force: true });
  return both(
    await oneCheck([tool.next, 'typegen'], environment),
    await oneCheck([tool.oxlint, '-c', 'oxlint.config.mjs'], environment),
  );
}

/** @param {...Verdict} checks */
const both = (...checks) => ({
  passed: checks.reduce((sum, { passed }) => sum + passed, 0),
  failed: checks.reduce((sum, { failed }) => sum + failed, 0),
  output: checks.map(({ output }) => output).join(''),
});

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} environment
 */
async function oneCheck(args, environment) {
  const { ok, output } = await finished(startNode(args, { environment, output: 'pipe' }));
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

/** @returns {Promise<Verdict>} a failing build throws */
export async function buildForProduction() {
  await build({ output: 'pipe' });
  return { passed: 1, failed: 0, output: '' };
}

/**
 * Runs one of the projects of vitest.config.ts: `unit`, or `http`, which asks the production build.
 * @param {{ project: 'unit' | 'http', command?: 'run' | 'related', environment: Record<string, string | undefined>, server: TestServer, directory: string, args: string[] }} options
 * @returns {Promise<Verdict>}
 */
export async function runVitest({ project, command = 'run', environment, server, directory, args }) {
  const report = path.join(directory, `vitest-${project}.json`);
  const child = startNode(
    [
      ...[tool.vitest, command, '--run', '--allowOnly=false', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...args,
    ],
    { environment: { ...environment, ...serverVariables(server) }, output: 'pipe' },
  );
  const { ok, output } = await finished(child);
  return verdictOf(readReport(report, readVitest, ok), output);
}

/**
 * Runs the browser tests: each worker starts a forum of its own (e2e/fixtures/forum.ts).
 * @param {{ environment: Record<string, string | undefined>, server: TestServer, directory: string, args: string[] }} options
 * @returns {Promise<Verdict>}
 */
export async function runPlaywright({ environment, server, directory, args }) {
  const report = path.join(directory, 'playwright.json');
  const forRunner = {
    ...environment,
    ...serverVariables(server),
    NODE_ENV: 'test',
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  // The longest phase, and the last: its progress is shown as it happens.
  const { ok, output } = await finished(startNode([tool.playwright, 'test', ...args], { environment: forRunner }));
  return verdictOf(readReport(report, readPlaywright, ok), output);
}

/** @param {{ url: string, template: string }} options */
const serverVariables = ({ url, template }) => ({ TEST_DATABASE_URL: url, TEST_TEMPLATE: template });

/**
 * @param {import('./test-results.mjs').Count & { remark?: string }} counted
 * @param {string} output
 */
function verdictOf({ passed, failed, remark, tests }, output) {
  return { passed, failed, tests, output: remark ? `${output.trim()}\n${remark}` : output.trim() };
}

/** Kills the processes of a real forum and starts it again (bin/kill-test.mjs). @returns {Promise<Verdict>} */
export function runKillTest() {
  return oneCheck(['bin/kill-test.mjs'], process.env);
}

/**
 * Assembles the bundle and runs it as another user (bin/bundle-test.mjs).
 * @param {TestServer} server
 * @returns {Promise<Verdict>}
 */
export function runBundleTest(server) {
  return oneCheck(['bin/bundle-test.mjs'], { ...process.env, ...serverVariables(server) });
}

/**
 * A place for mails and reports, empty at the beginning and removed at the end.
 * @param {string} name
 */
export function temporaryDirectory(name) {
  const directory = path.join(scratchDirectory(), `${name}-files`);
  const remove = () => fs.rmSync(directory, { recursive: true, force: true });
  remove(); // left over from a killed run
  fs.mkdirSync(directory, { mode: 0o700 });
  return { directory, remove };
}
