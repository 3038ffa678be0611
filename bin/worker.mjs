// npm run worker: the jobs in a process of their own. The server then runs with WORKER=off.
import { dataDirectory } from './checkout.mjs';
import { keepBackups } from './backups/schedule.mjs';
import { loadDotEnv, readSettings, serverEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { endChildren, finished, startNode } from './processes.mjs';
import { say } from './progress.mjs';
import { CommandError, report } from './command-error.mjs';
import { onStop } from './signals.mjs';

let stopping = false;
onStop(async (reason) => {
  stopping = true;
  say(`stopping (${reason})`);
  await endChildren();
  process.exit(0);
});

try {
  await work();
} catch (error) {
  if (!stopping) {
    report(error);
    await endChildren();
    process.exit(1);
  }
}

async function work() {
  loadDotEnv();
  const settings = readSettings();
  const directory = dataDirectory();
  await installPackages();
  await generateClient();
  const databaseUrl = await findDatabase(settings, directory);
  const environment = { ...serverEnvironment(settings, { directory, databaseUrl }), RUN_WORKER: '1' };
  say('starting the worker');
  keepBackups({ settings, directory, say });
  const { ended } = await finished(startNode(['--import', 'tsx', 'worker-process.ts'], { environment }));
  throw new CommandError(`The worker ended unexpectedly (${ended}).`);
}

/**
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 */
async function findDatabase(settings, directory) {
  const { demandBothRoles, prepareDatabase } = await import('./database.mjs');
  const { databaseUrl, databaseOwnerUrl } = settings;
  if (databaseUrl) {
    const { appUrl, ownerUrl: url } = await demandBothRoles({ databaseUrl, databaseOwnerUrl, log: say });
    await prepareDatabase({
      url,
      appUrl,
      environment: serverEnvironment(settings, { directory, databaseUrl: url }),
      log: say,
    });
    return appUrl;
  }
  const { findPostgres } = await import('./postgres.mjs');
  const postgres = await findPostgres({ home: directory });
  if (!postgres)
    throw new CommandError('There is no database to take jobs from: run npm start first, or set DATABASE_URL.');
  return postgres.appUrlOf('bpf');
}
