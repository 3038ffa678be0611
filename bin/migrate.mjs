// Applies prisma/migrations in order and writes the same table as `prisma migrate deploy`, so that both can be used on
// one database. Prisma's own command downloads an engine; this one needs only the driver.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { root } from './checkout.mjs';
import { CommandError, codeOf, messageOf } from './command-error.mjs';

/** The advisory lock that Prisma takes too: of several servers starting at once, one migrates and the others wait. */
const lockId = 72707369;

/**
 * @typedef {{ name: string, sql: string, checksum: string, inTransaction: boolean }} Migration
 * @typedef {{ migration_name: string, checksum: string, finished_at: Date | null, logs: string | null }} Applied
 */

const historyTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations that are missing. Each migration is one transaction, so a failed one leaves nothing behind and
 * runs again on the next start, with its corrected file. A file that begins with `-- no-transaction` (for CREATE INDEX
 * CONCURRENTLY) runs outside of a transaction.
 * @param {{ url: string, directory?: string, only?: string[], log?: (text: string) => void }} options only: no others than these
 * @returns {Promise<{ applied: string[], total: number }>}
 * @throws {CommandError} when history and files disagree, or a migration fails
 */
export async function migrate({ url, directory = path.join(root, 'prisma/migrations'), only, log = () => {} }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await lock(client, log);
    await client.query(historyTable);
    const migrations = readMigrations(directory).filter(({ name }) => only === undefined || only.includes(name));
    const { rows: history } = await client.query(
      'SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    );
    const pending = pendingOf(migrations, history);
    for (const migration of pending) {
      await apply(client, migration);
      log(`migration ${migration.name} applied`);
    }
    return { applied: pending.map((/** @type {{ name: string }} */ { name }) => name), total: migrations.length };
  } finally {
    await client.end(); // also releases the lock
  }
}

/**
 * @param {import('pg').Client} client
 * @param {(text: string) => void} log
 */
async function lock(client, log) {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [lockId]);
  if (rows[0].taken) return;
  log('another server is migrating this database: waiting for it');
  await client.query('SELECT pg_advisory_lock($1)', [lockId]);
}

/** @param {string} directory */
function readMigrations(directory) {
  const names = fs.readdirSync(directory).filter((name) => fs.existsSync(path.join(directory, name, 'migration.sql')));
  return names.sort().map((name) => {
    const content = fs.readFileSync(path.join(directory, name, 'migration.sql'));
    const sql = content.toString('utf8');
    const checksum = crypto.createHash('sha256').update(content).digest('hex');
    return { name, sql, checksum, inTransaction: !/^--\s*no-transaction/.test(sql) };
  });
}

/**
 * @param {Migration[]} migrations
 * @param {Applied[]} history
 */
function pendingOf(migrations, history) {
  const byName = new Map(migrations.map((/** @type {Migration} */ migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finishedAt, logs } of history) {
    const file = byName.get(name);
    if (!file) {
      throw new CommandError(
        `The database has migration ${name}, which this version of the program does not know: start the newer version.`,
      );
    }
    if (!finishedAt) {
      throw new CommandError(
        `Migration ${name} was begun and did not finish${logs ? ` (${logs})` : ''}. It ran outside a transaction: repair what it left, ` +
          `then run: UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '${name}' AND finished_at IS NULL`,
      );
    }
    if (file.checksum !== checksum) {
      throw new CommandError(
        `Migration ${name} was edited after this database applied it: restore the file and put the change into a new migration.`,
      );
    }
  }
  const applied = new Set(history.map((row) => row.migration_name));
  return migrations.filter((/** @type {{ name: string }} */ { name }) => !applied.has(name));
}

/**
 * @param {import('pg').Client} client
 * @param {{ name: string, sql: string, checksum: string, inTransaction: boolean }} options
 */
async function apply(client, { name, sql, checksum, inTransaction }) {
  const id = crypto.randomUUID();
  const record = 'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)';
  const begin = () => client.query(record, [id, checksum, name]);
  try {
    // The record is part of the transaction: a server killed in the middle leaves neither tables nor an unfinished
    // entry.
    if (inTransaction) await client.query('BEGIN');
    await begin();
    await client.query(sql);
    await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [
      id,
    ]);
    if (inTransaction) await client.query('COMMIT');
  } catch (error) {
    const position = error instanceof pg.DatabaseError && error.position;
    const logs = `${messageOf(error)}${position ? `, at character ${position}` : ''} (${codeOf(error)})`;
    if (inTransaction) {
      await client.query('ROLLBACK');
      await begin();
    }
    const outcome = inTransaction ? 'logs = $2, rolled_back_at = now()' : 'logs = $2';
    await client.query(`UPDATE _prisma_migrations SET ${outcome} WHERE id = $1`, [id, logs]);
    throw new CommandError(`Migration ${name} failed: ${logs}.${inTransaction ? ' Nothing of it was kept.' : ''}`);
  }
}
