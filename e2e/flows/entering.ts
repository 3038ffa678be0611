import type { Page } from '@playwright/test';
import { expect } from '@/e2e/fixtures/test';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { draftOn } from './contributor';

export const FORM = '/en/calls/2020/contribute';
export const BANNER = 'You are entering this on behalf of its contributor';

/** Begins an entry at the desk; the editor is signed in in this browser. */
export async function beginEntry(page: Page, given: { organisation: string; email?: string; call?: string }) {
  const { call = '2020' } = given;
  await page.goto('/desk/contributions/new');
  const form = page.getByRole('region', { name: 'From nothing' });
  await form.getByRole('combobox', { name: 'Call', exact: true }).selectOption(call);
  await form.getByRole('radio', { name: 'A telephone call' }).check();
  await form.getByLabel('Received on').fill('2020-11-03');
  await form.getByLabel('Organisation').fill(given.organisation);
  await form.getByLabel('Their e-mail address').fill(given.email ?? '');
  await form.getByRole('button', { name: 'Open the form' }).click();
  await page.waitForURL(new RegExp(`/en/calls/${call}/contribute/signatory`));
}

/** Answers one question in the contributor's name, chooses how it is signed, and sends it. Returns the reference. */
export async function fillAndSend(page: Page, { words, signed }: { words: string; signed: string }): Promise<string> {
  await expect(page.getByText(BANNER)).toBeVisible();
  await page.goto(`${FORM}/comments`);
  await page.getByLabel('Your answer').fill(words);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/about/);
  await page.getByRole('radio', { name: signed }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await begunAnHourAgo(await draftOn(page));
  await page.getByRole('checkbox', { name: 'This is what the contributor told us' }).check();
  await page.getByRole('button', { name: 'Send on their behalf' }).click();
  await page.waitForURL(/\/desk\/contributions\/BPF-2020-\d+/);
  return /BPF-2020-\d+/.exec(page.url())?.[0] ?? '';
}

/** Words that no other test has. */
export const unique = (words: string) => `${words} ${Math.random().toString(36).slice(2, 10)}`;
