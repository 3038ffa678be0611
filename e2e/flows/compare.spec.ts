import { expect, test } from '@/e2e/fixtures/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two agreements are chosen and read side by side, differences first', async ({ page, request }) => {
    await page.goto('/en/compare');
    await expect(page.getByRole('heading', { level: 1, name: 'Compare agreements' })).toBeVisible();
    await page.getByLabel('Agreement 1').selectOption({ label: 'Paris Call' });
    await page.getByLabel('Agreement 2').selectOption({ label: 'Tech Accord' });
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page).toHaveURL('/en/compare/view/agreements/paris-call,tech-accord');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paris Call · Tech Accord');
    await expect(
      page.getByText(
        /^Paris Call and Tech Accord: of the \d criteria that either contains, both contain \d, \d+% \(10 assessed on both\)\.$/,
      ),
    ).toBeVisible();
    const [first] = await page.locator('caption').allInnerTexts();
    expect(first).toMatch(/on which they differ$/);
    const law = page.getByRole('row', { name: /^Reference to international law/ });
    await expect(law.getByRole('cell').first()).toContainText('Yes');
    await expect(law.getByRole('cell').last()).toContainText('No');
    await expect(law).toContainText('Source:');

    // In the other order, with one more, and as a table.
    await page.getByRole('link', { name: 'Put Tech Accord first' }).click();
    await expect(page).toHaveURL('/en/compare/view/agreements/tech-accord,paris-call');
    await page.getByLabel('Agreement 3').selectOption({ label: 'MANRS' });
    await page.getByRole('button', { name: 'Add to the comparison' }).click();
    await expect(page).toHaveURL('/en/compare/view/agreements/tech-accord,paris-call,manrs');
    await expect(
      page.getByText(/^Paris Call and MANRS: of the \d+ criteria that either contains, both contain \d+, \d+% /),
    ).toBeVisible();
    await expect(
      page.getByText('No two of them have been assessed on the same criterion so far; 5 are needed.'),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'what “alike” means here' })).toHaveAttribute(
      'href',
      '/en/analysis/limits#alike',
    );
    const csv = await request.get(
      (await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href')) ?? '',
    );
    expect((await csv.text()).split('\r\n')[0]).toMatch(
      /^set,key,title,verdict,tech_accord,tech_accord_note,tech_accord_source,paris_call,paris_call_note,paris_call_source,manrs,manrs_note,manrs_source,tech-accord,/,
    );
    await page.getByRole('link', { name: 'Remove Paris Call' }).click();
    await expect(page).toHaveURL('/en/compare/view/agreements/tech-accord,manrs');
  });
});

test('a comparison asks for a second agreement and suggests one', async ({ page }) => {
  await page.goto('/en/compare');
  await expect(page.getByRole('heading', { name: 'Most alike' })).toBeVisible();

  await page.goto('/en/compare/view/agreements/paris-call');
  await expect(page.getByText('Paris Call is chosen. Choose a second agreement to compare it with.')).toBeVisible();
  await page
    .getByRole('region', { name: 'Most like Paris Call' })
    .getByRole('listitem')
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/agreements\/paris-call,[a-z0-9-]+$/);
});

test('a comparison on a phone is a card per criterion', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/compare/view/agreements/paris-call,tech-accord,manrs');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const cells = page.getByRole('row', { name: /^Reference to international law/ }).getByRole('cell');
  const [first, second] = await Promise.all([cells.nth(0).boundingBox(), cells.nth(1).boundingBox()]);
  expect(second?.y).toBeGreaterThan(first?.y ?? Infinity);
  await expect(cells.nth(0)).toContainText('Paris Call');
});
