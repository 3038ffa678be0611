import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { saveDraft, storedStep } from '@/prisma/factories/drafts';

const FORM = '/en/calls/2020/contribute';
const SIZES = [
  { width: 1280, height: 720 },
  { width: 360, height: 640 },
  { width: 320, height: 256 },
];
const answer = (page: Page) => page.getByLabel('Your answer');
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const conflict = (page: Page) => page.getByRole('alert').filter({ hasText: 'Saved somewhere else in the meantime' });

async function open(page: Page, step = 'gaps') {
  await page.goto(`${FORM}/${step}`);
  await expect(page.getByRole('button', { name: /^Preview/ }).first()).toBeVisible();
}

const COLLEAGUE = { text: 'By a colleague.' };
const focused = (page: Page) => page.locator(':focus');

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport });

    test('a save conflict takes the focus, is in view, and ends only with a choice', async ({ page, holdDraft }) => {
      const { id } = await holdDraft();
      await open(page);
      await saveDraft(id, 'gaps', COLLEAGUE);
      await answer(page).fill('By me.');
      await save(page).click();
      await expect(focused(page)).toHaveAttribute('id', 'not-saved');
      await expect(conflict(page)).toContainText('By a colleague.');
      await expect(page.getByText('Saved somewhere else in the meantime')).toBeInViewport();
      await expect(page).toHaveTitle(/^Error: Issues not yet addressed \(step 4 of 7\)/);
      await expectAccessible(page);

      // Pressed again, and by Return: the other person's text is not overwritten.
      await save(page).click();
      await expect(focused(page)).toHaveAttribute('id', 'not-saved');
      expect(await storedStep(id, 'gaps')).toMatchObject(COLLEAGUE);

      await page.getByRole('button', { name: 'Keep mine' }).click();
      await expect(focused(page)).toHaveText(/^Saved at \d\d:\d\d /);
      await expect(conflict(page)).toHaveCount(0);
      await expect(page).toHaveTitle(/^Issues not yet addressed/);
      await open(page);
      await expect(answer(page)).toHaveValue('By me.');
    });

    test('a step with an error shows and focuses it when it is saved', async ({ page, holdDraft }) => {
      await holdDraft();
      await page.goto(`${FORM}/about`);
      await expect(page).toHaveTitle(/^About you/);
      await expect(page.getByText('needs another look')).toHaveCount(0);
      await open(page, 'projects');
      await page.getByLabel('What you do and what it has achieved').fill('A project without a name.');
      await save(page).click();
      const summary = page.getByRole('group', { name: 'One thing on this page needs another look' });
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('heading')).toBeInViewport();
      await expect(
        page
          .getByRole('status')
          .filter({ hasText: /^Saved at/ })
          .last(),
      ).toContainText('Project 1, Name of the project or programme: ');
      await expect(page).toHaveTitle(/^Error: /);
      await expectAccessible(page);

      await page.goto(`${FORM}/check`);
      await expect(page.getByRole('group', { name: '2 things have to be mended before you can submit' })).toBeFocused();
      await expect(page).toHaveTitle(/^Error: Check and submit \(step 7 of 7\)/);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a save conflict takes the focus and ends only with a choice', async ({ page, holdDraft }) => {
    const { id } = await holdDraft();
    await page.goto(`${FORM}/gaps`);
    await saveDraft(id, 'gaps', COLLEAGUE);
    await answer(page).fill('By me.');
    await save(page).click();
    await expect(page.locator('#not-saved')).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(answer(page)).toHaveValue('By me.');
    await save(page).click();
    await expect(conflict(page)).toContainText('By a colleague.');
    expect(await storedStep(id, 'gaps')).toMatchObject(COLLEAGUE);

    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect(page.locator('#saved')).toBeFocused();
    await expect(answer(page)).toHaveValue('By me.');
  });
});
