import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropRole } from '@/bin/app-role.mjs';
import { dropDatabase } from '@/bin/database.mjs';
import { withClient } from '@/bin/with-client.mjs';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { urlOf, useTestDatabase } from '@/prisma/factories/test-database';
import { countRows } from './examination.mjs';
import { transfer } from './transfer.mjs';

useTestDatabase();

const name = `bpf_test_moved_${process.pid}`;
let target = '';

/** A database of a role that may do nothing else, as a hosting firm gives it. */
beforeAll(async () => {
  await withClient(urlOf('postgres'), async (client: pg.Client) => {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'moved' NOSUPERUSER`);
    await client.query(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  });
  target = Object.assign(new URL(urlOf(name)), { username: name, password: 'moved' }).href;
});
afterAll(async () => {
  await dropDatabase(urlOf('postgres'), name);
  await dropRole({ ownerUrl: urlOf('postgres'), role: name });
});

/** Each table with a checksum of all its rows. */
const contents = (url: string): Promise<Record<string, string>> =>
  withClient(url, async (client: pg.Client) => {
    const tables = Object.keys(await countRows(client));
    const sums: Record<string, string> = {};
    for (const table of tables) {
      const [schema = '', own = ''] = table.split('.');
      const quoted = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(own)}`;
      const { rows } = await client.query<{ sum: string }>(
        `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${quoted} t`,
      );
      sums[table] = rows[0]?.sum ?? '';
    }
    return sums;
  });

it('all rows move to a server where the role is no superuser, with references, triggers and sequences', async () => {
  await submit(eastWestSubmission());
  await published(proposing('manrs', [{ cell: 'maintainer', value: 'A secretariat, with a \\ and “quotes”' }]), {
    accept: 'manrs',
  });
  const source = process.env.DATABASE_URL ?? '';
  const { counts, faults } = await transfer({ source, target });
  expect(faults).toEqual([]);
  expect(counts['public.contributions']).toBe(2);
  expect(await contents(target)).toEqual(await contents(source));
  const rules = `SELECT (SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace::regnamespace::text IN ('public', 'graphile_worker')) AS keys,
    (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O') AS triggers,
    (SELECT json_agg((sequencename, last_value) ORDER BY schemaname, sequencename) FROM pg_sequences WHERE last_value IS NOT NULL) AS sequences`;
  const rulesOf = (url: string) => withClient(url, async (client: pg.Client) => (await client.query(rules)).rows);
  expect(await rulesOf(target)).toEqual(await rulesOf(source));
  await expect(withClient(target, (client: pg.Client) => client.query('DELETE FROM audit_events'))).rejects.toThrow(
    /append-only/,
  );
});
