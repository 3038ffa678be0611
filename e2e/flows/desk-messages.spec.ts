import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell, comeIntoSight, openReview, record, reject, SIX } from './review';

/**
 * Kept input, messages and focus at the desk: on a wide screen, on a phone in the dark, and at 400 % zoom in forced
 * colours.
 */
const SCREENS = [
  { screen: { width: 1280, height: 900 }, media: { colorScheme: 'light' } },
  { screen: { width: 360, height: 640 }, media: { colorScheme: 'dark' } },
  { screen: { width: 320, height: 256 }, media: { forcedColors: 'active' } },
] as const;

/** The whole element is on the screen and not covered. */
async function expectInSight(locator: Locator) {
  await expect(locator).toBeInViewport({ ratio: 0.5 });
}

const focusIsOn = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'NONE');

for (const { screen, media } of SCREENS) {
  const size = `${screen.width}x${screen.height}`;

  test(`the bar hides nothing that has focus (${size})`, async ({ page, signedInAs }) => {
    await signedInAs('editor');
    const { reference } = await submit(proposing((await makeAgreement()).slug, SIX.slice(0, 4), 'Institute of Bars'));
    await page.setViewportSize(screen);
    await page.emulateMedia(media);
    await openReview(page, reference);
    await cell(page, 'Maintainer').getByRole('checkbox', { name: 'Select Maintainer' }).check();
    await cell(page, 'Summary').getByRole('radio', { name: 'Amend' }).check();
    const bar = page.locator('[data-bar]');
    expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(64);
    expect(await bar.evaluate((element) => getComputedStyle(element).position)).toBe(
      screen.height < 400 ? 'static' : 'sticky',
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(screen.width);
    await page.locator('main').focus();
    const hidden: string[] = [];
    for (let stops = 0; stops < 150; stops += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        const strip = document.querySelector('[data-bar]');
        if (!element || !strip || element === document.body) return 'end';
        if (strip.contains(element)) return '';
        const [one, other] = [element.getBoundingClientRect(), strip.getBoundingClientRect()];
        // An element that is higher than the screen is partly covered, but its beginning must be visible.
        const covered =
          other.bottom <= window.innerHeight + 1 &&
          one.top < other.bottom &&
          Math.min(one.bottom, one.top + 40) > other.top + 1;
        return covered ? `${element.tagName} ${element.textContent?.slice(0, 40) || element.id}` : '';
      });
      if (found === 'end') break;
      if (found !== '') hidden.push(found);
    }
    expect(hidden).toEqual([]);
    await expectAccessible(page);
  });

  test(`each action of the review shows its result in view, and the focus moves to the next step (${size})`, async ({
    page,
    signedInAs,
  }) => {
    await signedInAs('editor');
    const { reference } = await submit({
      ...proposing((await makeAgreement()).slug, SIX.slice(0, 2)),
      about: { affiliation: `Institute ${size}`, email: 'somebody@example.org', show: { affiliation: true } },
    } as never);
    await page.setViewportSize(screen);
    await page.emulateMedia(media);
    await openReview(page, reference);
    const said = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

    const people = page.getByRole('region', { name: 'Who works on it' });
    await people.getByRole('button', { name: 'Take it' }).press('Enter');
    await expect(said('You look after it now.')).toBeVisible();
    await expectInSight(said('You look after it now.'));
    expect(await focusIsOn(page)).toBe('BUTTON');

    // Refused: the focus is on the wrong field. Then it works, and the focus stays on the button.
    await page.getByRole('button', { name: 'Add the note' }).press('Enter');
    await expect(page.getByLabel('Note to the other editors')).toBeFocused();
    await expect(page.getByLabel('Note to the other editors')).toHaveAccessibleDescription(/Please fill this in/);
    await page.keyboard.type('A word among us.');
    await page.getByRole('button', { name: 'Add the note' }).press('Enter');
    await expect(said('The note is there')).toBeVisible();
    await expectInSight(said('The note is there'));
    await expect(page.getByRole('button', { name: 'Add the note' })).toBeFocused();
    await expect(page.getByLabel('Note to the other editors')).toHaveValue('');

    // A request: the form closes and is empty again, and the focus is on the button that opens it.
    const summary = page.locator('summary').filter({ hasText: 'Ask for changes' });
    await summary.press('Enter');
    await page.getByLabel('What has to change').fill('The source, please.');
    await page.getByRole('button', { name: 'Send the request' }).press('Enter');
    await expect(said('Your request is on their status page.')).toBeVisible();
    await expectInSight(said('Your request is on their status page.'));
    await expect(summary).toBeFocused();
    await expect(page.getByRole('button', { name: 'Send the request' })).toBeHidden();
    await summary.press('Enter');
    await expect(page.getByLabel('What has to change')).toHaveValue('');

    // One decision with another one left; then the last one.
    await reject(page, 'Maintainer', 'No source.');
    await record(page).press('Enter');
    await expect(said('One decision recorded.')).toHaveCount(1);
    await expect(cell(page, 'Date of launch')).toBeFocused();
    await cell(page, 'Date of launch').getByRole('radio', { name: 'Accept' }).check();
    await record(page).press('Enter');
    await expect(page.locator('#recorded')).toBeFocused();
    await expectInSight(page.locator('#recorded').getByText('One decision recorded'));

    // Publishing removes its button: the focus is on the message. No message says that another editor did it.
    await page.getByRole('button', { name: /^Publish/ }).press('Enter');
    await expect(said(`${reference} is public.`)).toBeFocused();
    await expectInSight(said(`${reference} is public.`));
    await comeIntoSight(page);
    await expect(page.getByRole('button', { name: 'Show it' })).toHaveCount(0);
    await expectAccessible(page);
  });
}

test('a pressed button is never disabled, and two presses send once', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  const title = `Twice ${Math.random().toString(36).slice(2)}`;
  await page.goto('/desk/tokens');
  await page.getByLabel('What is it for?').fill(title);
  const make = page.getByRole('button', { name: 'Make a token' });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/desk/tokens', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await make.press('Enter');
  await expect(make).toHaveAttribute('aria-disabled', 'true');
  await expect(make).toBeFocused();
  await make.press('Enter');
  release();
  const said = page.getByRole('status').filter({ hasText: 'This is your token' });
  await expect(said).toBeVisible();
  await expect(make).toBeFocused();
  await expect(page.getByRole('row', { name: new RegExp(title) })).toHaveCount(1);
  // Its secret is in one live region, and not in one live region inside another.
  expect(await said.locator('output, [role="status"], [role="alert"], [aria-live]').count()).toBe(0);

  // Revoked: the button is gone, and the focus is on the message in its place.
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByRole('button', { name: /^Revoke/ })
    .press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Revoked.' })).toBeFocused();
});

test('a bad address at sign-in focuses its field and shows one message', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('nobody');
  await page.getByRole('button', { name: 'Send me a sign-in link' }).press('Enter');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody');
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/does not look like an e-mail address/);
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was sent' })).toHaveCount(1);
});

test('names are separated, and texts come before the cells', async ({ page, signedInAs }) => {
  await signedInAs('admin');
  const { reference } = await submit(proposing('manrs', SIX.slice(0, 1), 'Institute of Names'));
  await page.goto('/desk/agreements/manrs/propose');
  await page.getByRole('checkbox', { name: /^Change ?: Maintainer/ }).check();
  await expect(
    page.getByRole('group', { name: 'Maintainer' }).getByRole('textbox', { name: 'Note optional', exact: true }),
  ).toBeVisible();

  await page.setViewportSize({ width: 360, height: 640 });
  await openReview(page, reference);
  const order = await page.evaluate(() =>
    document.getElementById('words')?.compareDocumentPosition(document.getElementById('proposed') ?? document.body),
  );
  expect(order).toBe(4); // DOCUMENT_POSITION_FOLLOWING
  await page.getByRole('button', { name: /^Keys/ }).click();
  await expect(page.getByLabel('Single letters are commands')).toBeVisible();
});
