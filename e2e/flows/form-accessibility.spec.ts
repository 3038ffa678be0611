import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';

const STEPS = ['signatory', 'projects', 'agreements', 'gaps', 'comments', 'about', 'check'];
const PAGES = ['', ...STEPS.map((step) => `/${step}`)].map((page) => `/en/calls/2020/contribute${page}`);

test('each step has the names, roles and states that a screen reader reads', async ({ page, holdDraft }) => {
  await holdDraft();
  for (const step of STEPS) {
    await page.goto(`/en/calls/2020/contribute/${step}`);
    await page.evaluate(() => document.fonts.ready);
    await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: `${step}.aria.yml` });
  }
});

/** What loses its edge when the reader's own colours replace backgrounds and shadows. */
const withoutEdge = (page: Page) =>
  page.evaluate(() => {
    const drawn = (side: string, style: CSSStyleDeclaration) =>
      style.getPropertyValue(`border-${side}-style`) !== 'none' &&
      parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1;
    return [...document.querySelectorAll<HTMLElement>('button, select, textarea, input:not([type=hidden])')]
      .filter(
        (element) =>
          element.checkVisibility() && !element.matches('[type=radio], [type=checkbox], [type=file], [tabindex="-1"]'),
      )
      .filter((element) => {
        const style = getComputedStyle(element);
        return !drawn('bottom', style) && !style.textDecorationLine.includes('underline');
      })
      .map((element) => element.outerHTML.slice(0, 160));
  });

test('with the reader’s own colours, every field and button has an edge, and the focus is seen', async ({
  page,
  holdDraft,
}) => {
  await holdDraft();
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of PAGES) {
    await page.goto(address);
    expect(await withoutEdge(page), address).toEqual([]);
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab');
      expect(await focusOutline(page), address).toMatchObject({ drawn: true });
    }
  }
});

const focusOutline = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      drawn: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      element: element.outerHTML.slice(0, 160),
    };
  });

test('for readers who want less motion nothing moves', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const address of PAGES) {
    await page.goto(address);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
          const durations = `${transitionDuration}, ${animationDuration}`.split(', ').map(parseFloat);
          return Math.max(...durations) > 0.001 || scrollBehavior === 'smooth';
        })
        .map((element) => element.outerHTML.slice(0, 160)),
    );
    expect(moving, address).toEqual([]);
  }
});

// WCAG 1.4.10 and 2.4.11: 1280 × 1024 at 400 %.
test('at 400 %, a step scrolls in one direction only, and nothing lies over what has the focus', async ({
  page,
  holdDraft,
}) => {
  await holdDraft();
  await page.setViewportSize({ width: 320, height: 256 });
  for (const address of PAGES) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      expect(await hiddenFocus(page), address).toEqual([]);
    }
  }
});

/** What lies over the whole of the element that has the focus. */
const hiddenFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return [];
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const shown = [0.1, 0.5, 0.9].some((part) => {
      const y = Math.min(Math.max(top, 1), innerHeight) * (1 - part) + Math.min(bottom, innerHeight - 1) * part;
      const over = document.elementFromPoint(left + Math.min(8, (right - left) / 2), y);
      return over !== null && (element.contains(over) || over.contains(element) || over.closest('label') !== null);
    });
    return shown ? [] : [element.outerHTML.slice(0, 160)];
  });

test('a link at the beginning of a step leads past its fields to its buttons', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.goto('/en/calls/2020/contribute/signatory');
  const link = page.getByRole('link', { name: 'Skip to the buttons of this step' });
  await link.focus();
  await expect(link).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#save$/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Save and continue' })).toBeFocused();
});

test('the first save by itself is announced, later ones are only shown, and a save by button is announced', async ({
  page,
  holdDraft,
}) => {
  await holdDraft();
  await page.goto('/en/calls/2020/contribute/gaps');
  const [answer, status] = [page.getByRole('textbox', { name: 'Your answer' }), page.locator('#save-status')];
  const saves = () => page.waitForResponse((response) => response.request().method() === 'POST' && response.ok());
  await expect(page.getByRole('button', { name: 'Preview' })).toBeVisible(); // the script runs

  const first = saves();
  await answer.fill('Attacks on hospitals.');
  await first;
  await expect(status).toHaveText(/^Saved at /);
  await expect(status).toHaveAttribute('aria-live', 'polite');

  const second = saves();
  await answer.fill('Attacks on hospitals and on their suppliers.');
  await second;
  await expect(status).toHaveText(/^Saved at /);
  await expect(status).toHaveAttribute('aria-live', 'off');

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(status).toHaveAttribute('aria-live', 'polite');
  await expect(status).toHaveText(/^Saved at /);
});
