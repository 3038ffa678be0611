// Prepares the database for the app: it is reachable, exists, is migrated, and has the tables of the job queue and the
// seed.
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { grantToApp, protectionOf, roleAt } from './app-role.mjs';
import { migrate } from './migrate.mjs';
import { finished, startNode } from './processes.mjs';
import { withClient } from './with-client.mjs';
import { CommandError, codeOf, messageOf } from './command-error.mjs';

/** Held while one server migrates and seeds, so that several can start at once. */
const preparationLock = 7270736901;

const silentJobsLog = new Logger(() => () => {});

/**
 * Migrates and seeds as the tables' owner, and gives the app's own role its rights. Repeating it changes nothing.
 * @param {{ url: string, appUrl?: string, environment: Record<string, string | undefined>, log?: (text: string) => void }} options
 *   url: the owner's; appUrl: the app's, where it is another; environment: the seed's, apart from DATABASE_URL
 */
export async function prepareDatabase({ url, appUrl = url, environment, log = () => {} }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [preparationLock]);
    const { applied, total } = await migrate({ url, log });
    await runMigrations({ connectionString: url, logger: silentJobsLog });
    await seed({ ...environment, DATABASE_URL: url });
    await grantToOther(url, appUrl);
    log(`database: ${applied.length} of ${total} migrations applied now, seed present`);
    log(sayProtection(await protectionOf(appUrl)));
  } finally {
    await client.end();
  }
}

/**
 * @param {string} ownerUrl
 * @param {string} appUrl
 */
async function grantToOther(ownerUrl, appUrl) {
  if (appUrl === ownerUrl) return;
  const [owner, role] = await Promise.all([roleAt(ownerUrl), roleAt(appUrl)]);
  if (role !== owner) await grantToApp({ ownerUrl, role });
}

/** @param {{ role: string, kept: boolean }} options */
function sayProtection({ role, kept }) {
  if (kept) return `database: the app connects as ${role}, which can read and add to the audit log, and nothing else`;
  return (
    `database: the app connects as ${role}, which owns its tables: the audit log is protected by triggers only. ` +
    'DATABASE_OWNER_URL, with a lesser role in DATABASE_URL, changes that (see README.md).'
  );
}

/** @param {Record<string, string | undefined>} environment */
async function seed(environment) {
  const { ok, ended, output } = await finished(
    startNode(['--import', 'tsx', 'prisma/seed.ts'], { environment, output: 'pipe' }),
  );
  if (!ok) throw new CommandError(`The dataset could not be loaded (prisma/seed.ts: ${ended}):\n${output.trim()}`);
}

/**
 * Waits until the operator's own server answers: in a group of containers it may start after us.
 * @param {{ url: string, setting?: string, patience?: number, log?: (text: string) => void }} options setting: where the URL stands
 * @throws {CommandError} with the reason in words
 */
export async function demandDatabase({ url, setting = 'DATABASE_URL', patience = 10_000, log = () => {} }) {
  const asked = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    const error = await connectionError(url);
    if (!error) return;
    const place = describe(url);
    if (!mayPass.has(error.code ?? '') || performance.now() - asked > patience) {
      throw new CommandError(
        `The database in ${setting} (${place}) can't be used: ${reasons[error.code ?? ''] ?? error.message}.`,
      );
    }
    if (attempt === 0) log(`waiting for the database (${place})`);
    await sleep(500);
  }
}

const mayPass = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'EAI_AGAIN', '57P03']);
/** @type {Record<string, string>} */
const reasons = {
  ECONNREFUSED: 'nothing listens there (is PostgreSQL running, and are host and port right?)',
  EHOSTUNREACH: 'its host is not reachable from here',
  ENOTFOUND: 'its host name is not known (is it spelled right?)',
  EAI_AGAIN: 'its host name could not be looked up',
  ETIMEDOUT: 'it did not answer in time (is a firewall in between?)',
  '28P01': 'the password is wrong for this user',
  28000: 'this user may not connect',
  '3D000': 'there is no database of that name: create it first',
  '57P03': 'it is starting up or shutting down',
};

/** @param {string} url */
async function connectionError(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    // A name with several addresses fails with one error per address.
    const first = error instanceof AggregateError ? error.errors[0] : error;
    const message = messageOf(first);
    return { code: /timeout expired/.test(message) ? 'ETIMEDOUT' : codeOf(first), message };
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Host, port, database and user, never the password.
 * @param {string} url
 */
function describe(url) {
  const { hostname, port, pathname, username } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}${username ? `, user ${decodeURIComponent(username)}` : ''}`;
}

/**
 * The URLs of the operator's own server, if it answers under both.
 * @param {{ databaseUrl: string, databaseOwnerUrl?: string, log: (text: string) => void }} options
 * @returns {Promise<{ appUrl: string, ownerUrl: string }>} the same twice where there is one role for everything
 */
export async function demandBothRoles({ databaseUrl, databaseOwnerUrl, log }) {
  if (databaseOwnerUrl) await demandDatabase({ url: databaseOwnerUrl, setting: 'DATABASE_OWNER_URL', log });
  await demandDatabase({ url: databaseUrl, log });
  return { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl };
}

/**
 * Makes the database unless it exists. `adminUrl` names any database of the server.
 * @param {string} adminUrl
 * @param {string} name
 */
export async function ensureDatabase(adminUrl, name) {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  });
}

/**
 * Makes the database anew, empty or as a copy of `template`, whose files are copied: cheaper than to log each page.
 * @param {string} adminUrl
 * @param {string} name
 */
export async function recreateDatabase(adminUrl, name, template = 'template0') {
  await withClient(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(
      `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY file_copy`,
    );
  });
}

/**
 * Removes the database, and disconnects its users.
 * @param {string} adminUrl
 * @param {string} name
 */
export async function dropDatabase(adminUrl, name) {
  await withClient(adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

/**
 * The databases whose names begin like this.
 * @param {string} adminUrl
 * @param {string} prefix
 */
export async function databasesOf(adminUrl, prefix) {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix]);
    return rows.map(({ datname }) => datname);
  });
}

/**
 * The same server's URL with another database.
 * @param {string} adminUrl
 * @param {string} name
 */
export function withDatabase(adminUrl, name) {
  const url = new URL(adminUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  return url.href;
}
