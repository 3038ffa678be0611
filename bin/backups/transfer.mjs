// Copies all rows of one database into an empty one of another server, where we need not be superuser.
import { pipeline } from 'node:stream/promises';
import { runMigrations, Logger } from 'graphile-worker';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { migrate } from '../migrate.mjs';
import { withClient } from '../with-client.mjs';
import { countRows, differences, findFaults, migrationsOf, tablesOf } from './examination.mjs';
import { columnsOf, nameOf } from './snapshot.mjs';

const silent = new Logger(() => () => {});

const foreignKeys = `
  SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
  WHERE contype = 'f' AND connamespace::regnamespace::text IN ('public', 'graphile_worker')`;

const ownTriggers = `
  SELECT DISTINCT tgrelid::regclass::text AS table FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT tgisinternal AND tgenabled = 'O' AND c.relnamespace::regnamespace::text IN ('public', 'graphile_worker')`;

/**
 * Makes our tables in an empty database, as its owner, and fills them with the rows of another as of one moment. All in
 * one transaction: after a failure the tables are empty. Returns how many rows each table has, and what is wrong with
 * the copy, one sentence each; nothing, as a rule.
 * @param {{ source: string, target: string }} options source: of a superuser; target: of the user who is to own the tables
 */
export function transfer({ source, target }) {
  return withClient(source, async (reader) => {
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await migrate({ url: target, only: await migrationsOf(reader) });
    await runMigrations({ connectionString: target, logger: silent });
    const counts = await countRows(reader);
    const faults = await withClient(target, async (writer) => {
      await writer.query('BEGIN');
      await withoutRules(writer, () => copyTables(reader, writer));
      const found = [...differences(counts, await countRows(writer)), ...(await findFaults(writer))];
      await writer.query(found.length === 0 ? 'COMMIT' : 'ROLLBACK');
      return found;
    });
    await reader.query('COMMIT');
    return { counts, faults };
  });
}

/**
 * Rows come in the order of their tables: references are dropped meanwhile, and checked when they are made again. Our
 * own triggers are off, because these rows have passed them before.
 * @param {pg.Client} writer
 * @param {() => Promise<void>} fill
 */
async function withoutRules(writer, fill) {
  const { rows: keys } = await writer.query(foreignKeys);
  const { rows: triggers } = await writer.query(ownTriggers);
  for (const { table, name } of keys)
    await writer.query(`ALTER TABLE ${table} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`);
  for (const { table } of triggers) await writer.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await fill();
  for (const { table } of triggers) await writer.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys)
    await writer.query(`ALTER TABLE ${table} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`);
}

/**
 * @param {pg.Client} reader
 * @param {pg.Client} writer
 */
async function copyTables(reader, writer) {
  for (const table of await tablesOf(reader)) {
    const name = nameOf(table);
    const columns = (await columnsOf(reader, table)).map(pg.escapeIdentifier).join(', ');
    await writer.query(`DELETE FROM ${name}`);
    await pipeline(
      reader.query(to(`COPY ${name} (${columns}) TO STDOUT`)),
      writer.query(from(`COPY ${name} (${columns}) FROM STDIN`)),
    );
  }
  const { rows: sequences } = await reader.query(
    `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname IN ('public', 'graphile_worker') AND last_value IS NOT NULL`,
  );
  for (const { last, ...sequence } of sequences)
    await writer.query('SELECT setval($1::regclass, $2::bigint)', [nameOf(sequence), last]);
}
