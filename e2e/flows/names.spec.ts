import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';

/**
 * Names whose parts a screen reader would read as one word: two texts in elements that flow in one line, with no space between them.
 * A part that is a block, or laid out as one, is set apart by the browser itself.
 */
const namesRunTogether = (page: Page) =>
  page.evaluate(() => {
    const NAMED = 'label, legend, summary, button, a, h1, h2, h3, h4, th, [role="tab"]';
    const flows = (node: Node, within: Node) => {
      for (let at = node.parentElement; at && at !== within; at = at.parentElement) {
        const { display, position } = getComputedStyle(at);
        if (display !== 'inline' || position === 'absolute') return false;
      }
      return true;
    };
    return [...document.querySelectorAll(NAMED)].flatMap((element) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode as Text); // only texts are shown to it
      return texts.slice(1).flatMap((text, at) => {
        const before = texts[at];
        if (!before || before.parentElement === text.parentElement) return [];
        const joined = `${before.data.slice(-1)}${text.data.slice(0, 1)}`;
        return /^[\p{L}\p{N}.)][\p{L}\p{N}]$/u.test(joined) && flows(before, element) && flows(text, element)
          ? [element.textContent]
          : [];
      });
    });
  });

test('no name in the form, or on the pages that lead to it, runs together', async ({ page }) => {
  const seen = async () => expect(await namesRunTogether(page), page.url()).toEqual([]);
  for (const path of [
    '/en/calls/2020',
    '/en/agreements/paris-call',
    '/en/agreements',
    '/en/matrix',
    '/en/data',
    '/en/releases',
  ]) {
    await page.goto(path);
    await seen();
  }
  await page.goto('/en/calls/2020/contribute');
  await seen();
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await page.waitForURL(/\/contribute\/signatory$/);
  for (const step of ['signatory', 'projects', 'agreements', 'gaps', 'about', 'check', 'share']) {
    await page.goto(`/en/calls/2020/contribute/${step}`);
    await seen();
  }
  await page.goto('/en/update/paris-call');
  await page.getByRole('button', { name: 'Begin the update' }).click();
  await page.waitForURL(/\/contribute\/agreements\/1$/);
  await seen();
});

test('a field that has a mark says both words', async ({ page }) => {
  await page.goto('/en/calls/2020/contribute');
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await page.waitForURL(/\/contribute\/signatory$/);
  await page.goto('/en/calls/2020/contribute/projects');
  await expect(page.getByRole('textbox', { name: 'Web address optional' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name of the project or programme needed' })).toBeVisible();
  const preview = page.getByRole('button', { name: /^Preview ?: What you do and what it has achieved/ });
  await expect(preview).toHaveAttribute('aria-expanded', 'false');
  await preview.click();
  await expect(preview).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'There is nothing to show yet.' })).toBeAttached();
  await page.getByLabel('What you do and what it has achieved').fill('*Meetings*');
  await expect(page.getByRole('status').filter({ hasText: 'The preview is shown below the field.' })).toBeAttached();
});
