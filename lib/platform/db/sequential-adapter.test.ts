import { expect, it } from 'vitest';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { db } from './client';

useTestDatabase();

// Where the driver is asked for more than one thing at a time it warns, once per process, and that fails the run
// (test-setup.ts).
it('runs one statement at a time in a transaction, also for several relations of a row', async () => {
  const one = { take: 1, select: { id: true } };
  const relations = {
    cells: { take: 1, select: { key: true } },
    revisions: one,
    proposals: one,
    notices: one,
    approvals: one,
  };
  const found = await db.$transaction((tx) => tx.agreement.findUnique({ where: { slug: 'gcsc' }, select: relations }));
  expect(found).toMatchObject({ cells: [{}], revisions: [{}], proposals: [] });
});

it('passes an error to its caller, and continues', async () => {
  const results = await db.$transaction((tx) =>
    Promise.allSettled([tx.$queryRaw`SELECT nonsense`, tx.agreement.count()]),
  );
  expect(results[0].status).toBe('rejected');
  expect(await db.$transaction((tx) => tx.$queryRaw`SELECT 1 AS n`)).toEqual([{ n: 1 }]);
});
