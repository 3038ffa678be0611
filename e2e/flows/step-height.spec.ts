import { expect, test } from '@/e2e/fixtures/test';

test('a step with one free text, empty, fits on two screens of a phone', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.setViewportSize({ width: 360, height: 800 });
  for (const step of ['gaps', 'comments']) {
    await page.goto(`/en/calls/2020/contribute/${step}`);
    await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible(); // the script runs
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
