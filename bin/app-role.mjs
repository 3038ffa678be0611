// The role under which the app itself works. It owns none of the tables: it can read the audit log and the dataset's
// history and add to them, but never change them, even after a mistake or a break-in. Migrations, seed and these grants
// run as the owner.
import pg from 'pg';
import { withClient } from './with-client.mjs';
import { CommandError } from './command-error.mjs';

/** Held while a role is created or gets its rights: PostgreSQL refuses two that change the same role at a time. */
const roleLock = 7270736902;

/**
 * History: the tables whose triggers refuse everything but adding. A migration that adds such a table names its trigger
 * in the same way.
 */
const appendOnly = `
  SELECT DISTINCT tgrelid AS id FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
  WHERE tgname LIKE '%\\_append\\_only' AND c.relnamespace = 'public'::regnamespace`;

/** The tables in which migrations are recorded; only the owner uses them. */
const migrations = `SELECT oid AS id FROM pg_class WHERE relname = '_prisma_migrations' AND relnamespace = 'public'::regnamespace`;

/**
 * Makes the role unless it exists, with that password.
 * @param {{ ownerUrl: string, role: string, password: string }} options ownerUrl: of a user who may make roles
 */
export async function ensureRole({ ownerUrl, role, password }) {
  await asOwner(ownerUrl, async (client) => {
    const name = pg.escapeIdentifier(role);
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    if (rowCount === 0)
      await client.query(`CREATE ROLE ${name} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS`);
    await client.query(`ALTER ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
  }).catch((error) => {
    if (error.code !== '42501') throw error;
    throw new CommandError(`The role ${role}, under which the app works, could not be made: ${error.message}.`);
  });
}

/**
 * The roles whose names begin like this.
 * @param {string} ownerUrl
 * @param {string} prefix
 */
export async function rolesOf(ownerUrl, prefix) {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query('SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)', [prefix]),
  );
  return rows.map(({ rolname }) => rolname);
}

/**
 * Removes a role that nothing depends on any more.
 * @param {{ ownerUrl: string, role: string }} options
 */
export async function dropRole({ ownerUrl, role }) {
  await asOwner(ownerUrl, (client) => client.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(role)}`));
}

/**
 * Gives the app's role the rights it needs in this database, and removes all others. Repeating it changes nothing.
 * @param {{ ownerUrl: string, role: string }} options
 */
export async function grantToApp({ ownerUrl, role }) {
  await asOwner(ownerUrl, async (client) => {
    const name = pg.escapeIdentifier(role);
    await client.query(`
      GRANT USAGE ON SCHEMA public, graphile_worker TO ${name};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, graphile_worker TO ${name};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${name}`);
    for (const table of await namesOf(client, migrations)) await client.query(`REVOKE ALL ON ${table} FROM ${name}`);
    for (const table of await namesOf(client, appendOnly)) {
      await client.query(`REVOKE ALL ON ${table} FROM ${name}; GRANT SELECT, INSERT ON ${table} TO ${name}`);
    }
    await openJobs(client, role);
  });
}

/**
 * Row level security without a policy closes the queue's own tables to every role but their owner: the app works on
 * them, so it gets a policy.
 * @param {import('pg').Client} client
 * @param {string} role
 */
async function openJobs(client, role) {
  const closed = `
    SELECT c.oid AS id FROM pg_class c
    WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = $1)`;
  for (const table of await namesOf(client, closed, [role])) {
    const name = pg.escapeIdentifier(role);
    await client.query(`CREATE POLICY ${name} ON ${table} TO ${name} USING (true) WITH CHECK (true)`);
  }
}

/**
 * The role of a URL, and whether PostgreSQL itself keeps that role from rewriting history. It does not if the role owns
 * the tables or is a superuser: then only the triggers refuse, and their owner can switch them off.
 * @param {string} url
 * @returns {Promise<{ role: string, kept: boolean }>}
 * @throws {CommandError} where the URL names another database than the owner's, without the forum's tables
 */
export async function protectionOf(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(`
      SELECT current_user AS role, count(*)::int AS tables,
        coalesce(bool_or(has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') OR pg_has_role(c.relowner, 'MEMBER')), true) AS open
      FROM pg_class c WHERE c.oid IN (${appendOnly})`),
  );
  const [{ role, tables, open }] = rows;
  if (tables === 0)
    throw new CommandError(
      'DATABASE_URL and DATABASE_OWNER_URL must name the same database: the tables are not in that of DATABASE_URL.',
    );
  return { role, kept: !open };
}

/**
 * Which role a URL connects as.
 * @param {string} url
 */
export async function roleAt(url) {
  const { rows } = await withClient(url, (client) => client.query('SELECT current_user AS role'));
  return rows[0].role;
}

/**
 * @param {import('pg').Client} client
 * @param {string} ids
 * @param {unknown[]} [values]
 */
async function namesOf(client, ids, values = []) {
  const { rows } = await client.query(`SELECT id::regclass::text AS name FROM (${ids}) AS found`, values);
  return rows.map((/** @type {{ name: string }} */ { name }) => name);
}

/**
 * @template Result
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<Result>} work
 */
function asOwner(url, work) {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [roleLock]);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  });
}
