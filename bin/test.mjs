// npm test: everything, from a fresh clone. `npm test -- unit lib/review` runs one phase, with arguments for its runner; the phases
// are types, lint, unit, build and e2e.
import path from 'node:path';
import { demandChromium } from './chromium.mjs';
import { scratchDirectory } from './checkout.mjs';
import { testEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { takeLock } from './lock.mjs';
import { endChildren } from './processes.mjs';
import { lackOf } from './programs.mjs';
import { say, secondsSince } from './progress.mjs';
import { Refusal, report } from './refusal.mjs';
import { onStop } from './signals.mjs';
import { buildForProduction, checkTypes, lint, runPlaywright, runVitest, temporaryDirectory } from './test-phases.mjs';
import { summary } from './test-results.mjs';

const phases = ['types', 'lint', 'unit', 'build', 'e2e'];
const [only, ...args] = process.argv.slice(2);
const wants = (...names) => only === undefined || names.includes(only);
const counts = [];
/** A sentence for each part that can't run on this machine. */
const notRun = [];
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
  console.log(`\n${lines.join('\n')}`);
  process.exit(ok ? 0 : 1);
}

async function testAll() {
  if (only !== undefined && !phases.includes(only))
    throw new Refusal(`There is no phase "${only}": the phases are ${phases.join(', ')}.`);
  await takeTurn();
  await installPackages();
  await generateClient();
  const { directory, remove } = temporaryDirectory('test');
  cleanups.push(remove);
  const environment = testEnvironment(directory);
  const browser = wants('e2e') ? later(demandChromium(say)) : undefined;
  const lack = wants('e2e') ? later(lackOf('nginx', say)) : undefined;
  const server = wants('unit', 'e2e') ? later(startServer(environment)) : undefined;

  // Two lanes for two cores. The type check is not beside the build, which writes the types of the routes anew.
  const [built] = await Promise.all([
    (async () => {
      if (wants('types')) await phase('types', () => checkTypes({ environment }));
      return wants('build', 'e2e') && phase('production build', buildForProduction);
    })(),
    (async () => {
      if (wants('lint')) await phase('lint', () => lint({ environment }));
      if (wants('unit'))
        await phase('unit and integration', async () =>
          runVitest({ environment, directory, server: await server, args }),
        );
    })(),
  ]);
  if (built && wants('e2e')) {
    await phase('end to end', async () => {
      await browser;
      const lacking = await lack;
      if (lacking) notRun.push(lacking);
      return runPlaywright({ environment, directory, server: await server, args });
    });
  }
}

/** Runs a phase and notes what came of it. Returns whether all of it passed. */
async function phase(title, work) {
  if (stopping) return false;
  const began = performance.now();
  say(`${title} …`);
  const { passed, failed, output } = await work().catch((error) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Refusal ? error.message : error.stack,
  }));
  if (stopping) return false;
  counts.push({ passed, failed });
  const result = failed === 0 ? 'passed' : 'FAILED';
  say(
    `${title}: ${passed + failed > 1 ? `${failed || passed} of ${passed + failed} ` : ''}${result} (${secondsSince(began)})`,
  );
  if (failed > 0) console.log(`\n${output}\n`);
  return failed === 0;
}

/** Two runs would build into the same folder and use the same throw-away server. */
async function takeTurn() {
  const lock = await takeLock(path.join(scratchDirectory(), 'test.lock'), { purpose: 'npm test', patience: 3000 });
  if (!lock.ok) throw new Refusal(`npm test already runs in this checkout (process ${lock.holder.pid}).`);
  cleanups.push(lock.release);
}

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

/** A promise that is awaited later: its failure belongs to the phase that needs it, not to the process. */
function later(promise) {
  promise.catch(() => {});
  return promise;
}

/** Everything this run started or made, the latest first. */
async function cleanUp() {
  await endChildren();
  for (const undo of cleanups.reverse()) await undo();
}
