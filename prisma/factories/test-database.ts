import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { db, forgetClient } from '@/lib/platform/db/client';
import { rereadEnvironment } from '@/lib/platform/env';

/**
 * Gives a test file a PostgreSQL database of its own: a copy of the migrated and seeded template that `npm test` makes.
 * Call it at the top of the file. `TEST_DATABASE_URL` names the server, `TEST_TEMPLATE` the template.
 */
export function useTestDatabase(): void {
  const name = `bpf_test_${process.pid}_${randomBytes(4).toString('hex')}`;

  beforeAll(async () => {
    const template = process.env.TEST_TEMPLATE ?? 'bpf_template';
    await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY file_copy`);
    process.env.DATABASE_URL = urlOf(name);
    process.env.NEXTAUTH_SECRET ??= 'a-secret-of-tests-and-of-nothing-else';
    rereadEnvironment();
  });

  afterAll(async () => {
    await db.$disconnect();
    forgetClient();
    await whenNobodyIsIn(name);
    await onServer(`DROP DATABASE "${name}" WITH (FORCE)`);
  });
}

/** The address of a database on the test server. */
export function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is not set: run `npm test`, or point it at a PostgreSQL server where databases may be created.',
    );
  return url;
}

/**
 * Dropping the database would cut a connection that is just closing; its owner does not listen any more, and the run
 * would fail.
 */
async function whenNobodyIsIn(database: string): Promise<void> {
  for (let attempt = 0; attempt < 250; attempt++) {
    const [row] = await onServer<{ connected: number }>(
      'SELECT count(*)::int AS connected FROM pg_stat_activity WHERE datname = $1',
      [database],
    );
    if (row?.connected === 0) return;
    await wait(20);
  }
}

async function onServer<Row extends pg.QueryResultRow>(statement: string, values: string[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
