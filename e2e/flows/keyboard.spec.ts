import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { draftOn } from './contributor';

/** More stops than the longest step has before the wanted control. */
const MAX_STOPS = 260;

/** Presses Tab until this control has the focus, like a person without a mouse. Fails if Tab never reaches it. */
async function tabTo(page: Page, control: Locator) {
  await expect(control).toBeVisible();
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(control)}`);
}

async function type(page: Page, control: Locator, text: string) {
  await tabTo(page, control);
  await page.keyboard.type(text);
}

async function press(page: Page, control: Locator, key: 'Enter' | 'Space') {
  await tabTo(page, control);
  await page.keyboard.press(key);
}

async function saveAndContinue(page: Page, next: string) {
  await press(page, page.getByRole('button', { name: 'Save and continue' }), 'Enter');
  await page.waitForURL(new RegExp(`/contribute/${next}(\\?|$)`));
}

test('the whole form can be filled in and sent with the keyboard alone', async ({ page }) => {
  await page.goto('/en/calls/2020/contribute');
  await press(page, page.getByRole('button', { name: 'Start', exact: true }).first(), 'Enter');
  await page.waitForURL(/\/contribute\/signatory/);

  // Typing into the filter works, Return in it does not leave the page, and Space ticks the box below.
  await type(page, page.getByRole('searchbox', { name: 'Find in the list' }), 'budapst');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('checkbox', { name: /Convention on Cybercrime/ }), 'Space');
  await saveAndContinue(page, 'projects');

  await type(page, page.getByLabel('Name of the project or programme').first(), 'Workshops on norms');
  await type(page, page.getByLabel('What you do and what it has achieved').first(), 'Four a year.');
  await press(page, page.locator('#more-projects-0 > summary'), 'Enter');
  await press(page, page.locator('summary', { hasText: 'Norms and elements it supports' }).first(), 'Enter');
  await press(page, page.getByRole('checkbox', { name: /supply chain/i }).first(), 'Space');
  await saveAndContinue(page, 'agreements');

  const found = page.getByRole('button', { name: /^Propose an update: Mutually Agreed Norms/ });
  await tabTo(page, page.getByLabel('Find an agreement'));
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+A'); // typed again if the page's script was not ready
    await page.keyboard.type('mutualy agred');
    await expect(found).toBeVisible({ timeout: 4_000 });
  }).toPass();
  await press(page, found, 'Enter');
  await page.waitForURL(/\/contribute\/agreements\/1/);
  await press(page, page.getByRole('region', { name: 'Facts', exact: true }).locator('> details > summary'), 'Enter');
  const maintainer = page.getByRole('group', { name: 'Maintainer', exact: true });
  await press(page, maintainer.locator('> details > summary'), 'Enter');
  await type(page, maintainer.getByRole('textbox').first(), 'Internet Society, with its members');
  await press(page, page.getByRole('button', { name: 'Save and back to the list' }), 'Enter');
  await page.waitForURL(/\/contribute\/agreements(\?|$)/);
  await expect(page.getByText('Proposes: Maintainer')).toBeVisible();
  await saveAndContinue(page, 'gaps');
  await saveAndContinue(page, 'comments');
  await type(page, page.getByLabel('Your answer'), 'Typed without a mouse.');
  await saveAndContinue(page, 'about');

  await type(page, page.getByLabel('Affiliation', { exact: true }), 'Example Institute');
  await press(page, page.getByRole('radio', { name: 'As the organisation' }), 'Space');
  await press(page, page.locator('#more-about > summary'), 'Enter');
  await tabTo(page, page.getByLabel('Stakeholder group'));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('region', { name: 'What will be public about you' })).toContainText('Example Institute');
  await saveAndContinue(page, 'check');

  await begunAnHourAgo(await draftOn(page));
  await press(page, page.getByRole('checkbox', { name: /I agree/ }), 'Space');
  await press(page, page.getByRole('button', { name: 'Submit the contribution' }), 'Enter');
  await page.waitForURL(/\/contribute\/done/);
  await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible();
});
