import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';
import { agreeAndSubmit, signAnonymously } from './contributor';

/** Begins a contribution, gives one answer, and presses the last button. */
async function send(page: Page, answer: string) {
  await page.goto('/en/calls/2020/contribute');
  await page
    .getByRole('button', { name: /^Start/ })
    .first()
    .click();
  await page.waitForURL(/\/contribute\/signatory/);
  await page.goto('/en/calls/2020/contribute/gaps');
  await page.getByLabel('Your answer').fill(answer);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/comments/);
  await signAnonymously(page);
  await agreeAndSubmit(page);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the same words sent twice, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('are recognised, and sent again only when that is meant', async ({ page, expectAccessible }) => {
      const answer = `Nobody has agreed yet on what an attack on the routing system is, and that is the first thing to settle. ${Date.now()}`;
      await send(page, answer);
      await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible();
      await page.context().clearCookies();
      await send(page, answer);
      await expect(page.getByRole('alert').filter({ hasText: 'exactly the same' })).toBeVisible();
      await expect(page.getByRole('checkbox', { name: /I agree/ })).toBeChecked();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('checkbox', { name: 'Send it all the same' }).check();
      await page.getByRole('button', { name: 'Submit the contribution' }).click();
      await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible();
    });
  });
}
