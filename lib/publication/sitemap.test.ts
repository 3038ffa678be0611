import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { withdrawContribution } from '@/lib/contributions/withdrawal';
import { publishContribution } from '@/lib/review/publication';
import { retireAgreement } from '@/lib/review/retirement';
import { makeCallAsking } from '@/prisma/factories/calls';
import { makeEditor } from '@/prisma/factories/people';
import { makeQuestion } from '@/prisma/factories/questions';
import { proposing, submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listPages, sitemap } from './sitemap';

useTestDatabase();

let editor: Awaited<ReturnType<typeof makeEditor>>;
beforeAll(async () => {
  editor = await makeEditor({ role: 'admin' });
});
const contributed = async () =>
  (await submit(proposing('manrs', [{ cell: 'maintainer', value: 'A secretariat' }]))).reference;

const addressesIn = (written: string) =>
  [...written.matchAll(/<loc>https:\/\/dataset\.example\.org([^<]*)<\/loc>/g)].map(([, path]) => path);

it('lists the tables of records of public calls, and the questions that several of them ask', async () => {
  const fields = [{ key: 'what', label: 'What', kind: 'text' as const }];
  const asking = {
    questions: [makeQuestion('records', 'zq-incidents', { fields }), makeQuestion('text', 'zq-shared')],
  };
  const [first, hidden] = [await makeCallAsking(asking), await makeCallAsking(asking)];
  await db.call.update({ where: { slug: hidden.slug }, data: { published: false } });
  const listed = async () => addressesIn(sitemap(await listPages(), 'https://dataset.example.org'));
  const alone = await listed();
  expect(alone).toContain(`/en/calls/${first.slug}/records/zq-incidents`);
  expect(alone).not.toContain(`/en/calls/${first.slug}/records/zq-shared`);
  expect(alone.filter((path) => path?.includes(hidden.slug) || path?.includes('/questions/zq-'))).toEqual([]);
  await db.call.update({ where: { slug: hidden.slug }, data: { published: true } });
  expect(await listed()).toEqual(
    expect.arrayContaining([
      `/en/calls/${hidden.slug}/records/zq-incidents`,
      '/en/questions/zq-incidents',
      '/en/questions/zq-shared',
    ]),
  );
});

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
  const addresses = addressesIn(written);
  expect(addresses).toEqual(
    expect.arrayContaining([
      '/en',
      '/en/matrix',
      '/en/projects',
      '/en/criteria',
      '/en/criteria/supply-chain-integrity',
      '/en/sources',
      '/en/sources/cybersecurity-agreements-2019',
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
