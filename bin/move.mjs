// npm run move: from the embedded database to a PostgreSQL server of your own, which MOVE_TO names, so that its password is in
// no list of processes; npm run move -- postgresql://user:password@host:port/name does the same.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { dataDirectory, runningLock } from './checkout.mjs';
import { loadDotEnv, readSettings } from './environment.mjs';
import { installPackages } from './install.mjs';
import { takeLock } from './lock.mjs';
import { say } from './progress.mjs';
import { CommandError } from './command-error.mjs';
import { runToEnd } from './run-to-end.mjs';

/** @type {(() => unknown)[]} */
const cleanups = [];
await runToEnd(move, cleanups);

async function move() {
  loadDotEnv();
  const target = readArguments();
  const settings = readSettings();
  if (settings.databaseUrl)
    throw new CommandError(
      'DATABASE_URL is set: this forum is on a server of its own already. Unset it to move what is embedded.',
    );
  const directory = dataDirectory();
  await installPackages();
  const source = await startEmbedded(settings, directory);
  const { demandDatabase } = await import('./database.mjs');
  const { isFilled } = await import('./backups/examination.mjs');
  const { withClient } = await import('./with-client.mjs');
  await demandDatabase({ url: target, setting: 'The address', log: say });
  if (!(await withClient(source, isFilled))) throw new CommandError('There is nothing to move: the database is empty.');
  if (await withClient(target, isFilled))
    throw new CommandError('The database to move to is not empty: nothing is overwritten. Make an empty one.');
  const { transfer } = await import('./backups/transfer.mjs');
  const { counts, faults } = await transfer({ source, target });
  if (faults.length > 0)
    throw new CommandError(
      ['The copy is not whole, and was not kept:', ...faults.map((fault) => `  - ${fault}`)].join('\n'),
    );
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  say(`${rows.toLocaleString('en')} rows of ${Object.keys(counts).length} tables moved, each as it was`);
  say('now set DATABASE_URL in .env to this server, and start the forum with npm start');
  say(`the embedded database stays below ${directory} as it was: delete it when you no longer need it`);
}

function readArguments() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [target = process.env.MOVE_TO, ...others] = positionals;
  const isAddress = target !== undefined && URL.canParse(target) && /^postgres(ql)?:$/.test(new URL(target).protocol);
  if (!isAddress || others.length > 0)
    throw new CommandError('Where to? Set MOVE_TO to postgresql://user:password@host:port/name and run npm run move.');
  return target;
}

/**
 * The embedded database, which no server may use meanwhile: what came in later would be lost.
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 * @returns {Promise<string>} its address
 */
async function startEmbedded(settings, directory) {
  const { locateCluster } = await import('./postgres-cluster.mjs');
  if (!fs.existsSync(locateCluster(directory).data))
    throw new CommandError(`There is nothing to move: no database has been made below ${directory} yet.`);
  const lock = await takeLock(runningLock(), { purpose: 'npm run move' });
  if (!lock.ok)
    throw new CommandError(`${lock.holder.purpose} is running here (process ${lock.holder.pid}): stop it first.`);
  cleanups.push(lock.release);
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ home: directory, port: settings.postgresPort, say });
  cleanups.push(postgres.stop);
  return postgres.urlOf('bpf');
}
