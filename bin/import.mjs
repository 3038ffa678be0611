// npm run import -- agreements.json [criteria.csv]: a downloaded dataset into a database that has none yet.
import path from 'node:path';
import { dataDirectory } from './checkout.mjs';
import { loadDotEnv, readSettings, serverEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { finished, startNode } from './processes.mjs';
import { say } from './progress.mjs';
import { CommandError, report } from './command-error.mjs';

/** @type {Awaited<ReturnType<typeof import('./postgres.mjs').startPostgres>> | undefined} */
let postgres;
try {
  await load();
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await postgres?.stop();

async function load() {
  const files = process.argv.slice(2).map((file) => path.resolve(file));
  if (files.length === 0) throw new CommandError('Which file? npm run import -- agreements.json [criteria.csv]');
  loadDotEnv();
  const settings = readSettings();
  const directory = dataDirectory();
  await installPackages();
  await generateClient();
  const { appUrl, ownerUrl } = await findDatabase(settings, directory);
  const { prepareDatabase } = await import('./database.mjs');
  const environment = { ...serverEnvironment(settings, { directory, databaseUrl: ownerUrl }), SEED_DATASET: '0' };
  await prepareDatabase({ url: ownerUrl, appUrl, environment, log: say });
  const { ok } = await finished(startNode(['--import', 'tsx', 'prisma/import.ts', ...files], { environment }));
  if (!ok) throw new CommandError('Nothing was imported: the reason stands above.');
}

/**
 * The operator's own server, or the one in the data directory, which runs only during the import.
 * @param {{ databaseUrl: string | undefined, databaseOwnerUrl: string | undefined, postgresPort: number }} options
 * @param {string} directory
 */
async function findDatabase({ databaseUrl, databaseOwnerUrl, postgresPort }, directory) {
  const { demandBothRoles, ensureDatabase } = await import('./database.mjs');
  if (databaseUrl) return demandBothRoles({ databaseUrl, databaseOwnerUrl, log: say });
  const { startPostgres } = await import('./postgres.mjs');
  postgres = await startPostgres({ home: directory, port: postgresPort, say });
  await ensureDatabase(postgres.urlOf('postgres'), 'bpf');
  return { appUrl: await postgres.appUrlOf('bpf'), ownerUrl: postgres.urlOf('bpf') };
}
