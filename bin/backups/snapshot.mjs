// The rows of a running database, all as they were at one moment: COPY of each table within one transaction, and the
// sequences.
import fs from 'node:fs';
import path from 'node:path';
import { runMigrations, Logger } from 'graphile-worker';
import pg from 'pg';
import { migrate } from '../migrate.mjs';
import { CommandError } from '../command-error.mjs';
import { countRows, migrationsOf, tablesOf } from './examination.mjs';
import { withClient } from '../with-client.mjs';

const silent = new Logger(() => () => {});
/**
 * A table or sequence as SQL names it.
 * @param {{ schema: string, name: string }} options
 */
export const nameOf = ({ schema, name }) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

/** The columns that COPY moves: a generated column is computed again from the others. */
const columns = `
  SELECT attname AS name FROM pg_attribute
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`;

/**
 * @param {pg.Client} client
 * @param {{ schema: string, name: string }} table
 * @returns {Promise<string[]>}
 */
export async function columnsOf(client, table) {
  const { rows } = await client.query(columns, [nameOf(table)]);
  return rows.map(({ name }) => name);
}

/**
 * Copies a database's rows into files of `directory`. The server itself writes them: it is the embedded one, on this
 * machine.
 * @param {{ url: string, directory: string }} options url: of a superuser
 * @returns {Promise<Rows>}
 * @typedef {{ counts: Record<string, number>, migrations: string[], tables: Table[], sequences: { schema: string, name: string, last: string | null }[] }} Rows
 * @typedef {{ schema: string, name: string, columns: string[] }} Table
 */
export function copyOut({ url, directory }) {
  return withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = [];
    for (const table of await tablesOf(client)) {
      const names = await columnsOf(client, table);
      await client.query(
        `COPY ${nameOf(table)} (${names.map(pg.escapeIdentifier).join(', ')}) TO ${pg.escapeLiteral(fileOf(directory, table))}`,
      );
      tables.push({ schema: table.schema, name: table.name, columns: names });
    }
    // The snapshot does not cover sequences: they are read after the rows, so that none is too low.
    const { rows: sequences } = await client.query(
      `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1, 2`,
    );
    const made = { counts: await countRows(client), migrations: await migrationsOf(client), tables, sequences };
    await client.query('COMMIT');
    return made;
  });
}

/**
 * @param {string} directory
 * @param {{ schema: string, name: string }} options
 */
const fileOf = (directory, { schema, name }) => path.join(directory, `${schema}.${name}`);

/**
 * The files that `copyOut` made, for the archive.
 * @param {string} directory
 */
export const filesOf = (directory) =>
  fs
    .readdirSync(directory)
    .sort()
    .map((name) => ({ name, source: path.join(directory, name) }));

/**
 * Fills an empty database: the tables of the backup's version of the program, then their rows. The next start adds what
 * is newer in this version.
 * @param {{ url: string, directory: string, about: Omit<Rows, 'counts'> }} options url: of a superuser
 */
export async function copyIn({ url, directory, about }) {
  await migrate({ url, only: about.migrations });
  await runMigrations({ connectionString: url, logger: silent });
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    // Triggers and references are off: these rows have passed them before, and history refuses to be emptied.
    await client.query('SET LOCAL session_replication_role = replica');
    const present = new Set((await tablesOf(client)).map(nameOf));
    const unknown = about.tables.filter((table) => !present.has(nameOf(table)));
    if (unknown.length > 0)
      throw new CommandError(
        `The backup has tables that this version of the program does not know: ${unknown.map(({ name }) => name).join(', ')}.`,
      );
    for (const table of about.tables) await client.query(`DELETE FROM ${nameOf(table)}`);
    for (const table of about.tables) {
      await client.query(
        `COPY ${nameOf(table)} (${table.columns.map(pg.escapeIdentifier).join(', ')}) FROM ${pg.escapeLiteral(fileOf(directory, table))}`,
      );
    }
    for (const { schema, name, last } of about.sequences) {
      if (last !== null)
        await client.query('SELECT setval($1::regclass, $2::bigint)', [nameOf({ schema, name }), last]);
    }
    await client.query('COMMIT');
  });
}
