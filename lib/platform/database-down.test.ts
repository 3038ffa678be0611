import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { PrismaClient } from '@/lib/platform/db/generated/client';
import { urlOf, useTestDatabase } from '@/prisma/factories/test-database';
import { isDatabaseDown } from './database-down';

useTestDatabase();

const errorOf = (run: () => Promise<unknown>) =>
  run().then(
    () => null,
    (error: unknown) => error,
  );

/** A port of this machine on which no program listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a socket
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('recognises an unreachable database, in each kind of query', async () => {
  const away = new PrismaClient({
    adapter: new PrismaPg({ connectionString: `postgres://nobody@127.0.0.1:${await closedPort()}/none` }),
  });
  const errors = [
    await errorOf(() => away.user.count()),
    await errorOf(() => away.$queryRaw`SELECT 1`),
    await errorOf(() => away.$transaction((tx) => tx.user.count())),
  ];
  expect(errors.map(isDatabaseDown)).toEqual([true, true, true]);
  const missing = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlOf('no_such_database') }) });
  expect(isDatabaseDown(await errorOf(() => missing.user.count()))).toBe(true);
});

it('knows a connection that was cut in the middle of a transaction', async () => {
  const error = await errorOf(() =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
    }),
  );
  expect(isDatabaseDown(error)).toBe(true);
});

it('knows a database that is closed for maintenance', async () => {
  const name = `bpf_test_closed_${process.pid}`;
  await db.$executeRawUnsafe(`CREATE DATABASE "${name}" ALLOW_CONNECTIONS false`);
  const closed = new PrismaClient({ adapter: new PrismaPg({ connectionString: urlOf(name) }) });
  expect(isDatabaseDown(await errorOf(() => closed.user.count()))).toBe(true);
  await db.$executeRawUnsafe(`DROP DATABASE "${name}"`);
});

it.each([
  [new Error('Client has encountered a connection error and is not queryable')],
  [new Error('Client was closed and is not queryable')],
  [Object.assign(new Error('canceling'), { code: '57P01' })],
  [
    Object.assign(new Error('Raw query failed'), {
      code: 'P2010',
      meta: { driverAdapterError: { cause: { originalCode: '53100', originalMessage: 'could not extend file' } } },
    }),
  ],
  [Object.assign(new Error('cannot execute INSERT in a read-only transaction'), { code: '25006' })],
  [new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })])],
  [new Error('page failed', { cause: Object.assign(new Error('connect'), { code: 'EHOSTUNREACH' }) })],
  [new Error('sorry, too many clients already')],
])('knows %s', (error) => {
  expect(isDatabaseDown(error)).toBe(true);
});

it('knows a connection that is asked once more after it broke', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => {});
  const errors = [await errorOf(() => client.query('SELECT 1')), await errorOf(() => client.query('SELECT 1'))];
  expect(errors.map(isDatabaseDown)).toEqual([true, true]);
});

it('does not match errors of our own code', async () => {
  const errors = [
    await errorOf(() => db.$queryRaw`SELECT nonsense`),
    await errorOf(() => db.user.findUniqueOrThrow({ where: { id: 'nobody' } })),
    new TypeError('x is undefined'),
    null,
    'text',
  ];
  expect(errors.map(isDatabaseDown)).toEqual([false, false, false, false, false]);
});
