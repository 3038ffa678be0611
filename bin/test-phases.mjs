// The phases of npm test. Each returns how many checks passed and failed, and what to read if some failed.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { runningLock, scratchDirectory, tool } from './checkout.mjs';
import { holderOf } from './lock.mjs';
import { freePort } from './ports.mjs';
import { endChild, finished, startNode } from './processes.mjs';
import { countPlaywright, countVitest, isParallelQuery, readReport } from './test-results.mjs';
import { answersHttp, startWeb } from './web.mjs';

/** @typedef {{ passed: number, failed: number, output: string }} Verdict */

/** @returns {Promise<Verdict>} */
export async function checkTypes({ environment }) {
  // An earlier `npm run dev` left types of the routes there were then; one that runs keeps them right.
  if (holderOf(runningLock())?.purpose !== 'npm run dev')
    fs.rmSync('.next/dev/types', { recursive: true, force: true });
  const routes = await finished(startNode([tool.next, 'typegen'], { environment, output: 'pipe' }));
  return routes.ok
    ? oneCheck([tool.tsc, '--noEmit', '--pretty', 'false'], environment)
    : { passed: 0, failed: 1, output: routes.output };
}

/** @returns {Promise<Verdict>} */
export function lint({ environment }) {
  return oneCheck([tool.eslint, '--max-warnings=0', '.'], environment);
}

async function oneCheck(args, environment) {
  const { ok, output } = await finished(startNode(args, { environment, output: 'pipe' }));
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

/** @returns {Promise<Verdict>} a failing build throws */
export async function buildForProduction() {
  await build({ output: 'pipe' });
  return { passed: 1, failed: 0, output: '' };
}

/** @returns {Promise<Verdict>} */
export async function runVitest({ environment, server, directory, args }) {
  const report = path.join(directory, 'vitest.json');
  const child = startNode(
    [
      tool.vitest,
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { environment: { ...environment, TEST_DATABASE_URL: server.url, TEST_TEMPLATE: server.template }, output: 'pipe' },
  );
  const { ok, output } = await finished(child);
  return verdictOf(readReport(report, countVitest, ok), output);
}

/** Serves the production build, on a port and a database of its own, to Chromium. @returns {Promise<Verdict>} */
export async function runPlaywright({ environment, server, directory, args }) {
  const { ownerUrl, appUrl } = await server.copyForBrowser();
  const port = await freePort(4100);
  const address = `http://localhost:${port}`;
  const served = {
    ...environment,
    NODE_ENV: 'production',
    DATABASE_URL: appUrl,
    NEXTAUTH_URL: address,
    RUN_WORKER: '1',
  };
  const web = startWeb({ mode: 'start', port, host: '127.0.0.1', environment: served, output: 'pipe' });
  const serverOutput = finished(web);
  const report = path.join(directory, 'playwright.json');
  let result = { ok: false, output: 'The web server did not answer.' };
  // The longest phase, and the last: its progress is shown as it happens.
  if (await answersHttp(web, { port, host: '127.0.0.1' })) {
    // The tests' factories are the owner's: they also write what the app can't.
    const forRunner = {
      ...served,
      NODE_ENV: 'test',
      DATABASE_URL: ownerUrl,
      APP_DATABASE_URL: appUrl,
      BASE_URL: address,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    result = await finished(startNode([tool.playwright, 'test', ...args], { environment: forRunner }));
  }
  await endChild(web);
  const log = (await serverOutput).output;
  const counted = readReport(report, countPlaywright, result.ok);
  if (isParallelQuery(log))
    Object.assign(counted, {
      failed: counted.failed + 1,
      remark: 'The web server asked one connection several things at once.',
    });
  return verdictOf(counted, `${result.output}\nThe web server wrote:\n${lastLines(log, 60)}`);
}

function verdictOf({ passed, failed, remark }, output) {
  return { passed, failed, output: remark ? `${output.trim()}\n${remark}` : output.trim() };
}

function lastLines(text, count) {
  return text.trim().split('\n').slice(-count).join('\n');
}

/** A place for mails and reports, empty at the beginning and removed at the end. */
export function temporaryDirectory(name) {
  const directory = path.join(scratchDirectory(), `${name}-files`);
  const remove = () => fs.rmSync(directory, { recursive: true, force: true });
  remove(); // what a killed run left
  fs.mkdirSync(directory, { mode: 0o700 });
  return { directory, remove };
}
