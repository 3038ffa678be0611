// Starts everything for npm start and npm run dev, keeps it running, and stops it in order.
import path from 'node:path';
import { keepBackups } from './backups/schedule.mjs';
import { build } from './build.mjs';
import { dataDirectory, root, runningLock, servingLock } from './checkout.mjs';
import { loadDotEnv, readSettings, serverEnvironment } from './environment.mjs';
import { generateClient, installPackages } from './install.mjs';
import { takeLock } from './lock.mjs';
import { demandPort } from './ports.mjs';
import { endChildren } from './processes.mjs';
import { say, timed } from './progress.mjs';
import { CommandError, report } from './command-error.mjs';
import { onStop } from './signals.mjs';
import { answersHttp, startWeb } from './web.mjs';

/** What this command holds and has to give back. */
/**
 * @typedef {Awaited<ReturnType<typeof takeLock>>} Lock
 * @typedef {Awaited<ReturnType<typeof import('./postgres.mjs').startPostgres>>} Postgres
 * @type {{ lock?: Extract<Lock, { ok: true }>, serving?: Lock, postgres?: Promise<Postgres>, stopping: boolean }}
 */
const held = { stopping: false };

/** @param {'start' | 'dev'} mode */
export async function launch(mode) {
  onStop((reason) => {
    say(`stopping (${reason})`);
    return end(0);
  });
  try {
    await bringUp(mode);
  } catch (error) {
    await fail(error);
  }
}

/** @param {'start' | 'dev'} mode */
async function bringUp(mode) {
  loadDotEnv();
  const settings = readSettings();
  const directory = dataDirectory();
  held.lock = await demandLock(mode === 'start' ? 'npm start' : 'npm run dev');
  if (mode === 'start') held.serving = await takeLock(servingLock(), { purpose: 'npm start' });
  await demandPort(settings.port, settings.host);
  await installPackages();
  const client = generateClient();
  const [databaseUrl] = await Promise.all([
    bringUpDatabase({ settings, directory, client }),
    client.then(() => mode === 'start' && timed('production build', () => build({ output: 'inherit' }))),
  ]);
  const environment = serverEnvironment(settings, { mode, directory, databaseUrl });
  await serve({ mode, settings, environment });
  sayReady(settings, directory);
  if (mode === 'start' && settings.workerInServer) keepBackups({ settings, directory, say });
}

/** @param {string} purpose */
async function demandLock(purpose) {
  // A start whose npm was killed notices it within a second, and then stops.
  const lock = await takeLock(runningLock(), {
    purpose,
    patience: 3000,
    onWait: ({ pid }) => say(`process ${pid} is running here`),
  });
  if (lock.ok) return lock;
  throw new CommandError(
    `${lock.holder.purpose} is already running here (process ${lock.holder.pid}): stop it first. ` +
      'A second one beside it needs a data directory and a port of its own (BPF_DATA_DIR and PORT).',
  );
}

/**
 * Everything that needs installed packages is imported after they are installed.
 * @param {{ settings: import('./environment.mjs').Settings, directory: string, client: Promise<void> }} options
 */
async function bringUpDatabase({ settings, directory, client }) {
  const { demandBothRoles, prepareDatabase } = await import('./database.mjs');
  const { databaseUrl, databaseOwnerUrl } = settings;
  const { appUrl, ownerUrl } = databaseUrl
    ? await demandBothRoles({ databaseUrl, databaseOwnerUrl, log: say })
    : await bringUpPostgres(settings, directory);
  await client;
  await prepareDatabase({
    url: ownerUrl,
    appUrl,
    environment: serverEnvironment(settings, { directory, databaseUrl: ownerUrl }),
    log: say,
  });
  return appUrl;
}

/**
 * @param {import('./environment.mjs').Settings} settings
 * @param {string} directory
 */
async function bringUpPostgres(settings, directory) {
  const { ensureDatabase } = await import('./database.mjs');
  const { startPostgres } = await import('./postgres.mjs');
  const starting = startPostgres({ home: directory, port: settings.postgresPort, say });
  held.postgres = starting;
  const postgres = await starting;
  keep(postgres);
  await ensureDatabase(postgres.urlOf('postgres'), 'bpf');
  return { appUrl: await postgres.appUrlOf('bpf'), ownerUrl: postgres.urlOf('bpf') };
}

/**
 * Restarts the embedded server when it ends unexpectedly, unless that happens again and again.
 * @param {Postgres} postgres
 */
function keep(postgres) {
  /** @type {number[]} */
  const restarts = [];
  let restarting = false;
  const look = async () => {
    if (restarting || held.stopping || postgres.isAlive()) return;
    restarting = true;
    restarts.push(performance.now());
    if (restarts.filter((moment) => performance.now() - moment < 60_000).length > 5) {
      throw new CommandError('PostgreSQL ended six times within a minute: look into pg.log in the data directory.');
    }
    say('PostgreSQL ended unexpectedly: starting it again');
    await postgres.restart();
    restarting = false;
  };
  setInterval(() => look().catch(fail), 300).unref();
}

/** @param {{ mode: 'start' | 'dev', settings: import('./environment.mjs').Settings, environment: Record<string, string | undefined> }} options */
async function serve({ mode, settings, environment }) {
  await demandPort(settings.port, settings.host); // preparing took some time: another program may use the port now
  const { port, host } = settings;
  const web = startWeb({ mode, port, host, environment });
  web.once('exit', (code, signal) =>
    fail(new CommandError(`The web server ended unexpectedly (${signal ?? `exit code ${code}`}).`)),
  );
  if (!(await answersHttp(web, { port, host })))
    throw new CommandError('The web server does not answer: see its messages above.');
}

/**
 * @param {{ address: string, adminEmail: string, sendsMail: boolean }} options
 * @param {string} directory
 */
function sayReady({ address, adminEmail, sendsMail }, directory) {
  say(`ready: ${address}`);
  const link = sendsMail
    ? 'the link arrives by mail'
    : `the link appears here and in ${path.relative(root, directory) || '.'}/mail/`;
  console.log(`
  The forum      ${address}
  First editor   open ${address}/sign-in, enter ${adminEmail}: ${link}
  Stop           Ctrl-C
`);
}

/** @param {unknown} error */
async function fail(error) {
  if (held.stopping) return; // failures while we stop are expected
  report(error);
  await end(1);
}

/**
 * Stops the web server, then the database; releases the lock last.
 * @param {number} code
 */
async function end(code) {
  held.stopping = true;
  held.lock?.stopping();
  await endChildren();
  const postgres = await held.postgres?.catch(() => undefined);
  await postgres?.stop();
  if (held.serving?.ok) held.serving.release();
  held.lock?.release();
  if (code === 0) say('stopped');
  process.exit(code);
}
