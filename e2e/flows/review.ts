import type { Page } from '@playwright/test';

/** The article of a proposed cell on the review page. */
export const cell = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });

/** The page checks for other editors each time it becomes visible. */
export const comeIntoSight = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

export async function reject(page: Page, title: string, reason: string) {
  await cell(page, title)
    .getByRole('radio', { name: /^Reject/ })
    .check();
  await cell(page, title).getByLabel('Reason').fill(reason);
}
