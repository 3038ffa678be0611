import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { holdOlderValues, OLDER } from '@/prisma/factories/older-values';
import { published } from '@/prisma/factories/published';
import { proposing } from '@/prisma/factories/submissions';

test('a name that changes the direction of writing affects no other text, and admins find it in the older values', async ({
  page,
  signedInAs,
}) => {
  const { slug } = await makeAgreement();
  const cells = [
    { cell: 'maintainer', value: 'A body' },
    { cell: 'link', value: 'https://example.org/text' },
  ];
  const { reference } = await published(proposing(slug, cells), { accept: slug });
  await holdOlderValues({ agreement: slug, reference, link: OLDER.links[6] });
  await page.goto(`/en/agreements/${slug}`);
  const isolated = await page
    .getByText(OLDER.hidden, { exact: true })
    .first()
    .evaluate((element) => getComputedStyle(element).unicodeBidi);
  expect(['isolate', 'isolate-override', 'plaintext']).toContain(isolated);

  await signedInAs('admin');
  await page.goto('/desk/overview');
  await page.getByRole('link', { name: 'Values stored under older rules' }).click();
  await expect(page.getByRole('heading', { name: 'Older values' })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${slug}.*maintainer.*invisible characters`) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${slug}.*link.*user name or a password`) })).toBeVisible();
});

test('the check page lists removed characters, and the rest is sent', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.goto('/en/calls/2020/contribute/gaps');
  await page.getByLabel('Your answer').fill('Two\u202E words\u200B.');
  await expect(page.getByRole('status').filter({ hasText: /^Saved at / })).toBeVisible();
  await page.goto('/en/calls/2020/contribute/check');
  await expect(page.getByRole('main')).toContainText('Invisible characters are left out');
  await expect(page.getByRole('main')).toContainText('U+202E, U+200B');
  await expectAccessible(page);
});
