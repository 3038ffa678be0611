// npm run backup -- FILE [--online]: everything the forum keeps, in one file. `npm run restore -- FILE --check` says
// whether it is complete.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dataDirectory, runningLock } from './checkout.mjs';
import { loadDotEnv, readSettings } from './environment.mjs';
import { installPackages } from './install.mjs';
import { holderOf, takeLock } from './lock.mjs';
import { say } from './progress.mjs';
import { CommandError } from './command-error.mjs';
import { runToEnd } from './run-to-end.mjs';

/** @type {(() => unknown)[]} */
const cleanups = [];
await runToEnd(backUp, cleanups);

async function backUp() {
  const { file, online } = readArguments();
  loadDotEnv();
  const settings = readSettings();
  const directory = dataDirectory();
  await installPackages();
  const { writeArchive } = await import('./backups/archive.mjs');
  const { databaseUrl, databaseOwnerUrl } = settings;
  const { about, entries } = await (databaseUrl
    ? dumpOwn({ databaseUrl, databaseOwnerUrl }, directory, online)
    : online
      ? copyRows(directory)
      : copyFiles(settings, directory));
  const at = new Date().toISOString();
  const bytes = await writeArchive(file, { about: { ...about, at }, entries });
  const rows = Object.values(about.counts).reduce((sum, count) => sum + count, 0);
  const { noteBackup, notingUrl } = await import('./backups/record.mjs');
  const url = await notingUrl(settings, directory);
  if (url) await noteBackup(url, { file, at, bytes, rows });
  say(
    `${file}: ${(bytes / 1_048_576).toFixed(1)} MB with ${rows.toLocaleString('en')} rows of ${Object.keys(about.counts).length} tables`,
  );
  say(`whether it can be restored: npm run restore -- ${file} --check`);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { online: { type: 'boolean', default: false } },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new CommandError('Into which file? npm run backup -- FILE [--online]');
  const file = path.resolve(process.env.INIT_CWD ?? '.', name);
  if (fs.existsSync(file)) throw new CommandError(`${file} exists, and is not overwritten: choose another name.`);
  const folder = path.dirname(file);
  if (!fs.existsSync(folder)) throw new CommandError(`There is no folder ${folder}.`);
  return { file, online: values.online };
}

/**
 * The embedded database while no server uses it: its files, as they are.
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 */
async function copyFiles(settings, directory) {
  const holder = holderOf(runningLock());
  if (holder) {
    throw new CommandError(
      `${holder.purpose} is running here (process ${holder.pid}): stop it first, back up, and start it again; or add --online to copy while it runs.`,
    );
  }
  const { locateCluster } = await import('./postgres-cluster.mjs');
  const cluster = locateCluster(directory);
  if (!fs.existsSync(cluster.data))
    throw new CommandError(`There is nothing to back up: no database has been made below ${directory} yet.`);
  const lock = await takeLock(runningLock(), { purpose: 'npm run backup' });
  if (!lock.ok) throw new CommandError(`${lock.holder.purpose} has begun here (process ${lock.holder.pid}).`);
  cleanups.push(lock.release);
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ home: directory, port: settings.postgresPort, say });
  cleanups.push(postgres.stop);
  const read = await readWhole(postgres.urlOf('bpf'));
  await postgres.stop();
  const { filesOf, makerOf, sizeOf } = await import('./backups/files.mjs');
  const about = { kind: 'files', ...makerOf(cluster.data), bytes: sizeOf(cluster.data), ...read };
  const password = { name: 'pg.password', source: cluster.passwordFile };
  const below = [...filesOf(cluster.data)].map((entry) => ({ ...entry, name: path.posix.join('pg', entry.name) }));
  return { about, entries: [password, { name: 'pg' }, ...below] };
}

/**
 * The embedded database while the forum runs on it.
 * @param {string} directory
 */
async function copyRows(directory) {
  const { findPostgres } = await import('./postgres.mjs');
  const running = await findPostgres({ home: directory });
  if (!running)
    throw new CommandError('No database runs here to copy from: leave --online out, and its files are copied.');
  const { copyOut, filesOf } = await import('./backups/snapshot.mjs');
  const { makeWorkshop } = await import('./backups/workshop.mjs');
  const workshop = makeWorkshop(directory);
  cleanups.push(workshop.remove);
  await demandWhole(running.urlOf('bpf'));
  const made = await copyOut({ url: running.urlOf('bpf'), directory: workshop.directory });
  const entries = filesOf(workshop.directory);
  const bytes = entries.reduce((sum, { source }) => sum + fs.statSync(source).size, 0);
  return { about: { kind: 'rows', bytes, ...made }, entries };
}

/**
 * The operator's own server, with PostgreSQL's own program; forums may use it meanwhile.
 * @param {{ databaseUrl: string, databaseOwnerUrl: string | undefined }} settings
 * @param {string} directory
 * @param {boolean} online
 */
async function dumpOwn({ databaseUrl, databaseOwnerUrl }, directory, online) {
  if (online) say('--online changes nothing here: pg_dump always works beside a running forum');
  const { demandDatabase } = await import('./database.mjs');
  const url = databaseOwnerUrl ?? databaseUrl;
  await demandDatabase({ url, setting: databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL', log: say });
  await demandWhole(url);
  const { dump } = await import('./backups/dump.mjs');
  const place = fs.mkdtempSync(path.join(directory, 'backup-'));
  cleanups.push(() => fs.rmSync(place, { recursive: true, force: true }));
  const source = path.join(place, 'database.dump');
  const made = await dump({ url, file: source });
  return {
    about: { kind: 'dump', bytes: fs.statSync(source).size, ...made },
    entries: [{ name: 'database.dump', source }],
  };
}

/** @param {string} url */
async function readWhole(url) {
  await demandWhole(url);
  const { countRows, migrationsOf } = await import('./backups/examination.mjs');
  const { withClient } = await import('./with-client.mjs');
  return withClient(url, async (client) => ({
    counts: await countRows(client),
    migrations: await migrationsOf(client),
  }));
}

/**
 * Reports damaged data now, and not when the backup is needed.
 * @param {string} url
 */
async function demandWhole(url) {
  const { findFaults, isFilled } = await import('./backups/examination.mjs');
  const { withClient } = await import('./with-client.mjs');
  await withClient(url, async (client) => {
    if (!(await isFilled(client))) throw new CommandError('There is nothing to back up: the database is empty.');
    for (const fault of await findFaults(client)) say(`the database is not whole, and is backed up as it is: ${fault}`);
  });
}
