import pg from 'pg';
import { dropDatabase, recreateDatabase, withDatabase } from '@/bin/database.mjs';
import { expect, test } from '@/e2e/fixtures/own-server';

const owner = process.env.DATABASE_URL ?? '';
const server: string = withDatabase(owner, 'postgres');

async function onServer(statement: string, values: string[] = []) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query(statement, values);
  await client.end();
  return rowCount;
}

test('while its database is away the server says when to come back, and then has everything at once', async ({
  page,
  request,
  ownServer,
}) => {
  const name = `bpf_e2e_lost_${process.pid}`;
  await recreateDatabase(server, name, process.env.TEST_TEMPLATE ?? 'bpf_template');
  const { origin, end } = await ownServer({ DATABASE_URL: withDatabase(owner, name) });
  const read = async (address: string) => {
    const response = await request.get(origin + address, { maxRedirects: 0 });
    const { 'retry-after': again, 'cache-control': kept, 'x-nextjs-cache': from } = response.headers();
    return { status: response.status(), again, kept, from };
  };
  // Once it hears of changes it starts with nothing in memory; what is read after that stays.
  await expect
    .poll(() =>
      onServer(`SELECT FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'LISTEN%' AND state = 'idle'`, [name]),
    )
    .toBe(1);
  await expect.poll(async () => (await read('/en/agreements/gcsc')).from, { intervals: [1_200] }).toBe('HIT');

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
    expect(await read(address), address).toMatchObject({ status: 503, again: '10', kept: 'no-store' });
  }
  await page.context().addCookies([{ name: 'next-auth.session-token', value: 'somebody', url: origin }]);
  const desk = await page.goto(`${origin}/desk`);
  expect(desk?.status()).toBe(503);
  await expect(page.getByRole('heading', { name: 'This page could not be made just now' })).toBeVisible();
  expect(await read('/en/agreements/gcsc'), 'what is in memory').toMatchObject({ status: 200 });

  await onServer(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  await expect.poll(async () => (await read('/en/agreements/manrs')).status).toBe(200);
  await expect.poll(async () => (await read('/api/health')).status).toBe(200);
  await end();
  await dropDatabase(server, name);
});
