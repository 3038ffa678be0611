import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { openMore } from './contributor';

const ABOUT = '/en/calls/2020/contribute/about';
const preview = (page: Page) => page.getByRole('region', { name: 'What will be public about you' });
const editors = (page: Page) => page.getByRole('region', { name: 'What editors see' });

async function fill(page: Page) {
  await page.getByLabel('Name', { exact: true }).fill('Programme office');
  await page.getByLabel('Affiliation', { exact: true }).fill('Example Institute');
  await openMore(page, 'more-about');
  await page.getByLabel('Country', { exact: true }).selectOption('KE');
}

test.describe('about you, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('only ticked details are public; the check page equals the preview', async ({ page, holdDraft }) => {
    await holdDraft();
    await page.goto(ABOUT);
    await expect(preview(page)).toContainText('Choose first.');
    await fill(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(editors(page)).toContainText('name, affiliation, and country');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    for (const secret of ['Programme office', 'Example Institute', 'Kenya'])
      await expect(preview(page)).not.toContainText(secret);
    await page.getByRole('radio', { name: 'As the organisation' }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL(/\/contribute\/check/);
    await expect(preview(page)).toContainText('Example Institute');
    await expect(preview(page)).toContainText('Kept private: name and country.');
    await expect(preview(page)).not.toContainText('Kenya');
  });
});

test.describe('about you', () => {
  test('the preview follows the typing, and anonymity hides all details, also from editors', async ({
    page,
    holdDraft,
  }) => {
    await holdDraft();
    await page.goto(ABOUT);
    await expect(preview(page)).toContainText('It follows what you type.');
    await fill(page);
    await page.getByRole('radio', { name: 'As the organisation' }).check();
    await page.getByLabel('My country').check();
    await expect(preview(page)).toContainText('Example Institute');
    await expect(preview(page)).toContainText('Kenya');
    await expect(preview(page)).not.toContainText('Programme office');
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'Anonymously' }).check();
    await expect(preview(page)).toContainText('An anonymous contribution');
    for (const hidden of ['Example Institute', 'Kenya', 'Programme office'])
      await expect(preview(page)).not.toContainText(hidden);
    await expect(editors(page)).toContainText('without an e-mail address they can’t write to you');
    await page.getByLabel('E-mail address').fill('office@example.org');
    await expect(editors(page)).toContainText('they can only send a mail to the address you give');
    await expect(page.getByRole('region', { name: 'How you come back' })).toContainText('private link');
    await expectAccessible(page);
  });
});
