import type { Page } from '@playwright/test';
import { expect } from '@/e2e/fixtures/test';

/** Six values that a contribution proposes for an agreement. */
export const SIX = [
  { cell: 'maintainer', value: 'The secretariat' },
  { cell: 'launchDate', value: '2017' },
  { cell: 'stakeholders', value: 'States and their regulators' },
  { cell: 'summary', value: 'A summary in one line.' },
  { cell: 'link', value: 'https://example.org/text' },
  { cell: 'specified-cbms', value: 'unclear' },
];

/** The article of a proposed cell on the review page. */
export const cell = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });

export const record = (page: Page) => page.getByRole('button', { name: 'Record what I chose' });

/** The page checks for other editors each time it becomes visible. */
export const comeIntoSight = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

export async function reject(page: Page, title: string, reason: string) {
  await cell(page, title)
    .getByRole('radio', { name: /^Reject/ })
    .check();
  await cell(page, title).getByLabel('Reason').fill(reason);
}

/** Opens the review of a contribution and waits for its script. */
export async function openReview(page: Page, reference: string) {
  await page.goto(`/desk/contributions/${reference}`);
  await expect(page.getByRole('button', { name: 'Keys (?)' })).toBeVisible();
  // the page's script counts
  await expect(page.getByRole('button', { name: /^Accept (all \d|the other \d|\d+ without conflict)/ })).toBeVisible();
}
