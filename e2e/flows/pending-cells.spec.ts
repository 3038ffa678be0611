import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';

const CRITERION = 'specified-cbms';
const TITLE = 'Specified confidence-building measures (CBMs)';
const cell = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const choices = (page: Page, title: string, reference: string) =>
  page.getByRole('group', { name: `${title}, ${reference}`, exact: true });
const record = (page: Page) => page.getByRole('button', { name: 'Record what I chose', exact: true });
const propose = (slug: string, cells: Record<string, unknown>) =>
  submit(
    proposing(
      slug,
      Object.entries(cells).map(([key, value]) => ({ cell: key, value })),
    ),
  );

test('cells of several contributions become one version; the count leads to as many rows', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const { slug, name } = await makeAgreement();
  const one = await propose(slug, { [CRITERION]: 'yes', maintainer: 'The secretariat' });
  const two = await propose(slug, { [CRITERION]: 'yes' });
  const rival = await propose(slug, { [CRITERION]: 'no' });

  await page.goto(`/desk/agreements?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name: '2 cells', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Undecided: ${name}`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Maintainer', TITLE]);
  await page.goto(`/desk/agreements/${slug}`);
  await page.getByRole('link', { name: '2 undecided cells', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Maintainer', TITLE]);
  await expect(cell(page, TITLE).getByText('2 say the same:')).toBeVisible();
  await expectAccessible(page);

  await choices(page, TITLE, one.reference).getByRole('radio', { name: 'Accept' }).check();
  await cell(page, TITLE).getByRole('checkbox', { name: 'Reject the others' }).check();
  await cell(page, TITLE).getByLabel('Reason for rejecting').fill('Article 4 says so.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record it, and accept the other one', exact: true }).click();
  await expect(page.getByText('4 proposals decided.')).toBeVisible();
  await expect(page.getByText(`${slug} is now at version 2.`)).toBeVisible();
  await expect(page.getByText('Nothing waits for a decision.')).toBeVisible();
  expect([
    await changeStatuses(one.reference),
    await changeStatuses(two.reference),
    await changeStatuses(rival.reference),
  ]).toEqual([
    { maintainer: 'accepted', [CRITERION]: 'accepted' },
    { [CRITERION]: 'accepted' },
    { [CRITERION]: 'rejected' },
  ]);
  await page.goto(`/en/agreements/${slug}`);
  await expect(page.getByText('The secretariat').first()).toBeVisible();
});

test('without a script cells are decided together, and a refused form keeps what was chosen', async ({ openDesk }) => {
  const { page } = await openDesk({ javaScriptEnabled: false });
  const { slug } = await makeAgreement();
  const one = await propose(slug, { [CRITERION]: 'yes', maintainer: 'The secretariat' });
  const rival = await propose(slug, { [CRITERION]: 'no' });
  await page.goto(`/desk/agreements/${slug}/pending`);
  await choices(page, TITLE, one.reference).getByRole('radio', { name: 'Accept' }).check();
  await choices(page, TITLE, rival.reference).getByRole('radio', { name: 'Reject' }).check();
  await record(page).click();
  await expect(page.getByRole('heading', { name: 'Nothing was recorded' })).toBeVisible();
  await expect(page.getByText('Please say why: the contributor reads it.').first()).toBeVisible();
  await expect(choices(page, TITLE, one.reference).getByRole('radio', { name: 'Accept' })).toBeChecked();
  await expect(choices(page, TITLE, rival.reference).getByRole('radio', { name: 'Reject' })).toBeChecked();
  await cell(page, TITLE).getByLabel('Reason for rejecting').fill('It does.');
  await record(page).click();
  await expect(page.getByText('2 proposals decided.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Maintainer']);
  await page.getByRole('button', { name: 'Accept the one that is ready', exact: true }).click();
  await expect(page.getByText(`${slug} is now at version 3.`)).toBeVisible();
  await expect(page.getByText('Nothing waits for a decision.')).toBeVisible();
  expect(await changeStatuses(rival.reference)).toEqual({ [CRITERION]: 'rejected' });
});

test('a cell that another editor decided meanwhile is refused in words, and nothing typed is lost', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const other = await openDesk();
  const { slug } = await makeAgreement();
  const one = await propose(slug, { [CRITERION]: 'yes', maintainer: 'The secretariat', link: 'https://example.org/a' });
  const late = await propose(slug, { [CRITERION]: 'no', maintainer: 'The secretariat' });
  for (const editor of [page, other.page]) await editor.goto(`/desk/agreements/${slug}/pending`);
  await choices(page, 'Maintainer', one.reference).getByRole('radio', { name: 'Accept' }).check();
  await choices(page, TITLE, one.reference).getByRole('radio', { name: 'Reject' }).check();
  await cell(page, TITLE).getByLabel('Reason for rejecting').fill('There is none in it.');

  await choices(other.page, 'Maintainer', one.reference).getByRole('radio', { name: 'Accept' }).check();
  await record(other.page).click();
  await expect(other.page.getByText('2 proposals decided.')).toBeVisible();

  await record(page).click();
  await expect(page.getByRole('heading', { name: 'Nothing was recorded' })).toBeVisible();
  await expect(page.getByText(/has been decided already/).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: 'Maintainer' })).toHaveCount(0);
  await expect(choices(page, TITLE, one.reference).getByRole('radio', { name: 'Reject' })).toBeChecked();
  await expect(cell(page, TITLE).getByLabel('Reason for rejecting')).toHaveValue('There is none in it.');
  await expectAccessible(page);
  await record(page).click();
  await expect(page.getByText('1 proposal decided.')).toBeVisible();
  expect([await changeStatuses(one.reference), await changeStatuses(late.reference)]).toEqual([
    { link: 'pending', maintainer: 'accepted', [CRITERION]: 'rejected' },
    { maintainer: 'accepted', [CRITERION]: 'pending' },
  ]);
});

test('a criterion lists as many agreements as its count says, and leads to where each is decided', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const made = [await makeAgreement(), await makeAgreement()];
  for (const { slug } of made) await propose(slug, { [CRITERION]: 'indirect' });
  await page.goto('/desk/criteria');
  const link = page.locator(`a[href="/desk/criteria/elements-2019/${CRITERION}/pending"]`);
  const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Undecided: ${TITLE}`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(count);
  await expectAccessible(page);
  const [first] = made;
  await page.getByRole('link', { name: `Decide it: ${first?.name}`, exact: true }).click();
  await expect(cell(page, TITLE)).toBeVisible();
  await expect(page).toHaveURL(`/desk/agreements/${first?.slug}/pending#cell-${CRITERION}`);
});

test('a cell with forty rivals stays short, and is decided by keys alone', async ({ page, signedInAs }) => {
  test.setTimeout(120_000);
  await signedInAs('editor');
  const { slug } = await makeAgreement();
  for (let rival = 1; rival <= 40; rival += 1) await propose(slug, { maintainer: `Bureau ${rival}` });
  const last = await propose(slug, { maintainer: 'The secretariat' });
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.goto(`/desk/agreements/${slug}/pending`);
  const height = (await cell(page, 'Maintainer').boundingBox())?.height ?? 0;
  await cell(page, 'Maintainer').getByText('36 more proposals').focus();
  const keys = ['Enter'];
  await page.keyboard.press('Enter');
  const accept = choices(page, 'Maintainer', last.reference).getByRole('radio', { name: 'Accept' });
  await expect(accept).toBeVisible();
  await accept.focus();
  keys.push('Space');
  await page.keyboard.press('Space');
  await expect(accept).toBeChecked();
  // Enter in a choice sends the form.
  keys.push('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 proposal decided.')).toBeVisible();
  await expect(page.getByText('40 rival proposals superseded.')).toBeVisible();
  console.info(
    `a cell with 41 proposals: ${Math.round(height)} px folded, ${keys.length} keys beside moving the focus`,
  );
  expect(height).toBeLessThan(700);
  expect(await changeStatuses(last.reference)).toEqual({ maintainer: 'accepted' });
});
