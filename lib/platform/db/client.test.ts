import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { afterAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { db } from './client';

useTestDatabase();
afterAll(() => void (globalThis.bpfOutsideRequests = undefined));

it('begins a transaction outside of the request that asks for it, and answers inside', async () => {
  const requests = new AsyncLocalStorage<string>();
  globalThis.bpfOutsideRequests = new AsyncResource('outside of requests');
  const seen = await requests.run('a request', async () => {
    const inside = await db.$transaction(async (tx) => {
      await tx.call.count();
      return requests.getStore();
    });
    return [inside, requests.getStore()];
  });
  expect(seen).toEqual([undefined, 'a request']);
});

it('rolls a failed transaction back and passes its error on', async () => {
  const slugs = async () => (await db.call.findMany({ select: { slug: true } })).map(({ slug }) => slug);
  const before = await slugs();
  await expect(
    db.$transaction(async (tx) => {
      await tx.call.updateMany({ data: { timeZone: 'Pacific/Auckland' } });
      throw new Error('stopped');
    }),
  ).rejects.toThrow('stopped');
  expect([await slugs(), await db.call.count({ where: { timeZone: 'Pacific/Auckland' } })]).toEqual([before, 0]);
});
