import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 780 } };

for (const [screen, viewport] of Object.entries(WIDTHS))
  for (const javaScriptEnabled of [true, false])
    test.describe(`searching on a ${screen}${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
      test.use({ viewport, javaScriptEnabled });
      test('leads from the head of a page to a value in its context, and from a typing error to what was meant', async ({
        page,
      }) => {
        await page.goto('/en/matrix');
        await expectOneRow(page);
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
        await searchFor(page, 'protection');
        await expect(page).toHaveURL('/en/search/view/q/protection');
        const values = page.getByRole('region', { name: 'Values' });
        await expect(values.getByRole('listitem').first().locator('mark').first()).toHaveText(/^protect/i);
        if (javaScriptEnabled) await expectAccessible(page);
        await values.getByRole('link').first().click();
        await expect(page).toHaveURL(/\/en\/agreements\/[\w-]+#[\w-]+$/);
        await page.goBack();
        await searchFor(page, 'budapst convntion');
        await page.getByRole('link', { name: 'budapest convention', exact: true }).click();
        await expect(page.getByRole('region', { name: 'Agreements' }).getByRole('link').first()).toHaveText(
          /Budapest|Cybercrime/,
        );
      });
    });

async function searchFor(page: Page, words: string) {
  await page.getByLabel('Words to look for').fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
}

/** The five entries and the search stand beside each other. */
async function expectOneRow(page: Page) {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(links).toHaveCount(6);
  const boxes = await Promise.all((await links.all()).map((link) => link.boundingBox()));
  const [first] = boxes;
  for (const box of boxes) expect(Math.abs((box?.y ?? -1) - (first?.y ?? 0))).toBeLessThan(8);
}
