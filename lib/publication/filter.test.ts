import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import type { Narrowing } from './filter';
import { isWithin } from './filter';
import { listAgreements } from './agreements';

useTestDatabase();

const CRITERION = 'reference-to-human-rights';

beforeAll(async () => {
  // One agreement for each way to be not assessed: without a cell, and with a cell that says so.
  const without = { agreement: { slug: 'gcsc' }, key: CRITERION };
  await db.cell.deleteMany({ where: without });
  await db.cell.updateMany({
    where: { agreement: { slug: 'manrs' }, key: CRITERION },
    data: { value: 'not_assessed' },
  });
});

const narrowings: Narrowing[] = [
  { space: 'united-nations' },
  { nature: 'binding' },
  { space: 'within-stakeholder-group', nature: 'normative' },
  { has: [{ criterion: CRITERION, value: 'yes' }] },
  { has: [{ criterion: CRITERION, value: 'not_assessed' }] },
  {
    space: 'between-stakeholder-groups',
    has: [
      { criterion: CRITERION, value: 'no' },
      { criterion: 'specified-cbms', value: 'yes' },
    ],
  },
];

it.each(narrowings)('the database finds what the dataset says: %j', async (only) => {
  const all = await listAgreements();
  const expected = all.filter((agreement) => isWithin(agreement, only));
  expect(await listAgreements({ only })).toEqual(expected);
  expect(expected.length).toBeLessThan(all.length);
});

it('a criterion without a cell and one with that value both count as not assessed', async () => {
  const slugs = (await listAgreements({ only: { has: [{ criterion: CRITERION, value: 'not_assessed' }] } })).map(
    ({ slug }) => slug,
  );
  expect(slugs).toEqual(expect.arrayContaining(['gcsc', 'manrs']));
});
