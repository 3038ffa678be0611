// npm run restore -- FILE [--check [--data-only] | --replace]: restores a backup of `npm run backup` into the database; or
// only checks it, in a temporary one, whose pages are opened too unless only the data is asked for.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dataDirectory, isBundle, runningLock } from './checkout.mjs';
import { loadDotEnv, readSettings } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { takeLock } from './lock.mjs';
import { say } from './progress.mjs';
import { CommandError, messageOf } from './command-error.mjs';
import { runToEnd } from './run-to-end.mjs';

const kinds = {
  files: 'the files of an embedded database',
  rows: 'the rows of an embedded database',
  dump: 'a dump by pg_dump',
};
/** @type {(() => unknown)[]} */
const cleanups = [];
await runToEnd(restore, cleanups);

async function restore() {
  const { file, check, replace, dataOnly } = readArguments();
  loadDotEnv();
  const settings = readSettings();
  const { databaseUrl, databaseOwnerUrl } = settings;
  if (check && isBundle)
    throw new CommandError(
      'A bundle holds no PostgreSQL to restore into and throw away: check the file from a checkout of the same version.',
    );
  const directory = dataDirectory();
  await installPackages();
  await generateClient();
  const { aboutArchive } = await import('./backups/archive.mjs');
  const about = await aboutArchive(file);
  demandKnownMigrations(about);
  say(`${path.basename(file)}: made on ${about.at.slice(0, 16).replace('T', ' ')} UTC, ${kinds[about.kind]}`);
  if (check)
    return noteOutcome(file, about, settings, directory, () => checkOnly(file, about, settings, directory, dataOnly));
  if (databaseUrl) return intoOwn(file, about, { databaseUrl, databaseOwnerUrl }, directory, replace);
  return intoEmbedded(file, about, settings, directory, replace);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      'data-only': { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new CommandError('From which file? npm run restore -- FILE [--check | --replace]');
  const { check, replace, 'data-only': dataOnly } = values;
  return { file: path.resolve(process.env.INIT_CWD ?? '.', file), check, replace, dataOnly };
}

/** @param {{ migrations: string[] }} options */
function demandKnownMigrations({ migrations }) {
  const unknown = migrations.filter(
    (/** @type {string} */ name) => !fs.existsSync(path.join('prisma/migrations', name)),
  );
  if (unknown.length > 0)
    throw new CommandError(
      `The backup was made by a later version of the program (it has ${unknown.join(', ')}): restore it with that one.`,
    );
}

/**
 * Notes for the desk whether a backup can be restored.
 * @param {string} file
 * @param {import('./backups/archive.mjs').About} about
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 * @param {() => Promise<void>} check
 */
async function noteOutcome(file, { at }, settings, directory, check) {
  const { noteCheck, notingUrl } = await import('./backups/record.mjs');
  const url = await notingUrl(settings, directory);
  try {
    await check();
  } catch (error) {
    if (url) await noteCheck(url, { file, at, failure: messageOf(error) });
    throw error;
  }
  if (url) await noteCheck(url, { file, at, failure: null });
}

/**
 * Restores into a temporary server, checks everything, and changes nothing else.
 * @param {string} file
 * @param {import('./backups/archive.mjs').About} about
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 * @param {boolean} dataOnly leaves the public pages out
 */
async function checkOnly(file, about, settings, directory, dataOnly) {
  const { scratchDirectory } = await import('./checkout.mjs');
  const { removePostgres } = await import('./postgres.mjs');
  const home = path.join(scratchDirectory(), 'restore-check');
  await removePostgres({ home });
  cleanups.push(() => removePostgres({ home }));
  const { fill } = await import('./backups/filling.mjs');
  const postgres = await fill({ file, about, home, port: settings.postgresPort, say });
  await demandSame(postgres.urlOf('bpf'), about);
  if (!dataOnly) {
    const { checkPages } = await import('./backups/pages.mjs');
    await checkPages({ url: postgres.urlOf('bpf'), about, settings, directory, home, say });
  }
  say('the backup is whole, and can be restored');
}

/**
 * The operator's own server: only into an empty database, so that the old one is kept.
 * @param {string} file
 * @param {import('./backups/archive.mjs').About} about
 * @param {{ databaseUrl: string, databaseOwnerUrl: string | undefined }} settings
 * @param {string} directory
 * @param {boolean} replace
 */
async function intoOwn(file, about, { databaseUrl, databaseOwnerUrl }, directory, replace) {
  if (about.kind !== 'dump') {
    throw new CommandError(
      `This backup holds ${kinds[about.kind]}: it goes back into an embedded one. Unset DATABASE_URL to restore it there.`,
    );
  }
  const url = databaseOwnerUrl ?? databaseUrl;
  const { demandDatabase } = await import('./database.mjs');
  const { isFilled } = await import('./backups/examination.mjs');
  const { withClient } = await import('./with-client.mjs');
  await demandDatabase({ url, setting: databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL', log: say });
  if (await withClient(url, isFilled)) {
    const why = replace
      ? 'A server of your own is never overwritten, not even with --replace'
      : 'The database is not empty';
    throw new CommandError(
      `${why}: make an empty one beside it, name it in DATABASE_URL (and DATABASE_OWNER_URL), and restore there. The old one stays as it is.`,
    );
  }
  const { readArchive } = await import('./backups/archive.mjs');
  const { load } = await import('./backups/dump.mjs');
  const place = fs.mkdtempSync(path.join(directory, 'restore-'));
  cleanups.push(() => fs.rmSync(place, { recursive: true, force: true }));
  await readArchive(file, { directory: place });
  await load({ url, file: path.join(place, 'database.dump'), about });
  await demandSame(url, about);
  say('restored: start the forum with npm start');
}

/**
 * @param {string} file
 * @param {import('./backups/archive.mjs').About} about
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 * @param {boolean} replace
 */
async function intoEmbedded(file, about, settings, directory, replace) {
  const lock = await takeLock(runningLock(), { purpose: 'npm run restore' });
  if (!lock.ok)
    throw new CommandError(`${lock.holder.purpose} is running here (process ${lock.holder.pid}): stop it first.`);
  cleanups.push(lock.release);
  const { setAside } = await import('./backups/filling.mjs');
  const aside = await setAside({ home: directory, replace });
  const { fill } = await import('./backups/filling.mjs');
  try {
    const postgres = await fill({ file, about, home: directory, port: settings.postgresPort, say });
    cleanups.push(postgres.stop);
    await demandSame(postgres.urlOf('bpf'), about);
  } catch (error) {
    await aside.putBack();
    throw error;
  }
  if (aside.place)
    say(`the database that was here before is kept in ${aside.place}: delete it when you no longer need it`);
  say('restored: start the forum with npm start');
}

/**
 * The same rows in each table, and everything in order.
 * @param {string} url
 * @param {import('./backups/archive.mjs').About} about
 */
async function demandSame(url, about) {
  const { countRows, differences, findFaults } = await import('./backups/examination.mjs');
  const { withClient } = await import('./with-client.mjs');
  const faults = await withClient(url, async (client) => [
    ...differences(about.counts, await countRows(client)),
    ...(await findFaults(client)),
  ]);
  if (faults.length > 0)
    throw new CommandError(
      ['What was restored is not what was backed up:', ...faults.map((fault) => `  - ${fault}`)].join('\n'),
    );
  say(
    `${Object.keys(about.counts).length} tables have the rows they had; releases match their checksums; no step of history is missing`,
  );
}
