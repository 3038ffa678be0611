import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

const START = '/en/calls/2020/contribute';

/** Makes a link on the share page and returns it. */
async function makeLink(page: Page, purpose: string, label: string): Promise<string> {
  await page.goto(`${START}/share`);
  await page.getByRole('radio', { name: purpose }).check();
  await page.getByRole('textbox', { name: 'Whom it is for' }).fill(label);
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText(`The link for “${label}” is ready`)).toBeVisible();
  return page.locator('#made-link').inputValue();
}

async function revoke(page: Page, label: string) {
  await page.goto(`${START}/share`);
  await page.getByRole('link', { name: `Revoke the link for ${label}` }).click();
  await expect(page.getByRole('heading', { name: 'Revoke this link?' })).toBeVisible();
  await page.getByRole('button', { name: 'Revoke the link' }).click();
  await expect(page.getByText('The link was revoked.')).toBeVisible();
}

test('a colleague reads and comments, sees no contact detail, and loses access when the link is revoked', async ({
  page,
  baseURL,
  openBrowser,
  holdDraft,
}) => {
  await holdDraft();
  await page.goto(`${START}/about`);
  await page.getByLabel('E-mail address').fill('secret.desk@example.org');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  const link = await makeLink(page, 'Read and comment', 'legal department');
  await expect(page.getByRole('row', { name: /legal department/ })).toBeVisible();

  const reader = await openBrowser();
  const opened = await reader.goto(link);
  expect(reader.url()).toBe(`${baseURL}${START}/read`);
  expect(await opened?.text()).not.toContain('secret.desk');
  expect((await reader.context().cookies()).find(({ name }) => name === 'contribution_2020')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
  });
  const remark = reader.locator('#comments-gaps');
  await remark.getByText('Add a comment', { exact: true }).click();
  await remark.getByLabel('Comment', { exact: true }).fill('Please say something here.');
  await remark.getByLabel(/Name or department/).fill('Legal');
  await remark.getByRole('button', { name: 'Add the comment' }).click();
  await expect(remark.getByText('Please say something here.', { exact: true })).toBeVisible();
  // A reader can't open a step of the form: the page says so, and the form is absent.
  await reader.goto(`${START}/gaps`);
  await expect(reader.getByText('Your link lets you read, not change')).toBeVisible();
  await expect(reader.getByLabel('Your answer')).toHaveCount(0);

  await page.goto(`${START}/gaps`);
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await expect(steps.getByText('1 open comment')).toBeVisible();
  await expect(steps.getByRole('link', { name: 'Check and submit' })).toContainText('Can’t be sent yet');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Resolve the comment by Legal' }).click();
  await expect(page.getByText('1 resolved comment')).toBeVisible();
  await expect(page.getByText('1 open comment')).toHaveCount(0);

  await revoke(page, 'legal department');
  await reader.goto(`${START}/read`);
  await expect(reader.getByText('This browser holds no draft of this call')).toBeVisible();
  const [revoked, guessed] = [await reader.request.get(link), await reader.request.get(`/en/link/${'A'.repeat(43)}`)];
  expect([revoked.status(), guessed.status()]).toEqual([404, 404]);
  expect(await revoked.text()).toBe(await guessed.text());
  expect(revoked.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
});

test('two people who save the same answer lose no text; the second sees both and chooses', async ({
  page,
  openBrowser,
  holdDraft,
}) => {
  await holdDraft();
  const link = await makeLink(page, 'Work on it', 'press office');
  const other = await openBrowser();
  await other.goto(link);
  for (const one of [page, other]) {
    await one.goto(`${START}/gaps`);
    await expect(one.getByLabel('Your answer')).toBeVisible();
  }
  await page.getByLabel('Your answer').fill('The first text.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Saved at/).first()).toBeVisible();
  await other.getByLabel('Your answer').fill('The second text.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Saved somewhere else in the meantime')).toBeVisible();
  await expect(other.locator('#not-saved').getByText('The first text.')).toBeVisible();
  await expect(other.getByLabel('Your answer')).toHaveValue('The second text.');
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Keep mine' }).click();
  await expect(other.getByText(/^Saved at/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Your answer')).toHaveValue('The second text.');
});

test('a link revoked during typing stops the save, and the text stays', async ({ page, openBrowser, holdDraft }) => {
  await holdDraft();
  const link = await makeLink(page, 'Work on it', 'press office');
  const other = await openBrowser();
  await other.goto(link);
  await other.goto(`${START}/gaps`);
  await revoke(page, 'press office');
  await other.getByLabel('Your answer').fill('Three careful paragraphs.');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('This was not saved')).toBeVisible();
  await expect(other.getByLabel('Your answer')).toHaveValue('Three careful paragraphs.');
  await page.goto(`${START}/gaps`);
  await expect(page.getByLabel('Your answer')).toHaveValue('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('links are created and replaced, and two conflicting texts are shown', async ({
    page,
    openBrowser,
    holdDraft,
  }) => {
    await holdDraft();
    const link = await makeLink(page, 'Work on it', 'press office');
    const other = await openBrowser({ javaScriptEnabled: false });
    await other.goto(link);
    for (const one of [page, other]) await one.goto(`${START}/gaps`);
    for (const [one, text] of [
      [page, 'The first text.'],
      [other, 'The second text.'],
    ] as const) {
      await one.getByLabel('Your answer').fill(text);
      await one.getByRole('button', { name: 'Save', exact: true }).click();
    }
    await expect(page.getByText('Your draft is kept.')).toBeVisible();
    await expect(other.getByText('Saved somewhere else in the meantime')).toBeVisible();
    await expect(other.locator('#not-saved').getByText('The first text.')).toBeVisible();
    await expect(other.getByLabel('Your answer')).toHaveValue('The second text.');
    await other.getByRole('link', { name: 'Discard mine and show the version saved elsewhere' }).click();
    await expect(other.getByLabel('Your answer')).toHaveValue('The first text.');

    // The link in use was leaked: a new one replaces it, in this browser too, and the old one stops working.
    await page.goto(`${START}/share`);
    const own = await page.locator('#private-link').inputValue();
    await page
      .getByRole('row', { name: /the one you use/ })
      .getByRole('link')
      .click();
    await page.getByRole('button', { name: 'Replace it by a new link' }).click();
    const fresh = await page.locator('#made-link').inputValue();
    expect(fresh).not.toBe(own);
    expect((await page.request.get(own)).status()).toBe(404);
    await page.goto(`${START}/gaps`);
    await expect(page.getByLabel('Your answer')).toHaveValue('The first text.');
  });

  test('a link revoked during typing stops the save, and the text stays', async ({ page, openBrowser, holdDraft }) => {
    await holdDraft();
    const link = await makeLink(page, 'Work on it', 'press office');
    const other = await openBrowser({ javaScriptEnabled: false });
    await other.goto(link);
    await other.goto(`${START}/gaps`);
    await revoke(page, 'press office');
    await other.getByLabel('Your answer').fill('Three careful paragraphs.');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(other.getByText('This was not saved')).toBeVisible();
    await expect(other.getByRole('textbox').first()).toHaveValue('Three careful paragraphs.');
  });
});
