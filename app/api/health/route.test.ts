import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { version } from '@/package.json';
import { GET } from './route';

beforeAll(async () => {
  // A port of this machine where no server listens any more.
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a socket
  await new Promise((resolve) => server.close(resolve));
  process.env.DATABASE_URL = `postgres://app:secret@127.0.0.1:${port}/none`;
  process.env.NEXTAUTH_SECRET ??= 'a-secret-of-tests-and-of-nothing-else';
});

it('answers 503 while the database is down, says when to retry, and reveals no details except the version', async () => {
  const response = await GET();
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await response.json()).toEqual({ status: 'unavailable', version, database: 'down' });
});
