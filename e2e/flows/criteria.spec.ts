import { expect, test } from '@/e2e/fixtures/test';

for (const javaScriptEnabled of [false, true])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a reader comes from the matrix to a criterion, reads its values and goes to an agreement that is open', async ({
      page,
    }) => {
      await page.goto('/en/matrix');
      await page.getByRole('link', { name: 'All about “Integrity of the supply chain' }).first().click();
      await page.waitForURL('**/en/criteria/supply-chain-integrity');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('A/70/174')).toBeVisible();
      await expect(page.getByRole('heading', { name: /^Yes \(\d+\)/ })).toBeVisible();
      await expect(page.getByRole('table', { name: 'Agreements with the value “Yes”' })).toBeVisible();
      const open = page.getByRole('region', { name: 'Not assessed yet' });
      await expect(open.getByText(/^\d+ cells open: help$/)).toBeVisible();
      await open.getByRole('link', { name: 'MANRS' }).click();
      await page.waitForURL('**/en/correct/manrs/supply-chain-integrity');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Correct: Integrity of the supply chain');
    });
  });
