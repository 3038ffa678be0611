import pg from 'pg';
import { expect, test } from 'vitest';
import { dropDatabase, recreateDatabase, withDatabase } from '@/bin/database.mjs';
import { ask, startOther } from './requests';

test('a server without its database says when to retry, and answers at once when it is back', async () => {
  const admin = process.env.TEST_DATABASE_URL ?? '';
  const name = 'bpf_test_forum_lost';
  const onServer = async (statement: string, values: string[] = []) => {
    const client = new pg.Client({ connectionString: admin });
    await client.connect();
    const { rowCount } = await client.query(statement, values);
    await client.end();
    return rowCount;
  };
  await recreateDatabase(admin, name, process.env.TEST_TEMPLATE ?? 'bpf_template');
  const { origin, end } = await startOther({ DATABASE_URL: withDatabase(admin, name) });
  const answer = async (address: string, headers: Record<string, string> = {}) => {
    const response = await ask(origin + address, { headers });
    await response.text();
    const header = (key: string) => response.headers.get(key) ?? undefined;
    return {
      status: response.status,
      again: header('retry-after'),
      kept: header('cache-control'),
      from: header('x-nextjs-cache'),
    };
  };
  const soon = { interval: 100, timeout: 30_000 };
  // When the listener connects it clears the cache; answers read after that stay in it.
  await expect
    .poll(
      () =>
        onServer(`SELECT FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'LISTEN%' AND state = 'idle'`, [name]),
      soon,
    )
    .toBe(1);
  await expect.poll(async () => (await answer('/en/agreements/gcsc')).from, { ...soon, interval: 1_200 }).toBe('HIT');

  await onServer(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  await onServer('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  for (const address of [
    '/en/agreements/manrs',
    '/en/agreements/paris-call/at/2020-01-01',
    '/en/calls/2020/contribute',
    '/api/v1/agreements/manrs',
    '/data/latest/cells.csv',
    '/feeds/dataset.atom',
    '/api/health',
  ]) {
    expect(await answer(address), address).toMatchObject({ status: 503, again: '10', kept: 'no-store' });
  }
  const desk = await answer('/desk', { Cookie: 'next-auth.session-token=of-an-editor' });
  expect(desk.status).toBe(503);
  expect(await answer('/en/agreements/gcsc'), 'what is in memory').toMatchObject({ status: 200 });

  await onServer(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  await expect.poll(async () => (await answer('/en/agreements/manrs')).status, soon).toBe(200);
  await expect.poll(async () => (await answer('/api/health')).status, soon).toBe(200);
  await end();
  await dropDatabase(admin, name);
});
