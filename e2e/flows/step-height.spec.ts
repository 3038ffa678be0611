import { expect, test } from '@/e2e/fixtures/test';

/** The two steps that are lists have more to show: the agreements to tick, and the proposals. */
const STEPS = ['projects', 'gaps', 'comments', 'about', 'check'];

test('each step but the two lists, empty, fits on two screens of a phone', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.setViewportSize({ width: 360, height: 800 });
  for (const step of STEPS) {
    await page.goto(`/en/calls/2020/contribute/${step}`);
    // The script runs, and shows what it adds.
    await expect(page.locator('aside button', { hasText: 'Copy' })).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollHeight), step).toBeLessThanOrEqual(1_600);
    // What is folded opens in place.
    await page.getByText('All steps, and your progress').click();
    await expect(
      page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: /About you/ }),
    ).toBeVisible();
    await page.getByText('Menu', { exact: true }).click();
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Agreements' }),
    ).toBeVisible();
  }
});

test('the page of a call folds its long lists on a phone, and shows them on a wide screen and on paper', async ({
  page,
}) => {
  const annex = page.getByRole('region', { name: 'Annex A' });
  const agreement = annex.getByRole('link').first();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/en/calls/2020');
  await expect(agreement).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(agreement).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(agreement).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await annex.getByText('The 20 agreements, with a sentence on each').click();
  await expect(agreement).toBeVisible();
  await page.getByText('The 11 criteria in full').first().click();
  await expect(page.getByRole('link', { name: 'Responsible reporting of vulnerabilities' }).first()).toBeVisible();
});
