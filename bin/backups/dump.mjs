// A database on the operator's own server, with PostgreSQL's own programs.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { finished, startProgram } from '../processes.mjs';
import { CommandError } from '../command-error.mjs';
import { countRows, migrationsOf } from './examination.mjs';
import { withClient } from '../with-client.mjs';

/** Debian keeps each version in a folder of its own. */
function folders() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian)
    ? fs.readdirSync(debian).map((version) => path.join(debian, version, 'bin'))
    : [];
  return [...(process.env.PATH ?? '').split(path.delimiter), ...versions];
}

/**
 * The newest `pg_dump` or `pg_restore` of this machine, if it is not older than the server or the file.
 * @param {string} name
 * @param {number} major
 * @param {string} what
 */
function programFor(name, major, what) {
  const found = folders()
    .map((folder) => path.join(folder, name))
    .filter((file) => fs.existsSync(file));
  const versions = found.map((file) => ({
    file,
    major: Number(/\) (\d+)/.exec(execFileSync(file, ['--version']).toString())?.[1]),
  }));
  const [newest] = versions.sort((one, other) => other.major - one.major);
  if (!newest)
    throw new CommandError(
      `${name} is needed and not installed: it comes with PostgreSQL (on Debian, apt-get install postgresql-client).`,
    );
  if (newest.major >= major) return newest;
  throw new CommandError(
    `${name} of PostgreSQL ${newest.major} can’t be used: ${what} is PostgreSQL ${major}. Install the client of that version or a later one.`,
  );
}

/** @param {import('pg').Client} client */
const majorOf = async (client) =>
  Math.floor(Number((await client.query('SHOW server_version_num')).rows[0].server_version_num) / 10_000);

/**
 * Dumps a database into a file, at the same moment at which its rows are counted.
 * @param {{ url: string, file: string }} options url: of the tables' owner
 */
export function dump({ url, file }) {
  return withClient(url, async (client) => {
    const { file: program, major } = programFor('pg_dump', await majorOf(client), 'the server');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query('SELECT pg_export_snapshot() AS snapshot');
    const made = {
      counts: await countRows(client),
      migrations: await migrationsOf(client),
      roles: await rolesOf(client),
      dumpedBy: major,
    };
    const args = ['--format=custom', '--compress=0', '--no-owner', '--no-acl'];
    await run(
      program,
      url,
      [...args, `--snapshot=${rows[0].snapshot}`, `--file=${file}`],
      'The database could not be dumped',
    );
    await client.query('COMMIT');
    return made;
  });
}

/**
 * The roles that the tables' own rules name: a dump holds the rules, but not the roles, which belong to the server.
 * @param {import('pg').Client} client
 */
async function rolesOf(client) {
  const { rows } = await client.query(
    'SELECT DISTINCT rolname AS name FROM pg_policy, unnest(polroles) AS role JOIN pg_roles ON pg_roles.oid = role ORDER BY 1',
  );
  return rows.map((/** @type {{ name: string }} */ { name }) => name);
}

/**
 * Fills an empty database from such a file, completely or not at all.
 * @param {{ url: string, file: string, about: { dumpedBy: number, roles: string[] } }} options
 */
export async function load({ url, file, about: { dumpedBy, roles } }) {
  await ensureRoles(url, roles);
  const { file: program } = programFor('pg_restore', dumpedBy, 'the backup');
  const args = [
    '--single-transaction',
    '--exit-on-error',
    '--no-owner',
    '--no-acl',
    `--dbname=${new URL(url).pathname.slice(1)}`,
    file,
  ];
  await run(program, url, args, 'The database could not be restored');
}

/**
 * They get rights and a password when the forum starts.
 * @param {string} url
 * @param {string[]} roles
 */
function ensureRoles(url, roles) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      'SELECT name FROM unnest($1::text[]) AS name WHERE name NOT IN (SELECT rolname FROM pg_roles)',
      [roles],
    );
    for (const { name } of rows) {
      await client.query(`CREATE ROLE ${pg.escapeIdentifier(name)} NOLOGIN`).catch((error) => {
        if (error.code !== '42501') throw error;
        throw new CommandError(
          `The role ${name}, which the backup names, is not on this server, and this user may not make it: CREATE ROLE ${name} LOGIN PASSWORD '…' first.`,
        );
      });
    }
  });
}

/**
 * The password is in the environment, because every user of the machine can read arguments.
 * @param {string} program
 * @param {string} url
 * @param {string[]} args
 * @param {string} failed
 */
async function run(program, url, args, failed) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const environment = {
    ...process.env,
    PGHOST: decodeURIComponent(searchParams.get('host') ?? hostname.replace(/^\[|\]$/g, '')),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.has('sslmode') && { PGSSLMODE: searchParams.get('sslmode') ?? undefined }),
  };
  const { ok, ended, output } = await finished(startProgram(program, args, { environment, output: 'pipe' }));
  if (!ok) throw new CommandError(`${failed} (${path.basename(program)}: ${ended}):\n${output.trim()}`);
}
