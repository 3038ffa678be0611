// npm run bench: what bench/run.ts measures, on a throw-away PostgreSQL with the same settings as the real one.
import path from 'node:path';
import { build } from './build.mjs';
import { scratchDirectory } from './checkout.mjs';
import { testEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { endChildren, finished, startNode } from './processes.mjs';
import { say, timed } from './progress.mjs';
import { CommandError, report } from './command-error.mjs';
import { onStop } from './signals.mjs';
import { takeLock } from './lock.mjs';
import { temporaryDirectory } from './test-phases.mjs';

/** @type {(() => unknown)[]} */
const cleanups = [];
let stopping = false;

onStop(async (reason) => {
  stopping = true;
  say(`interrupted (${reason})`);
  await end(130);
});

await measure().then(
  () => end(0),
  async (error) => {
    if (stopping) return;
    report(error);
    await end(1);
  },
);

async function measure() {
  const lock = await takeLock(path.join(scratchDirectory(), 'bench.lock'), {
    purpose: 'npm run bench',
    patience: 3000,
  });
  if (!lock.ok) throw new CommandError(`npm run bench already runs in this checkout (process ${lock.holder.pid}).`);
  cleanups.push(lock.release);
  await installPackages({ tools: true });
  await generateClient();
  // Growth is measured without the web server.
  if (process.argv[2] !== 'growth') await timed('production build', () => build({ output: 'inherit' }));
  const { directory, remove } = temporaryDirectory('bench');
  cleanups.push(remove);
  const environment = {
    ...testEnvironment(directory),
    NODE_ENV: 'production',
    BENCH_DATABASE_ADMIN_URL: await findServer(),
  };
  const { ok, ended } = await finished(
    startNode(['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)], { environment }),
  );
  if (!ok) throw new CommandError(`The measurements did not finish (${ended}).`);
}

async function findServer() {
  if (process.env.BENCH_DATABASE_ADMIN_URL) return process.env.BENCH_DATABASE_ADMIN_URL;
  const { ephemeralServer } = await import('./test-server.mjs');
  const starting = ephemeralServer('bench', { durable: true });
  cleanups.push(() =>
    starting.then(
      (server) => server.remove(),
      () => {},
    ),
  );
  return (await starting).url;
}

/** @param {number} code */
async function end(code) {
  await endChildren();
  for (const undo of cleanups.reverse()) await undo();
  process.exit(code);
}
