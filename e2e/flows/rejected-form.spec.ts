import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';

const WORDS = 'Words that took an hour to write.';
const CALL = '/en/calls/2020/contribute';

const title = (page: Page) => page.getByRole('heading', { level: 1, name: 'What you sent could not be taken here' });
const kept = (page: Page) =>
  page.getByRole('textbox', { name: /^What you wrote, to be copied/ }).filter({ hasText: WORDS });

/** The browser of a contributor whose contribution was received. */
async function contributor(page: Page) {
  const { token, reference } = await submit(eastWestSubmission());
  await page.goto(`/en/link/${token}`);
  return reference;
}

test.describe('without JavaScript, a contributor or editor whose link or session has ended', () => {
  test.use({ javaScriptEnabled: false });

  test('gets back a typed comment and message, and continues', async ({ page, context, openBrowser }) => {
    await contributor(page);
    await page.goto(`${CALL}/share`);
    await page.getByLabel('Whom it is for').fill(WORDS);
    await context.clearCookies();
    await page.getByRole('button', { name: 'Make the link' }).click();
    await expect(title(page)).toBeVisible();
    await expect(kept(page)).toHaveValue(WORDS);
    // axe is a script itself.
    const scripted = await openBrowser({ javaScriptEnabled: true });
    await scripted.setContent(await page.content());
    await expectAccessible(scripted);
    await page.getByRole('link', { name: 'Go on' }).click();
    await expect(page).toHaveURL(/\/contribute\?no=draft/);

    await contributor(page);
    await page.goto(`${CALL}/status`);
    await page.getByLabel('Write to the editors').fill(WORDS);
    await context.clearCookies();
    await page.getByRole('button', { name: 'Send the message' }).click();
    await expect(title(page)).toBeVisible();
    await expect(kept(page)).toHaveValue(WORDS);
  });

  test('is redirected if no text was typed: submitting, erasing, withdrawing', async ({ page, context, holdDraft }) => {
    await holdDraft({ sections: { comments: { text: 'Saved before.' }, about: { attribution: 'anonymous' } } });
    await page.goto(`${CALL}/check`);
    await page.getByRole('checkbox', { name: /I agree/ }).check();
    await context.clearCookies();
    await page.getByRole('button', { name: 'Submit the contribution' }).click();
    await expect(page).toHaveURL(/\/contribute\?no=draft/);
    for (const [step, button] of [
      ['erase', 'Erase my contact details'],
      ['withdraw', 'Withdraw the contribution'],
    ] as const) {
      await contributor(page);
      await page.goto(`${CALL}/${step}`);
      await context.clearCookies();
      await page.getByRole('button', { name: button }).click();
      await expect(page, step).toHaveURL(/\/contribute\?no=draft/);
    }
  });

  test('gets back a typed note at the desk, and signing in leads back there', async ({ page, context, signedInAs }) => {
    const { reference } = await submit(eastWestSubmission());
    await signedInAs('editor');
    await page.goto(`/desk/contributions/${reference}`);
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Add the note' }) });
    await form.getByRole('textbox').fill(WORDS);
    await context.clearCookies();
    await form.getByRole('button', { name: 'Add the note' }).click();
    await expect(title(page)).toBeVisible();
    await expect(kept(page)).toHaveValue(WORDS);
    await expect(page.getByText('You are no longer signed in.')).toBeVisible();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`/sign-in?${new URLSearchParams({ next: `/desk/contributions/${reference}` })}`);
  });

  test('gets back text typed in a page of an earlier version', async ({ page }) => {
    await contributor(page);
    await page.goto(`${CALL}/status`);
    const form = page.locator('form', { has: page.getByRole('button', { name: 'Send the message' }) });
    // As if the action had another name in this build.
    await form.locator('input[type="hidden"]').evaluateAll((inputs) => {
      for (const input of inputs as HTMLInputElement[])
        input.value = input.value.replace(
          /"id":"(\w\w)\w/,
          (_, mark: string) => `"id":"${mark}${input.value.includes(`"id":"${mark}0`) ? '1' : '0'}`,
        );
    });
    await page.getByLabel('Write to the editors').fill(WORDS);
    await page.getByRole('button', { name: 'Send the message' }).click();
    await expect(title(page)).toBeVisible();
    await expect(kept(page)).toHaveValue(WORDS);
    await expect(page.getByText('made by an earlier version of this site')).toBeVisible();
  });
});
