import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demandDatabase, dropDatabase, recreateDatabase, withDatabase } from './database.mjs';
import { migrate } from './migrate.mjs';
import { CommandError } from './command-error.mjs';

const server = process.env.TEST_DATABASE_URL ?? '';
const database = `bpf_migrate_${process.pid}`;
const url = withDatabase(server, database);
let directory = '';
let client: pg.Client;

beforeEach(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bpf-migrations-'));
  await recreateDatabase(server, database);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await dropDatabase(server, database);
  fs.rmSync(directory, { recursive: true });
});

const put = (name: string, sql: string) => {
  fs.mkdirSync(path.join(directory, name), { recursive: true });
  fs.writeFileSync(path.join(directory, name, 'migration.sql'), sql);
};
const run = () => migrate({ url, directory });
const tables = async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};
const history = async () => {
  const { rows } = await client.query<{ outcome: string }>(
    `SELECT migration_name || CASE WHEN finished_at IS NOT NULL THEN ' applied'
       WHEN rolled_back_at IS NOT NULL THEN ' rolled back' ELSE ' begun' END AS outcome FROM _prisma_migrations ORDER BY started_at`,
  );
  return rows.map(({ outcome }) => outcome);
};

test('migrations are applied once and in order, and later ones are added', async () => {
  put('2_second', 'ALTER TABLE a ADD COLUMN n int');
  put('1_first', 'CREATE TABLE a (); CREATE TABLE b ()');
  expect(await run()).toEqual({ applied: ['1_first', '2_second'], total: 2 });
  expect(await run()).toEqual({ applied: [], total: 2 });
  put('3_third', 'CREATE TABLE c ()');
  expect(await run()).toEqual({ applied: ['3_third'], total: 3 });
  expect(await tables()).toEqual(['a', 'b', 'c']);
  expect(await history()).toEqual(['1_first applied', '2_second applied', '3_third applied']);
});

test('a migration that was edited after it was applied is refused', async () => {
  put('1_first', 'CREATE TABLE a ()');
  await run();
  put('1_first', 'CREATE TABLE a (n int)');
  await expect(run()).rejects.toThrow('Migration 1_first was edited after this database applied it');
});

test('a database that is ahead of the program is refused', async () => {
  put('1_first', 'CREATE TABLE a ()');
  await run();
  fs.rmSync(path.join(directory, '1_first'), { recursive: true });
  await expect(run()).rejects.toThrow('migration 1_first, which this version of the program does not know');
});

test('a failing migration leaves nothing behind, stops those after it, and is tried again once corrected', async () => {
  put('1_first', 'CREATE TABLE a ()');
  put('2_second', 'CREATE TABLE b (); CREATE TABLE a ()');
  put('3_third', 'CREATE TABLE c ()');
  await expect(run()).rejects.toThrow(
    /^Migration 2_second failed: relation "a" already exists \(42P07\)\. Nothing of it was kept\.$/,
  );
  expect(await tables()).toEqual(['a']);
  expect(await history()).toEqual(['1_first applied', '2_second rolled back']);
  put('2_second', 'CREATE TABLE b ()');
  expect(await run()).toEqual({ applied: ['2_second', '3_third'], total: 3 });
  expect(await tables()).toEqual(['a', 'b', 'c']);
});

test('a migration outside a transaction that fails half-way waits for someone to repair it', async () => {
  put('1_first', '-- no-transaction\nCREATE INDEX CONCURRENTLY i ON absent (n)');
  await expect(run()).rejects.toThrow(CommandError);
  await expect(run()).rejects.toThrow(/Migration 1_first was begun and did not finish .*repair what it left/);
  expect(await history()).toEqual(['1_first begun']);
});

test('an index that is built without blocking writers runs outside a transaction', async () => {
  put('1_first', 'CREATE TABLE a (n int)');
  put('2_second', '-- no-transaction\nCREATE INDEX CONCURRENTLY i ON a (n)');
  expect(await run()).toEqual({ applied: ['1_first', '2_second'], total: 2 });
});

test('one of two servers that start at once migrates', async () => {
  put('1_first', 'CREATE TABLE a (); SELECT pg_sleep(0.3)');
  const results = await Promise.all([run(), run()]);
  expect(results.map(({ applied }) => applied).sort()).toEqual([[], ['1_first']]);
});

test('an unusable database is named with the reason and without its password', async () => {
  await expect(demandDatabase({ url: withDatabase(server, 'absent') })).rejects.toThrow(
    /there is no database of that name/,
  );
  await expect(demandDatabase({ url: 'postgresql://bpf:password@127.0.0.1:1/bpf', patience: 0 })).rejects.toThrow(
    /^The database in DATABASE_URL \(127\.0\.0\.1:1\/bpf, user bpf\) can't be used: nothing listens there \(.+\)\.$/,
  );
});
