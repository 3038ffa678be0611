// npm test: everything, from a fresh clone.
//   npm test -- unit lib/review   one phase, with arguments for its runner: format, build, lint, unit, http, e2e
//   npm test -- changed [BASE]    what the changes since BASE (main, unless said otherwise) touch
//   npm test -- slow              what takes long: races and properties many times, the whole crawl of a backup, the bundle, killed processes
import path from 'node:path';
import { demandChromium } from './chromium.mjs';
import { scratchDirectory } from './checkout.mjs';
import { testEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { takeLock } from './lock.mjs';
import { endChildren } from './processes.mjs';
import { lackOf } from './programs.mjs';
import { say, secondsSince } from './progress.mjs';
import { CommandError, report, stackOf } from './command-error.mjs';
import { onStop } from './signals.mjs';
import { changedFiles, planFor } from './test-changed.mjs';
import {
  buildForProduction,
  checkFormat,
  lint,
  runBundleTest,
  runKillTest,
  runPlaywright,
  runVitest,
  temporaryDirectory,
} from './test-phases.mjs';
import { failedTests, slowestTests, summary } from './test-results.mjs';
import { thoroughFiles } from './test-thorough.mjs';

const phases = ['format', 'build', 'lint', 'unit', 'http', 'e2e'];
const [only, ...args] = process.argv.slice(2);
const wants = (/** @type {string[]} */ ...names) => only === undefined || names.includes(only);
/** @type {import('./test-results.mjs').Count[]} */
const counts = [];
/** A sentence for each part that can't run on this machine. */
const notRun = /** @type {string[]} */ ([]);
/** @type {(() => unknown)[]} */
const cleanups = [];
let stopping = false;

onStop(async (reason) => {
  stopping = true;
  say(`interrupted (${reason})`);
  await cleanUp();
  process.exit(130);
});

await testAll().catch((error) => {
  if (stopping) return;
  report(error);
  counts.push({ passed: 0, failed: 1 });
});
if (!stopping) {
  await cleanUp();
  const { lines, ok } = summary(counts, { notRun, strict: Boolean(process.env.CI) && process.env.CI !== 'false' });
  const slowest = slowestTests(counts);
  const failed = failedTests(counts);
  if (failed.length > 0) console.log(`\nThe failed tests:\n${failed.join('\n')}`);
  if (slowest.length > 0) console.log(`\nThe slowest tests:\n${slowest.join('\n')}`);
  console.log(`\n${lines.join('\n')}`);
  process.exit(ok ? 0 : 1);
}

async function testAll() {
  if (only !== undefined && ![...phases, 'changed', 'slow'].includes(only))
    throw new CommandError(`There is no phase "${only}": there are ${phases.join(', ')}, changed and slow.`);
  await takeTurn();
  await installPackages({ tools: true });
  await generateClient();
  const { directory, remove } = temporaryDirectory('test');
  cleanups.push(remove);
  const environment = testEnvironment(directory);
  if (only === 'changed') return testChanges({ environment, directory });
  if (only === 'slow') return testThoroughly({ environment: { ...environment, THOROUGH: '1' }, directory });
  const browser = wants('e2e') ? later(demandChromium(say)) : undefined;
  const nginx = wants('http', 'e2e') ? later(lackOf('nginx', say)) : undefined;
  // It is large: chosen tests run with what is installed.
  const libreOffice = wants('unit') && args.length === 0 ? later(lackOf('libreoffice', say)) : undefined;
  const poppler = wants('unit', 'http') ? later(lackOf('poppler', say)) : undefined;
  // Only the phases for which it is started wait for it.
  const server = /** @type {ReturnType<typeof startServer>} */ (
    wants('unit', 'http', 'e2e') ? later(startServer(environment)) : undefined
  );

  // Two lanes for two cores. The type check is not beside the build, which writes the types of the routes anew.
  const built = later(
    wants('build', 'http', 'e2e') ? phase('production build', buildForProduction) : Promise.resolve(false),
  );
  await Promise.all([
    (async () => {
      if (!(await built) || !wants('e2e')) return;
      await phase('end to end', async () => {
        await browser;
        await noteLack(nginx);
        return runPlaywright({ environment, directory, server: await server, args });
      });
    })(),
    (async () => {
      if (wants('format')) await phase('format', () => checkFormat({ environment }));
      await built;
      if (wants('lint')) await phase('types and rules', () => lint({ environment }));
      if (wants('unit'))
        await phase('unit and integration', async () => {
          await noteLack(libreOffice);
          await noteLack(poppler);
          return runVitest({ project: 'unit', environment, directory, server: await server, args });
        });
      if ((await built) && wants('http'))
        await phase('over http', async () => {
          await noteLack(nginx);
          await noteLack(poppler);
          return runVitest({ project: 'http', environment, directory, server: await server, args });
        });
    })(),
  ]);
}

/**
 * For daily work. Browser tests that no rule connects with the change run only in the whole run, and the plan says so.
 * @param {{ environment: Record<string, string | undefined>, directory: string }} options
 */
async function testChanges({ environment, directory }) {
  const { sources, units, http, browser, remark } = planFor(changedFiles(args[0]));
  say(remark);
  const server = later(startServer(environment));
  await Promise.all([
    phase('types and rules', () => lint({ environment })),
    sources.length > 0 && phase('format', () => checkFormat({ environment, files: sources })),
  ]);
  const vitest = { environment, directory, server: await server };
  if (units.length > 0)
    await phase('unit and integration', () =>
      runVitest({ ...vitest, project: 'unit', command: 'related', args: [...units, '--passWithNoTests'] }),
    );
  if (http.length + browser.length === 0 || !(await phase('production build', buildForProduction))) return;
  if (http.length > 0) await phase('over http', () => runVitest({ ...vitest, project: 'http', args: http }));
  if (browser.length > 0)
    await phase('end to end', async () => {
      await demandChromium(say);
      return runPlaywright({ ...vitest, args: browser });
    });
}

/**
 * The longer version of the tests that have one, and the tests that kill the processes of a real forum.
 * @param {{ environment: Record<string, string | undefined>, directory: string }} options
 */
async function testThoroughly({ environment, directory }) {
  const { units, http, browser } = thoroughFiles();
  const vitest = { environment, directory, server: await startServer(environment) };
  await phase('unit and integration', () => runVitest({ ...vitest, project: 'unit', args: units }));
  if (!(await phase('production build', buildForProduction))) return;
  await phase('over http', () => runVitest({ ...vitest, project: 'http', args: http }));
  await phase('end to end', async () => {
    await demandChromium(say);
    return runPlaywright({ ...vitest, args: browser });
  });
  await phase('bundle', () => runBundleTest(vitest.server));
  await phase('killed processes', runKillTest);
}

/**
 * Notes once which tests do not run for want of a program, and why.
 * @param {Promise<string | undefined> | undefined} lack
 */
async function noteLack(lack) {
  const sentence = await lack;
  if (sentence && !notRun.includes(sentence)) notRun.push(sentence);
}

/**
 * Runs a phase and notes its result. Returns whether all of it passed.
 * @param {string} title
 * @param {() => Promise<import('./test-phases.mjs').Verdict>} work
 */
async function phase(title, work) {
  if (stopping) return false;
  const began = performance.now();
  say(`${title} …`);
  const { passed, failed, tests, output } = await work().catch((/** @type {unknown} */ error) => ({
    passed: 0,
    failed: 1,
    tests: undefined,
    output: error instanceof CommandError ? error.message : stackOf(error),
  }));
  if (stopping) return false;
  counts.push({
    passed,
    failed,
    tests: tests ?? (failed > 0 ? [{ name: title, milliseconds: 0, failure: output }] : []),
  });
  const result = failed === 0 ? 'passed' : 'FAILED';
  say(
    `${title}: ${passed + failed > 1 ? `${failed || passed} of ${passed + failed} ` : ''}${result} (${secondsSince(began)})`,
  );
  if (failed > 0) console.log(`\n${output}\n`);
  return failed === 0;
}

/** Two runs would build into the same folder and use the same temporary server. */
async function takeTurn() {
  const lock = await takeLock(path.join(scratchDirectory(), 'test.lock'), { purpose: 'npm test', patience: 3000 });
  if (!lock.ok) throw new CommandError(`npm test already runs in this checkout (process ${lock.holder.pid}).`);
  cleanups.push(lock.release);
}

/** @param {Record<string, string | undefined>} environment */
async function startServer(environment) {
  const { startTestServer } = await import('./test-server.mjs');
  const starting = startTestServer({ environment });
  cleanups.push(() =>
    starting.then(
      (server) => server.remove(),
      () => {},
    ),
  );
  const server = await starting;
  say('PostgreSQL for the tests is up, its template migrated and seeded');
  return server;
}

/**
 * A promise that is awaited later: its failure belongs to the phase that needs it, not to the process.
 * @template Result
 * @param {Promise<Result>} promise
 */
function later(promise) {
  promise.catch(() => {});
  return promise;
}

/** Everything this run started or made, the latest first. */
async function cleanUp() {
  await endChildren();
  for (const undo of cleanups.reverse()) await undo();
}
