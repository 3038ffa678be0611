import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

const STEP = '/en/calls/2020/contribute/gaps';
const answer = (page: Page) => page.getByLabel('Your answer');

/** The step with a single text field, its script running. */
async function open(page: Page) {
  await page.goto(STEP);
  await scripted(page);
}

const scripted = (page: Page) => expect(page.getByRole('button', { name: /^Preview/ })).toBeVisible();

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Saved at / })).toBeVisible();
const copies = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('unsaved:'))
      .map(([, value]) => value),
  );

test('without a connection no text is lost: the page says so, retries, and reports the save', async ({
  page,
  context,
  holdDraft,
}) => {
  await holdDraft();
  await open(page);
  await answer(page).fill('Written on a train.');
  await saved(page);
  await expect.poll(() => copies(page)).toEqual([]);

  await context.setOffline(true);
  await answer(page).fill('Written in a tunnel.');
  await expect(page.getByText(/^Not saved since .*: no connection\. We go on trying\.$/)).toBeVisible();
  expect((await copies(page)).join()).toContain('Written in a tunnel.');
  await expectAccessible(page);

  await context.setOffline(false);
  await expect(page.getByText(/^Not saved since/)).toBeHidden();
  await saved(page);
  await expect.poll(() => copies(page)).toEqual([]);
  await open(page);
  await expect(answer(page)).toHaveValue('Written in a tunnel.');
});

test('unsaved text of a closed page is in the fields again, to keep or discard', async ({
  page,
  context,
  holdDraft,
}) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await holdDraft();
  await open(page);
  await answer(page).fill('Saved.');
  await saved(page);
  const loseTheConnection = () =>
    context.route('**/contribute/gaps', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
  await loseTheConnection();
  await answer(page).fill('Typed, and then the laptop was closed.');
  await expect.poll(async () => (await copies(page)).join()).toContain('laptop');
  await page.reload();
  await expect(page.getByText('Unsaved text is back in the fields')).toBeVisible();
  await expect(answer(page)).toHaveValue('Typed, and then the laptop was closed.');
  await expectAccessible(page);

  await page.goto('/en/calls/2020/contribute/check');
  await expect(page.getByText('Some of your text is not saved yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('status').getByRole('link').click();
  await page.getByRole('button', { name: 'Discard it and show what was saved' }).click();
  await expect(answer(page)).toHaveValue('Saved.');
  await expect.poll(() => copies(page)).toEqual([]);
  await scripted(page);

  await answer(page).fill('Typed once more.');
  await expect.poll(async () => (await copies(page)).join()).toContain('once more');
  await context.unroute('**/contribute/gaps');
  await page.reload();
  await expect(answer(page)).toHaveValue('Typed once more.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await saved(page);
  await open(page);
  await expect(answer(page)).toHaveValue('Typed once more.');
  await expect(page.getByText('Unsaved text')).toHaveCount(0);
});

test('a save whose answer is lost is no conflict with the text typed after it', async ({
  page,
  context,
  holdDraft,
}) => {
  await holdDraft();
  await open(page);
  let posts = 0;
  await context.route('**/contribute/gaps', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    posts += 1;
    if (posts === 1) await route.fetch(); // stored; the later ones are not
    return route.abort();
  });
  await answer(page).fill('Stored without an answer.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^Not saved since/)).toBeVisible();
  await answer(page).fill('Stored without an answer. And more.');
  await context.unroute('**/contribute/gaps');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await saved(page);
  await expect(page.getByText('Saved somewhere else in the meantime')).toHaveCount(0);
  await open(page);
  await expect(answer(page)).toHaveValue('Stored without an answer. And more.');
});

test('text typed before the script runs is not overwritten', async ({ page, context, holdDraft }) => {
  await holdDraft();
  await open(page);
  await answer(page).fill('Saved.');
  await saved(page);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await context.route('**/_next/static/**', async (route) =>
    route.request().resourceType() === 'script' ? held.then(() => route.continue()) : route.continue(),
  );
  await page.goto(STEP, { waitUntil: 'commit' });
  await answer(page).fill('Saved. And typed on a slow line.');
  letThrough();
  await scripted(page);
  await expect(answer(page)).toHaveValue('Saved. And typed on a slow line.');
  await saved(page);
});

test('two windows on one step lose no text, and the second shows both, also after a reload', async ({
  page,
  context,
  holdDraft,
}) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await holdDraft();
  await open(page);
  const other = await context.newPage();
  await open(other);
  await answer(other).fill('By a colleague.');
  await saved(other);

  await answer(page).fill('By me.');
  await expect(page.getByText('Saved somewhere else in the meantime')).toBeVisible();
  await expect(page.getByText('By a colleague.')).toBeVisible();
  await expect(answer(page)).toHaveValue('By me.');
  await answer(page).fill('By me, and more.');
  await expect.poll(async () => (await copies(page)).join()).toContain('and more');

  await page.reload();
  await expect(page.getByText('Saved somewhere else in the meantime')).toBeVisible();
  await expect(page.getByText('By a colleague.')).toBeVisible();
  await expect(answer(page)).toHaveValue('By me, and more.');
  await expectAccessible(page);
  await open(other);
  // The first window's local copy is shown here too, beside the stored text; a person chooses.
  await expect(other.getByText('By a colleague.')).toBeVisible();

  await page.getByRole('button', { name: 'Keep mine' }).click();
  await saved(page);
  await open(page);
  await expect(answer(page)).toHaveValue('By me, and more.');
});

test('a preview shows the answer as it will be read', async ({ page, holdDraft }) => {
  await holdDraft();
  await open(page);
  await answer(page).fill('We *do* this:\n\n- one\n- [two](https://example.org)\n\n<script>alert(1)</script>');
  await page.getByRole('button', { name: /^Preview/ }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('listitem')).toHaveText(['one', 'two']);
  await expect(preview.getByRole('link', { name: 'two' })).toHaveAttribute('rel', 'noopener nofollow ugc');
  await expect(preview.getByText('<script>alert(1)</script>')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Preview/ }).click();
  await expect(preview).toBeHidden();
  await saved(page);
  await page.goto('/en/calls/2020/contribute/check');
  await expect(page.getByRole('listitem').filter({ hasText: /^two$/ })).toBeVisible();
});
