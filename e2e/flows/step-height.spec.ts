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
