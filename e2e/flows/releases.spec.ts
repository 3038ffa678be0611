import { createHash } from 'node:crypto';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { decideChangesAs } from '@/prisma/factories/decisions';

const PHONE = { width: 390, height: 844 };

test('an admin freezes the dataset; later decisions change today’s files and not the release', async ({
  page,
  request,
  signedInAs,
}) => {
  await signedInAs('admin');
  const { slug: agreement } = await makeAgreement();
  await decideChangesAs(agreement, 'maintainer', `Before ${Date.now()}`);
  const slug = `test.${Date.now()}`;
  await page.goto('/desk/releases');
  await page.getByLabel('Name in addresses and citations').fill('2026-11-22');
  await page.getByLabel('Title').fill('State of the test');
  await page.getByRole('button', { name: 'Freeze the dataset' }).click();
  // Refused with a message, and the typed text stays.
  await expect(page.getByRole('link', { name: /^Lower-case letters, digits/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Please confirm/ })).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('State of the test');
  await page.getByLabel('Name in addresses and citations').fill(slug);
  await page.getByLabel('I know that no editor or admin').check();
  await page.getByRole('button', { name: 'Freeze the dataset' }).click();
  await page.getByRole('link', { name: 'See it as published' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('State of the test');
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

  const address = `/data/${slug}/agreements.json`;
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'agreements.json', exact: true }) });
  const frozen = await request.get(address);
  const sha256 = createHash('sha256')
    .update(await frozen.body())
    .digest('hex');
  await expect(row).toContainText(sha256);
  expect(frozen.headers()).toMatchObject({
    etag: `"${sha256}"`,
    'cache-control': 'public, max-age=31536000, s-maxage=1, immutable',
    'access-control-allow-origin': '*',
  });
  expect((await request.get(address, { headers: { 'If-None-Match': `"${sha256}"` } })).status()).toBe(304);

  const later = `After ${Date.now()}`;
  await decideChangesAs(agreement, 'maintainer', later);
  await expect.poll(async () => (await request.get('/data/latest/agreements.json')).text()).toContain(later);
  expect(await (await request.get(address)).body()).toEqual(await frozen.body());

  await page.goto('/en/releases');
  await expect(page.getByRole('link', { name: new RegExp(slug) })).toBeVisible();
  await page.goto('/en/data');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});
