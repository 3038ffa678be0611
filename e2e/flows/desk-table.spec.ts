import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { ALL_CRITERIA } from '@/prisma/factories/criteria';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell, openReview, record, reject } from './review';

/** Assessments that stand; what is proposed differs from some of them. */
const STANDS = { 'reference-to-human-rights': 'yes', 'supply-chain-integrity': 'indirect', 'specified-cbms': 'no' };

/** 21 assessments of one agreement: some with note and source, some without. */
async function submitTable() {
  const { slug } = await makeAgreement(STANDS);
  const changes = ALL_CRITERIA.map((criterion, at) => ({
    cell: criterion,
    value: at % 3 === 0 ? 'no' : 'yes',
    ...(at % 2 === 0 && { source: `Annex ${at} of the text`, note: 'The article says so in its second paragraph.' }),
  }));
  const { reference } = await submit(proposing(slug, changes, 'Institute of Tables'));
  return { slug, reference };
}

const rows = (page: Page) => page.getByRole('article').filter({ has: page.getByRole('radio') });

/** From the top of the page to the lower edge of the last cell, in screens; and where the first proposed value ends. */
async function measure(page: Page) {
  const bottom = (at: number) =>
    rows(page)
      .nth(at)
      .evaluate((row) => row.getBoundingClientRect().bottom + window.scrollY);
  const { height = 1 } = page.viewportSize() ?? {};
  return { screens: (await bottom(ALL_CRITERIA.length - 1)) / height, first: await bottom(0), height };
}

test('21 assessments are a table of two screens, on a phone of five, and the first value is in the first screen', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const { reference } = await submitTable();
  await page.setViewportSize({ width: 1366, height: 900 });
  await openReview(page, reference);
  const wide = await measure(page);
  console.info(
    `21 cells at 1366x900: ${wide.screens.toFixed(2)} screens, the first ends at ${Math.round(wide.first)} px`,
  );
  expect(wide.screens).toBeLessThanOrEqual(2);
  expect(wide.first).toBeLessThan(wide.height);
  const row = cell(page, 'Reference to human rights');
  await expect(row).toContainText('Stands');
  await expect(row.getByText('Ready')).toHaveCount(0);
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = await measure(page);
  console.info(`21 cells at 390x844: ${narrow.screens.toFixed(2)} screens`);
  expect(narrow.screens).toBeLessThanOrEqual(5);
  await expectAccessible(page);
});

test('21 cells with three rejections are decided in 30 keys', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  const { reference } = await submitTable();
  await openReview(page, reference);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  for (const next of [5, 7, 9]) {
    for (let at = 0; at < next; at += 1) await press('j');
    await press('r');
    // The text of a reason is not counted.
    await page.keyboard.type('No article says so.');
    await press('Escape');
  }
  await press('o');
  await expect(page.getByText('21 chosen, not recorded yet: 18 to accept, 3 to reject')).toHaveCount(0);
  await expect(page.getByText('Accept chosen for 18, not recorded yet.').first()).toBeAttached();
  await expect(rows(page).getByText('not recorded', { exact: true })).toHaveCount(ALL_CRITERIA.length);
  expect(new Set(Object.values(await changeStatuses(reference)))).toEqual(new Set(['pending']));
  await press('s');
  await expect(page.locator('#recorded')).toContainText('21 decisions recorded');
  console.info(`21 cells with three rejections: ${keys} keys, without the texts of the reasons`);
  expect(keys).toBeLessThanOrEqual(30);
  expect(Object.values(await changeStatuses(reference)).filter((status) => status === 'rejected')).toHaveLength(3);
});

test('21 cells with three rejections are decided in 12 clicks', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  const { reference } = await submitTable();
  await openReview(page, reference);
  let clicks = 0;
  const click = async (target: ReturnType<Page['getByRole']>) => {
    clicks += 1;
    await target.click();
  };
  for (const title of [
    'Reference to human rights',
    'Specified confidence-building measures (CBMs)',
    'Integrity of the supply chain',
  ]) {
    await click(cell(page, title).getByRole('radio', { name: 'Reject' }));
    await click(cell(page, title).getByLabel('Reason'));
    await page.keyboard.type('No article says so.');
  }
  await click(page.getByRole('button', { name: 'Accept the other 18' }));
  await click(record(page));
  await expect(page.locator('#recorded')).toContainText('21 decisions recorded');
  console.info(`21 cells with three rejections: ${clicks} clicks, without the texts of the reasons`);
  expect(clicks).toBeLessThanOrEqual(12);
});

for (const javaScriptEnabled of [true, false])
  test(`a row unfolds note, source and a reason in place, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openDesk,
  }) => {
    const { reference } = await submitTable();
    const { page } = await openDesk({ javaScriptEnabled });
    await page.goto(`/desk/contributions/${reference}`);
    const row = rows(page).first();
    await expect(row.locator('details').getByText('The article says so in its second paragraph.')).toBeHidden();
    await row.getByText(/^Note, source/).click();
    await expect(row.locator('details').getByText('The article says so in its second paragraph.')).toBeVisible();
    await expect(row.getByLabel('Reason', { exact: true })).toBeHidden();
    await row.getByRole('radio', { name: 'Accept' }).check();
    await expect(row.getByLabel('Reason', { exact: true })).toBeHidden();
    await row.getByLabel(/^Say why/).check();
    await row.getByLabel('Reason', { exact: true }).fill('Thank you for the article.');
    const other = rows(page).nth(1);
    await expect(other).toContainText('no source');
    await other.getByRole('radio', { name: 'Reject' }).check();
    await other.getByLabel('Reason', { exact: true }).fill('No article says so.');
    await record(page).click();
    await expect(page.getByText('2 decisions recorded')).toBeVisible();
    expect(Object.values(await changeStatuses(reference)).toSorted()).toEqual([
      'accepted',
      ...Array.from({ length: ALL_CRITERIA.length - 2 }, () => 'pending'),
      'rejected',
    ]);
  });

test('a rival and a conflict are marked in the row, and a conflict is unfolded', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  const { slug } = await makeAgreement({ 'specified-cbms': 'no' });
  const propose = (value: string, baseVersion?: number) => {
    const input = proposing(slug, [
      { cell: 'specified-cbms', value },
      { cell: 'supply-chain-integrity', value },
    ]);
    return submit({
      ...input,
      proposals: input.proposals?.map((proposal) => ({ ...proposal, baseVersion })) as typeof input.proposals,
    });
  };
  const [first, second] = [await propose('yes'), await propose('indirect')];
  await openReview(page, first.reference);
  await expect(cell(page, 'Specified confidence-building measures (CBMs)')).toContainText('one rival');
  await cell(page, 'Specified confidence-building measures (CBMs)').getByRole('radio', { name: 'Accept' }).check();
  await record(page).click();
  await expect(page.getByText('One decision recorded').first()).toBeVisible();
  const third = await propose('unclear', 1);
  await openReview(page, third.reference);
  const conflict = cell(page, 'Specified confidence-building measures (CBMs)');
  await expect(conflict).toContainText('Conflict');
  await expect(conflict.getByText('Written against', { exact: true })).toBeVisible();
  await expect(cell(page, 'Integrity of the supply chain')).toContainText('2 rivals');
  await expectAccessible(page);
  // The conflict is left for a look of its own.
  await page.getByRole('button', { name: 'Accept 1 without conflict' }).click();
  await expect(conflict.getByRole('radio', { name: 'Decide later' })).toBeChecked();
  await expect(cell(page, 'Integrity of the supply chain').getByRole('radio', { name: 'Accept' })).toBeChecked();
  expect(await changeStatuses(second.reference)).toMatchObject({ 'supply-chain-integrity': 'pending' });
  await reject(page, 'Specified confidence-building measures (CBMs)', 'Decided meanwhile.');
  await record(page).click();
  await expect(page.locator('#recorded')).toContainText('2 decisions recorded');
});

test('a contribution of 200 cells, one of them with 40 rivals, stays usable', async ({ openDesk }) => {
  const criteria = ALL_CRITERIA.slice(0, 20);
  const { slug } = await makeAgreement();
  for (let at = 0; at < 40; at += 1)
    await submit(proposing(slug, [{ cell: criteria[0] ?? '', value: at % 2 === 0 ? 'no' : 'yes' }], `Rival ${at}`));
  const proposals = [];
  for (let at = 0; at < 10; at += 1) {
    const changes = criteria.map((criterion) => ({ cell: criterion, value: 'indirect', source: 'Its text' }));
    proposals.push({ kind: 'update', agreement: at === 0 ? slug : (await makeAgreement()).slug, changes });
  }
  const { reference } = await submit({ ...proposing(slug, []), proposals: proposals as never });
  const { page } = await openDesk();
  await page.setViewportSize({ width: 1366, height: 900 });
  await openReview(page, reference);
  await expect(rows(page)).toHaveCount(200);
  await expect(rows(page).first()).toContainText('40 rivals');
  await page.keyboard.press('j');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('r');
  await page.keyboard.type('No.');
  await expect(page.getByRole('button', { name: 'Accept the other 199' })).toBeVisible();
  const height = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  console.info(`200 cells, one with 40 rivals, at 1366x900: ${height.toFixed(1)} screens`);
  expect(height).toBeLessThanOrEqual(20);
  await expectAccessible(page);
});
