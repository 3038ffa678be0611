import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { publishContribution } from '@/lib/review/publication';
import { retireAgreement } from '@/lib/review/retirement';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listPages } from './sitemap';
import { sitemap } from './sitemap';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});
const contributed = async () =>
  (await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A secretariat' }]))).reference;

it('lists only public pages that are in use', async () => {
  const [unpublished, published, gone] = [await contributed(), await contributed(), await contributed()];
  await publishContribution({ editor, reference: published });
  await publishContribution({ editor, reference: gone });
  const { id } = await db.contribution.findUniqueOrThrow({ where: { reference: gone }, select: { id: true } });
  await withdrawContribution({ contributionId: id });
  expect(await retireAgreement({ editor, agreement: 'sco-agreement', reason: 'Replaced by another.' })).toMatchObject({
    ok: true,
  });
  const written = sitemap(await listPages(), 'https://dataset.example.org');
  const addresses = [...written.matchAll(/<loc>https:\/\/dataset\.example\.org([^<]*)<\/loc>/g)].map(
    ([, path]) => path,
  );
  expect(addresses).toEqual(
    expect.arrayContaining([
      '/en',
      '/en/matrix',
      '/en/projects',
      '/en/criteria',
      '/en/criteria/supply-chain-integrity',
      '/en/calls/2020',
      '/en/agreements/manrs',
      `/en/contributions/${published}`,
    ]),
  );
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const hidden of [unpublished, gone, 'sco-agreement', 'desk']) expect(written).not.toContain(hidden);
  const { updatedAt } = await db.agreement.findUniqueOrThrow({ where: { slug: 'manrs' }, select: { updatedAt: true } });
  expect(written).toContain(`/agreements/manrs</loc><lastmod>${updatedAt.toISOString()}</lastmod>`);
});
