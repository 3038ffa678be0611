import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { openCell, openGroup, openUpdate } from './contributor';

const PAGE = '/en/calls/2020/contribute/agreements/1';

/** From the top of the page to the lower edge of the form's buttons, in screens. */
const screens = (page: Page) =>
  page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
    const form = document.querySelector('form:has(#cells)');
    return ((form?.getBoundingClientRect().bottom ?? Infinity) + window.scrollY) / window.innerHeight;
  });

/** Folds every group of lines that is unfolded. */
async function foldAll(page: Page) {
  const groups = await page.locator('.cell-rest').all();
  for (const group of groups) if ((await group.getAttribute('open')) !== null) await group.locator('> summary').click();
  await expect(page.locator('.cell-rest[open]')).toHaveCount(0);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

for (const javaScriptEnabled of [true, false])
  test.describe(`an update of three cells, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });

    test('shows the changed lines only, on two screens', async ({ page, holdDraft }) => {
      await openUpdate(page, holdDraft);
      for (const [name, text] of [
        ['Maintainer', 'Another commission'],
        ['Date of launch', '2019-11'],
      ] as const)
        await (await openCell(page, name)).getByLabel(/Your proposal/).fill(text);
      const norm = await openCell(page, 'Response to requests for help');
      await norm.getByRole('radio', { name: 'Indirect', exact: true }).check();
      // Folding a group leaves the lines in use.
      await foldAll(page);
      await expect(norm).toBeVisible();
      await expect(page.getByRole('group', { name: 'Short name', exact: true })).toBeHidden();
      expect(await screens(page)).toBeLessThanOrEqual(2);

      await save(page);
      await expect(page.getByText(/^Saved/).first()).toBeVisible();
      await page.goto(PAGE);
      await expect(
        page.getByRole('group', { name: 'Maintainer', exact: true }).getByRole('textbox').first(),
      ).toHaveValue('Another commission');
      await expect(norm.getByRole('radio', { name: 'Indirect', exact: true })).toBeChecked();
      await expect(page.getByRole('group', { name: 'Short name', exact: true })).toBeHidden();
      expect(await screens(page)).toBeLessThanOrEqual(2);
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });

test('the search shows the lines it finds, and never hides one that is in use', async ({ page, holdDraft }) => {
  await openUpdate(page, holdDraft);
  const line = (name: string) => page.getByRole('group', { name, exact: true });
  const search = page.getByRole('searchbox', { name: 'Search facts, norms and elements' });
  await search.fill('maintainr');
  await line('Maintainer').locator('> details > summary').click();
  await line('Maintainer')
    .getByLabel(/Your proposal/)
    .fill('Another commission');
  await search.fill('requests for help');
  await line('Response to requests for help').getByRole('radio', { name: 'No', exact: true }).check();
  await expect(line('Short name')).toBeHidden();
  await search.fill('nothing like this');
  await expect(page.getByRole('status').filter({ hasText: 'nothing matches' })).toBeVisible();
  await expect(line('Maintainer').getByLabel(/Your proposal/)).toHaveValue('Another commission');
  await expect(line('Response to requests for help').getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  await expect(line('Response to requests for help')).toBeVisible();
});

test('the buttons and the result stay in sight, and never cover the focus', async ({ page, holdDraft }) => {
  await openUpdate(page, holdDraft);
  await openGroup(page, 'Facts');
  const search = page.getByRole('searchbox', { name: 'Search facts, norms and elements' });
  await search.focus();
  const bar = page.locator('.save-bar');
  await expect(bar.getByRole('button')).toHaveCount(2);
  await expect(bar).toBeInViewport({ ratio: 1 });
  const where = () =>
    bar.evaluate((element) => {
      const focused = document.activeElement;
      if (element.contains(focused)) return 'in the bar';
      const isAbove = focused && focused.getBoundingClientRect().bottom <= element.getBoundingClientRect().top;
      return isAbove ? 'above the bar' : `under the bar: ${focused?.outerHTML}`;
    });
  let [place, stops] = [await where(), 0];
  for (; place !== 'in the bar'; stops++) {
    expect(place).toBe('above the bar');
    await page.keyboard.press('Tab');
    place = await where();
  }
  expect(stops).toBeGreaterThan(25); // every fact is a stop
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(bar.getByText(/^Saved/)).toBeInViewport();
  await expectAccessible(page);
});

test.describe('a new agreement on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true });

  test('takes one tap for each of eleven norms, on five screens', async ({ page, holdDraft }) => {
    await holdDraft({ sections: { 'agreements/1': { kind: 'new' } } });
    await page.goto(PAGE);
    await page.getByRole('group', { name: 'Name', exact: true }).getByRole('textbox').first().fill('A new agreement');
    const rows = page.locator('.cell-rest[open] ~ .cell-line:visible').filter({ has: page.getByRole('radio') });
    const norms = await rows.all();
    expect(norms).toHaveLength(11);
    for (const norm of norms) await norm.getByText('Yes', { exact: true }).tap();
    await expect(page.getByText('Your proposal')).toHaveCount(0);
    expect(await screens(page)).toBeLessThanOrEqual(5);
    await save(page);
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    await page.goto(PAGE);
    for (const norm of norms) await expect(norm.getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
    await expectAccessible(page);
  });
});
