import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { published } from '@/prisma/factories/published';
import { proposing } from '@/prisma/factories/submissions';

const elements = '/en/matrix/view/set/elements-2019';

test('the matrix opens notes by keyboard, orders by row and column and is transposed, each view with its address', async ({
  page,
}) => {
  await page.goto('/en/matrix');
  const table = page.getByRole('table', { name: /^Agreement elements:/ });

  // Sign and word; the note opens by keyboard, and the focus returns.
  const value = table.getByRole('button', { name: 'Note on Budapest Convention, Cyber threats defined: Indirect' });
  await value.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('.matrix-note:popover-open');
  await expect(note).toContainText('Budapest Convention');
  await expect(note).toContainText('Source:');
  await expect(note.getByRole('link', { name: 'All about Budapest Convention' })).toHaveAttribute(
    'href',
    '/en/agreements/budapest-convention#definition-of-cyber-threats',
  );
  await page.keyboard.press('Escape');
  await expect(page.locator('.matrix-note:popover-open')).toHaveCount(0);
  await expect(value).toBeFocused();

  // By a criterion: agreements with yes come first, and the column head says so.
  await table.getByRole('link', { name: 'Human rights', exact: true }).click();
  await expect(page).toHaveURL('/en/matrix/view/by/reference-to-human-rights#elements-2019');
  await expect(page.getByText('Agreements are sorted by “Reference to human rights”: yes first')).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Human rights' })).toHaveAttribute('aria-sort', 'descending');
  const column = await table.locator('tbody tr td:nth-child(10)').allInnerTexts();
  const firstNo = column.findIndex((word) => word.trim() === 'No');
  expect(firstNo).toBeGreaterThan(0);
  expect(column.slice(0, firstNo).map((word) => word.trim())).not.toContain('No');
  expect(column.slice(firstNo).map((word) => word.trim())).not.toContain('Yes');

  // Along an agreement: the criteria with yes come first.
  await page.goto(elements);
  await table.getByRole('link', { name: 'Order the criteria along Paris Call' }).click();
  await expect(page).toHaveURL(`${elements}/along/paris-call#elements-2019`);
  const row = (
    await table
      .getByRole('row', { name: /^Paris Call/ })
      .getByRole('cell')
      .allInnerTexts()
  )
    .slice(0, -1)
    .map((word) => word.trim());
  expect(row.lastIndexOf('Yes')).toBeLessThan(row.indexOf('No'));
  expect(row).toContain('Yes');

  // Transposed: criteria are rows, and the chosen filters stay.
  await page.getByRole('link', { name: 'Swap rows and columns' }).click();
  await expect(page).toHaveURL(`${elements}/along/paris-call/transpose/yes`);
  await expect(table.getByRole('columnheader', { name: /^Paris Call/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(table.getByRole('rowheader').first()).not.toHaveText('AU Convention');
});

test('not assessed is visible in forced colours, as a line and not as a background', async ({ page }) => {
  const { slug } = await makeAgreement();
  await published(proposing(slug, [{ cell: 'supply-chain-integrity', value: 'yes' }]), { accept: slug });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/en/matrix/view/set/norms-2015');
  const dash = page
    .getByRole('table', { name: /^UN-GGE norms/ })
    .locator('tbody td > i')
    .first();
  const line = await dash.evaluate((element) => {
    const { borderBlockStartWidth, borderBlockStartStyle, borderBlockStartColor } = getComputedStyle(element);
    return {
      width: parseFloat(borderBlockStartWidth),
      style: borderBlockStartStyle,
      unseen: borderBlockStartColor === getComputedStyle(document.body).backgroundColor,
    };
  });
  expect(line).toEqual({ width: 2, style: 'solid', unseen: false });
});

test('every target in the matrix is at least 24 pixels wide and high', async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of ['/en/matrix', '/en/matrix/view/transpose/yes']) {
      await page.goto(address);
      const small = await page
        .getByRole('main')
        .locator('table a, table button, summary, ul a')
        .evaluateAll((targets) =>
          targets
            .filter(
              (target) =>
                target.checkVisibility() &&
                Math.min(target.getBoundingClientRect().width, target.getBoundingClientRect().height) < 24,
            )
            .map((target) => target.outerHTML.slice(0, 100)),
        );
      expect(small, `${address} at ${width}`).toEqual([]);
    }
  }
});

test('the matrix is filtered by a form without a script, downloaded as data, and shown as of a day', async ({
  page,
  request,
}) => {
  await page.goto(elements);
  await page.getByText('Choice and past states').click();
  await page.getByRole('checkbox', { name: 'MANRS' }).check();
  await page.getByRole('checkbox', { name: 'Paris Call' }).check();
  await page.getByRole('checkbox', { name: 'International law' }).check();
  await page.getByRole('button', { name: 'Show this view' }).click();
  await expect(page).toHaveURL('/en/matrix/view/agreements/manrs,paris-call/criteria/reference-to-international-law');
  const table = page.getByRole('table', { name: 'Agreement elements: 2 agreements by 1 criterion' });
  await expect(table.getByRole('rowheader', { name: /^(MANRS|Paris Call)/ })).toHaveCount(2);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/en\/matrix$/);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(page.getByText('Link to this view:').getByRole('link')).toHaveAttribute(
    'href',
    new URL(page.url()).pathname,
  );

  const csv = await request.get(
    (await page.getByRole('link', { name: 'CSV', exact: true }).first().getAttribute('href')) ?? '',
  );
  const lines = (await csv.text()).trim().split('\r\n');
  expect(lines[0]).toBe(
    'agreement,name,short_name,launch_date,space,binding_nature,reference_to_international_law,reference-to-international-law',
  );
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['manrs', 'paris-call']);
  expect((await request.get(csv.url(), { headers: { 'If-None-Match': csv.headers().etag ?? '' } })).status()).toBe(304);

  // A past view links to the agreements of that time.
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(elements);
  await page.getByText('Choice and past states').click();
  const byDay = page.locator('form').filter({ has: page.getByLabel('As of a day') });
  await byDay.getByLabel('As of a day').fill(today);
  await byDay.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(`/en/matrix/view/at/${today}/set/elements-2019`);
  await expect(page.getByRole('table').getByRole('link', { name: 'MANRS', exact: true })).toHaveAttribute(
    'href',
    `/en/agreements/manrs/at/${today}`,
  );

  // Before the first record the matrix is empty, and the page says so.
  await page.goto('/en/matrix/view/at/2001-01-01');
  await expect(page.getByText('The dataset has nothing to show for that point in time')).toBeVisible();
  await expect(page.getByText('As recorded by the end of 1 January 2001 (UTC)')).toBeVisible();
});

test('the matrix on a phone is turned and scrolls inside itself, and on paper its notes are numbered', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(elements);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const region = page.getByRole('region', { name: /^Agreement elements:/ });
  const head = region.getByRole('columnheader', { name: 'Human rights' });
  await region.evaluate((element) => element.scrollTo({ left: 900 }));
  await head.scrollIntoViewIfNeeded();
  // The criteria stay at the edge, and an agreement's values are below its name.
  expect((await head.boundingBox())?.x).toBe(0);
  const [name, first] = await Promise.all([
    region.getByRole('rowheader', { name: /^OAS Strategy/ }).boundingBox(),
    region
      .getByRole('row', { name: /^OAS Strategy/ })
      .getByRole('cell')
      .first()
      .boundingBox(),
  ]);
  expect(first?.x).toBe(name?.x);
  expect(first?.y).toBeGreaterThan(name?.y ?? Infinity);
  await region
    .getByRole('button', { name: /^Note on OAS Strategy/ })
    .first()
    .click();
  await expect(page.locator('.matrix-note:popover-open')).toContainText('OAS Strategy');

  await page.setViewportSize({ width: 1500, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(elements);
  await expect(page.locator('.matrix-note').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show this view' })).toBeHidden();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g))).toEqual(new Set(['/MediaBox [0 0 1191.12 841.91998]']));
});

test('the first rows of the matrix are in the first screen, on a desktop and on a phone', async ({ page }) => {
  for (const { width, height, rows } of [
    { width: 1280, height: 900, rows: 5 },
    { width: 360, height: 740, rows: 3 },
  ]) {
    await page.setViewportSize({ width, height });
    await page.goto('/en/matrix');
    // Turned on a phone: the cells of one agreement are below each other there.
    const cells = await page
      .getByRole('table')
      .first()
      .locator(width < 640 ? 'tbody tr:has(td) >> nth=0' : 'tbody')
      .locator(width < 640 ? 'td' : 'tr:has(td) td:nth-child(2)')
      .evaluateAll((found) => found.map((cell) => cell.getBoundingClientRect().bottom));
    expect(cells.filter((bottom) => bottom <= height).length, `${width} × ${height}`).toBeGreaterThanOrEqual(rows);
  }
});

test('the head is one row of five entries and the search on a phone, without sideways scrolling', async ({ page }) => {
  for (const width of [360, 390]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto('/en/contributions');
    const entries = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    const tops = await entries.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(tops).toHaveLength(6);
    expect(new Set(tops).size).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.goto('/en/agreements');
    const pages = page.getByRole('navigation', { name: 'Agreements' }).getByRole('link');
    const rows = await pages.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(new Set(rows).size).toBe(1);
  }
});
