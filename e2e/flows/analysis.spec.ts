import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';

const FIGURES = [
  'Shared or specific',
  'Coverage per criterion',
  'Criteria that go together',
  'Agreements that overlap',
  'By space for agreement',
  'Over time',
];
const SET = '/en/analysis/elements-2019';

test.describe('the analysis, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('names shared and specific elements, and links to all figures', async ({ page }) => {
    await page.goto('/en/analysis');
    const elements = page.getByRole('region', { name: 'Agreement elements' }).first();
    await expect(elements).toContainText(/\d+ of 10 elements (is|are) found in more than half of the/);
    await expect(elements.getByRole('img', { name: 'Shared or specific' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What agreements have of their own' })).toContainText('Paris Call');
    await page.getByRole('link', { name: 'All figures on Agreement elements' }).click();
    await expect(page).toHaveURL(SET);
  });

  test('begins with its limits, and follows the kind of date that is chosen', async ({ page }) => {
    for (const start of ['/en/analysis', SET]) {
      await page.goto(start);
      await page.getByRole('link', { name: 'What these figures can’t tell' }).click();
      await expect(page).toHaveURL('/en/analysis/limits');
    }
    await page.goto(`${SET}/view/date/adopted`);
    const time = page.getByRole('region', { name: 'Over time', exact: true }).first();
    await expect(time).toContainText(/a known date of adoption .*A curve needs 5 of them\./);
    await expect(time).not.toContainText('{');
    await expect(time.getByRole('img')).toHaveCount(0);
    await expect(time.getByText('Adopted (n = 0)')).toBeVisible();
    await time.getByRole('link', { name: /^Launched \(n = \d+\)$/ }).click();
    await expect(page).toHaveURL(`${SET}#time`);
    await expect(time.getByRole('img', { name: 'Over time' })).toBeVisible();
    await expect(time.getByRole('link', { name: /^Launched/ })).toHaveAttribute('aria-current', 'true');
  });

  test('narrows to one space, at an address of its own', async ({ page }) => {
    await page.goto(SET);
    await page
      .getByRole('navigation', { name: 'By space' })
      .getByRole('link', { name: /^Between stakeholder groups/ })
      .click();
    await expect(page).toHaveURL(`${SET}/view/space/between-stakeholder-groups`);
    await expect(page.getByText('Only agreements of the space “Between stakeholder groups”.')).toBeVisible();
    await page.getByText('As it stood earlier').click();
    await page.getByLabel('Day').fill('2000-01-01');
    await page.getByRole('button', { name: 'Show' }).first().click();
    await expect(page).toHaveURL(`${SET}/view/at/2000-01-01/space/between-stakeholder-groups`);
    await expect(page.getByText('No agreement has been assessed on any of these criteria so far.')).toBeVisible();
  });
});

test('every figure has its finding, its drawing, its table and its files', async ({ page }) => {
  await page.goto(SET);
  for (const name of FIGURES) {
    const figure = page.getByRole('region', { name, exact: true }).first();
    await expect(figure.getByRole('img', { name })).toHaveAccessibleDescription(/\d|five agreements/);
    await figure.getByText('The figures as a table').click();
    await expect(
      figure
        .getByRole('table', { name: `${name}: the figures` })
        .getByRole('row')
        .nth(1),
    ).toBeVisible();
    await expectFiles(
      page,
      await addressOf(figure.getByRole('link', { name: 'Image (SVG)' })),
      await addressOf(figure.getByRole('link', { name: 'Data (CSV)' })),
    );
  }
});

test('no element is wider than a phone, and numbers link to what they count', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/en/analysis');
  await page.goto(SET);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(page.getByRole('img', { name: 'Coverage per criterion' })).toHaveCount(1);
  const overlap = page.getByRole('region', { name: 'Agreements that overlap', exact: true }).first();
  const pair = overlap.getByRole('navigation').getByRole('link').first();
  expect(await addressOf(pair)).toMatch(/^\/en\/compare\/view\/agreements\/[a-z0-9-]+,[a-z0-9-]+$/);
});

test('no two links to files have the same name', async ({ page }) => {
  await page.goto(SET);
  const names = await page
    .getByRole('link', { name: /^(Image \(SVG\)|Data \(CSV\))/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
  expect(names).toHaveLength(2 * FIGURES.length);
  expect(new Set(names).size).toBe(names.length);
});

test('a single agreement is not counted', async ({ page }) => {
  await page.goto('/en/analysis/norms-2015');
  await expect(
    page.getByText(/^Only one agreement has been assessed on these criteria so far\. From 5 on/),
  ).toBeVisible();
  await expect(page.getByRole('img')).toHaveCount(0);
  await page.goto('/en/matrix/view/set/norms-2015');
  await expect(page.getByText('1 of 1')).toHaveCount(0);
});

const addressOf = async (link: ReturnType<Page['getByRole']>): Promise<string> =>
  (await link.getAttribute('href')) ?? '';

/** The browser itself parses the image as XML; the table has a head and as many cells in each row. */
async function expectFiles(page: Page, image: string, table: string) {
  const [svg, csv] = await Promise.all([page.request.get(image), page.request.get(table)]);
  expect([svg.status(), svg.headers()['content-type'], csv.status()]).toEqual([200, 'image/svg+xml', 200]);
  const parsed = await page.evaluate(
    (text) => {
      const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
      return {
        name: root.nodeName,
        title: root.querySelector('title')?.textContent ?? '',
        scripts: root.querySelectorAll('script,parsererror').length,
      };
    },
    await svg.text(),
  );
  expect(parsed).toEqual({ name: 'svg', title: expect.stringMatching(/\w/), scripts: 0 });
  const lines = (await csv.text()).split('\r\n');
  expect(lines[0]).toMatch(/^[a-z_]+(,[a-z_]+)+$/);
  expect(lines.length).toBeGreaterThan(3);
}
