import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { dropDatabase, ensureDatabase } from '@/bin/database.mjs';
import { published } from '@/prisma/factories/published';
import { eastWestSubmission, proposing, submit } from '@/prisma/factories/submissions';
import { urlOf, useTestDatabase } from '@/prisma/factories/test-database';
import { withClient } from '@/bin/with-client.mjs';
import { countRows, differences, findFaults } from './examination.mjs';
import { copyIn, copyOut } from './snapshot.mjs';
import { makeWorkshop } from './workshop.mjs';

useTestDatabase();

const restored = `bpf_test_restored_${process.pid}`;
const workshop = makeWorkshop(path.resolve('.data/test'));
afterAll(async () => {
  workshop.remove();
  await dropDatabase(urlOf('postgres'), restored);
});

const ask = <Row extends pg.QueryResultRow>(url: string, query: string) =>
  withClient(url, async (client: pg.Client) => (await client.query<Row>(query)).rows);

it('a copy of a running forum is equal elsewhere, sequences and append-only triggers included', async () => {
  await submit(eastWestSubmission());
  await published(proposing('manrs', [{ cell: 'maintainer', value: 'A secretariat, with a \\ and “quotes”' }]), {
    accept: 'manrs',
  });
  const source = process.env.DATABASE_URL ?? '';
  const about = await copyOut({ url: source, directory: workshop.directory });
  await submit(eastWestSubmission()); // after the moment of the copy
  await ensureDatabase(urlOf('postgres'), restored);
  await copyIn({ url: urlOf(restored), directory: workshop.directory, about });

  const counts = (await withClient(urlOf(restored), countRows)) as Record<string, number>;
  expect(differences(about.counts, counts)).toEqual([]);
  expect(differences(about.counts, await withClient(source, countRows))).toContainEqual(
    expect.stringMatching(/^public\.contributions has \d+ rows; the backup was made with \d+\.$/),
  );
  expect(await withClient(urlOf(restored), findFaults)).toEqual([]);
  const sequences = 'SELECT sequencename, last_value FROM pg_sequences ORDER BY schemaname, sequencename';
  expect(await ask(urlOf(restored), sequences)).toEqual(
    about.sequences.map(({ name, last }: { name: string; last: string | null }) => ({
      sequencename: name,
      last_value: last,
    })),
  );
  await expect(ask(urlOf(restored), 'DELETE FROM audit_events')).rejects.toThrow();
});

it('a database with a rewritten history or release is reported', async () => {
  const source = process.env.DATABASE_URL ?? '';
  await withClient(source, async (client: pg.Client) => {
    await client.query(`SET session_replication_role = replica;
      DELETE FROM revisions WHERE version = 1 AND agreement_id = (SELECT id FROM agreements WHERE slug = 'gcsc');
      INSERT INTO releases (slug, title, notes, checksum, published_at, counts) VALUES ('2030', 'x', 'x', 'none', now(), '{}');
      INSERT INTO release_files (release_slug, name, media_type, size, sha256, bytes) VALUES ('2030', 'agreements.json', 'application/json', 2, 'other', '{}')`);
  });
  const faults = (await withClient(source, findFaults)) as string[];
  expect(faults).toEqual([
    'Files of releases differ from their checksums: 2030/agreements.json.',
    'Releases differ from their checksums: 2030.',
    'Revisions are missing from the history of: gcsc.',
  ]);
});
