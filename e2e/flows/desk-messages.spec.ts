import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell, comeIntoSight, reject } from './review';

/**
 * Kept input, messages and focus at the desk: on a wide screen, on a phone in the dark, and at 400 % zoom in forced
 * colours.
 */
const SCREENS = [
  { screen: { width: 1280, height: 900 }, media: { colorScheme: 'light' } },
  { screen: { width: 360, height: 640 }, media: { colorScheme: 'dark' } },
  { screen: { width: 320, height: 256 }, media: { forcedColors: 'active' } },
] as const;

const SIX = [
  { cell: 'maintainer', value: 'The secretariat' },
  { cell: 'launchDate', value: '2017' },
  { cell: 'stakeholders', value: 'States and their regulators' },
  { cell: 'summary', value: 'A summary in one line.' },
  { cell: 'link', value: 'https://example.org/text' },
  { cell: 'specified-cbms', value: 'unclear' },
];

const record = (page: Page) => page.getByRole('button', { name: 'Record what I chose' });
async function open(page: Page, reference: string) {
  await page.goto(`/desk/contributions/${reference}`);
  await expect(page.getByRole('button', { name: 'Keys (?)' })).toBeVisible();
  // the page's script counts
  await expect(page.getByRole('button', { name: /^Accept (all \d|the other \d|\d+ without conflict)/ })).toBeVisible();
}

/** The whole element is on the screen and not covered. */
async function expectInSight(locator: Locator) {
  await expect(locator).toBeInViewport({ ratio: 0.5 });
}

const focusIsOn = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'NONE');

test('“Accept the other 4” accepts the cells without a choice, and keeps all choices and texts', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(proposing((await makeAgreement()).slug, SIX, 'Institute of Other Five'));
  await open(page, reference);
  await expect(page.getByRole('button', { name: 'Accept all 6' })).toBeVisible();
  await reject(page, 'Maintainer', 'No source for it.');
  await expect(page.getByRole('button', { name: 'Accept the other 5' })).toBeVisible();
  await cell(page, 'Summary').getByRole('radio', { name: 'Amend' }).check();
  await cell(page, 'Summary').getByLabel('Corrected value').fill('A better summary.');
  await page.getByRole('button', { name: 'Accept the other 4' }).click();
  await expect(page.getByRole('status').filter({ hasText: '4 decisions recorded' })).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'accepted',
    link: 'accepted',
    maintainer: 'pending',
    'specified-cbms': 'accepted',
    stakeholders: 'accepted',
    summary: 'pending',
  });
  await expect(cell(page, 'Maintainer').getByRole('radio', { name: /^Reject/ })).toBeChecked();
  await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('No source for it.');
  await expect(cell(page, 'Summary').getByLabel('Corrected value')).toHaveValue('A better summary.');
  await record(page).click();
  await expect(page.locator('#recorded')).toContainText('2 decisions recorded');
  expect(await changeStatuses(reference)).toMatchObject({ maintainer: 'rejected', summary: 'amended' });
});

test('without a script all cells without a choice are accepted, and a choice is kept with its reason', async ({
  openDesk,
}) => {
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 3), 'Institute without Scripts'),
  );
  const { page } = await openDesk({ javaScriptEnabled: false });
  await page.goto(`/desk/contributions/${reference}`);
  await expect(page.getByText('What is chosen above and not recorded is not recorded by it.')).toBeVisible();
  await reject(page, 'Maintainer', 'No source for it.');
  await page.getByRole('button', { name: 'Accept all without a choice' }).click();
  await expect(page.getByText('2 decisions recorded')).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'accepted',
    maintainer: 'pending',
    stakeholders: 'accepted',
  });
  await expect(cell(page, 'Maintainer').getByRole('radio', { name: /^Reject/ })).toBeChecked();
  await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('No source for it.');
});

test('unrecorded choices survive reload, leaving and Back; the page names them and asks before publishing', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 3), 'Institute of Lost Choices'),
  );
  await open(page, reference);
  await reject(page, 'Maintainer', 'Typed and not yet recorded.');
  await cell(page, 'Stakeholders').getByRole('radio', { name: 'Amend' }).check();
  await cell(page, 'Stakeholders').getByLabel('Corrected value').fill('States alone');

  const back = async () => {
    await expect(
      page.getByRole('status').filter({ hasText: '2 choices of yours were not recorded, and are here again' }),
    ).toBeVisible();
    await expect(cell(page, 'Maintainer').getByRole('radio', { name: /^Reject/ })).toBeChecked();
    await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('Typed and not yet recorded.');
    await expect(cell(page, 'Stakeholders').getByLabel('Corrected value')).toHaveValue('States alone');
    await expect(page.getByText('2 chosen, not recorded yet: 1 to amend, 1 to reject')).toBeVisible();
  };
  await page.reload();
  await back();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).click();
  await page.waitForURL('**/desk');
  await page.goBack();
  await back();
  await page.goto('/desk/you');
  await open(page, reference);
  await back();

  const publish = page.getByRole('button', { name: /^Publish/ });
  await publish.click();
  const question = page.getByRole('group', { name: '2 choices of yours are not recorded' });
  await expect(question).toBeFocused();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Go back to them' }).click();
  await expect(cell(page, 'Stakeholders')).toBeFocused();
  await publish.click();
  await page.getByRole('button', { name: /^Publish without them/ }).click();
  await expect(page.getByRole('status').filter({ hasText: `${reference} is public.` })).toBeFocused();
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'pending',
    maintainer: 'pending',
    stakeholders: 'pending',
  });
  await page.reload();
  await back();
  await record(page).click();
  await expect(page.getByRole('status').filter({ hasText: '2 decisions recorded' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Accept all 1' })).toBeVisible();
  await expect(page.getByText('are here again')).toHaveCount(0);
});

test('a kept choice for a cell that a colleague has decided is shown and can be discarded', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 2), 'Institute of Colleagues'),
  );
  await open(page, reference);
  await reject(page, 'Maintainer', 'Words of the slower one.');
  await page.goto('/desk/you');
  const { page: colleague } = await openDesk();
  await open(colleague, reference);
  await expect(colleague.getByText('Words of the slower one.')).toHaveCount(0);
  await reject(colleague, 'Maintainer', 'The faster one.');
  await record(colleague).click();
  await expect(colleague.getByRole('status').filter({ hasText: 'One decision recorded' })).toBeVisible();
  await open(page, reference);
  const typed = page.getByRole('list', { name: 'Typed for Maintainer' });
  await expect(typed).toContainText('Words of the slower one.');
  await cell(page, 'Maintainer')
    .getByRole('button', { name: /^Forget it/ })
    .click();
  await expect(typed).toHaveCount(0);
  await open(page, reference);
  await expect(page.getByText('Words of the slower one.')).toHaveCount(0);
});

for (const { screen, media } of SCREENS) {
  const size = `${screen.width}x${screen.height}`;

  test(`the bar hides nothing that has focus (${size})`, async ({ page, signedInAs }) => {
    await signedInAs('editor');
    const { reference } = await submit(proposing((await makeAgreement()).slug, SIX.slice(0, 4), 'Institute of Bars'));
    await page.setViewportSize(screen);
    await page.emulateMedia(media);
    await open(page, reference);
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
    await open(page, reference);
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
    await expect(said('Your request is on its way.')).toBeVisible();
    await expectInSight(said('Your request is on its way.'));
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

test('names are separated, texts come before the cells, and lists have their own titles', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('admin');
  const { reference } = await submit(proposing('manrs', SIX.slice(0, 1), 'Institute of Names'));
  await page.goto('/desk/agreements/manrs/propose');
  await page.getByRole('checkbox', { name: /^Change ?: Maintainer/ }).check();
  await expect(
    page.getByRole('group', { name: 'Maintainer' }).getByRole('textbox', { name: 'Note optional', exact: true }),
  ).toBeVisible();

  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, reference);
  const order = await page.evaluate(() =>
    document.getElementById('words')?.compareDocumentPosition(document.getElementById('proposed') ?? document.body),
  );
  expect(order).toBe(4); // DOCUMENT_POSITION_FOLLOWING
  await page.getByRole('button', { name: /^Keys/ }).click();
  await expect(page.getByLabel('Single letters are commands')).toBeVisible();

  const titles: string[] = [];
  for (const address of [
    '/desk',
    '/desk?status=published',
    '/desk?status=all&q=elan',
    '/desk/mail?status=failed',
    '/desk/agreements?q=manrs',
    '/desk/audit?action=mail.sent',
  ]) {
    await page.goto(address);
    titles.push(await page.title());
  }
  expect(titles).toEqual([
    'Queue: Submitted · Desk',
    'Queue: Published · Desk',
    'Queue: All, Search: “elan” · Desk',
    'Mail: Failed · Desk',
    'Agreements: “manrs” · Desk',
    'Audit: mail.sent · Desk',
  ]);
});
