import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { acceptChanges } from '@/prisma/factories/decisions';
import { proposing, submit } from '@/prisma/factories/submissions';

/** Every row of this test holds this word, and no row of another test. */
const word = () => `quay${Date.now().toString(36)}`;

const rows = (page: Page) => page.locator('#queue tbody tr');

test('the queue keeps filters, saves a view, and leads back', async ({ page, signedInAs }) => {
  const mark = word();
  const sent = (agreement: string, value: string) =>
    submit(proposing(agreement, [{ cell: 'maintainer', value: `${value} ${mark}` }], `Port ${mark}`));
  const first = await sent('paris-call', 'A ministry');
  const second = await sent('manrs', 'A society');
  await signedInAs('editor');
  await page.goto('/desk');
  await page.getByRole('searchbox', { name: 'Search' }).fill(mark);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(rows(page)).toHaveCount(2);
  // The address holds the chosen filters and no empty ones.
  expect(new URL(page.url()).search).toBe(`?q=${mark}`);

  await page.getByText('Filters and order').click();
  await page.getByRole('combobox', { name: 'Agreement' }).selectOption({ label: 'Paris Call' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Agreement: Paris Call');
  await expect(page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /Submitted/ })).toContainText(
    '1',
  );

  await page.getByText('Keep this view').click();
  await page.getByLabel('Name of the view').fill('Paris, by port');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(
    page.getByRole('navigation', { name: 'Your views' }).getByRole('link', { name: 'Paris, by port' }),
  ).toBeVisible();

  // The filters go along to the contribution.
  await page.getByRole('link', { name: first.reference }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Port ${mark}`);
  expect(new URLSearchParams(new URL(page.url()).searchParams.get('from') ?? '').get('agreement')).toBe('paris-call');

  await page.goto('/desk');
  await page.getByRole('link', { name: 'Paris, by port' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('link', { name: /Remove the filter Agreement/ }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('link', { name: second.reference })).toBeVisible();

  await page.goto('/desk/views');
  await page.getByLabel('Name').fill('Ports');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('link', { name: 'Ports', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Ports' }).click();
  await expect(page.getByText('You keep no view yet')).toBeVisible();
});

test('the queue shows its first row above 300 px at 1366, with filters set too', async ({ page, signedInAs }) => {
  const mark = word();
  await submit(proposing('paris-call', [{ cell: 'maintainer', value: `A pilot ${mark}` }], `Quay ${mark}`));
  await signedInAs('editor');
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const address of ['/desk', `/desk?q=${mark}&agreement=paris-call&sort=oldest`]) {
    await page.goto(address);
    const box = await rows(page).first().boundingBox();
    console.info(`first row of ${address} at ${Math.round(box?.y ?? Infinity)} px`);
    expect(box?.y).toBeLessThan(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});

test('what is decided moves to its own tab, and is found by what it is about', async ({ page, signedInAs }) => {
  const mark = word();
  const sent = await submit(proposing('manrs', [{ cell: 'maintainer', value: `A pilot ${mark}` }], `Quay ${mark}`));
  const editor = await signedInAs('editor');
  await page.goto(`/desk?q=${mark}`);
  const ready = page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /^Ready to publish/ });
  await expect(ready).toContainText('0');
  await expect(rows(page)).toContainText('MANRS');
  await expect(rows(page)).toContainText('1 to decide');
  await acceptChanges({ ...sent, agreement: 'manrs', editor });
  await page.reload();
  await expect(ready).toContainText('1');
  await ready.click();
  await expect(page.getByRole('link', { name: sent.reference })).toBeVisible();
  await expect(rows(page)).toContainText('All 1 decided');
  await page.getByText('Filters and order').click();
  await page.getByLabel('Unanswered message').check();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Nothing holds these words')).toBeVisible();
  await page.getByRole('link', { name: /Remove the filter Message/ }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('the queue answers a faulty address with a message, and fits a phone', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/desk?assignee=none&olderThan=soon&sort=sideways&q=${word()}`);
  await expect(page.getByText('The address held a filter that can’t be read. It was left out.')).toBeVisible();
  await expect(page.getByText('Waiting longer than, Order')).toBeVisible();
  await expect(page.getByText('Nothing holds these words')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('each count of the navigation and of the home is that of the rows after the click, and is renewed', async ({
  page,
  signedInAs,
}) => {
  const mark = word();
  const send = () => submit(proposing('manrs', [{ cell: 'maintainer', value: `A pilot ${mark}` }], `Quay ${mark}`));
  await send();
  await signedInAs('editor');
  await page.clock.install();
  await page.goto('/desk/overview');
  await expectAccessible(page);
  const main = page.getByRole('navigation', { name: 'Main' });
  const queue = main.getByRole('link', { name: /^Queue/ });
  const countOf = async (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? '0');
  const before = await countOf(await queue.textContent());
  const home = page.getByRole('region', { name: 'Waits for an editor' });
  const line = home.getByRole('listitem').filter({ hasText: 'Not assigned to an editor' });
  const unassigned = await countOf(await line.textContent());

  await send();
  await page.clock.runFor(60_000);
  await expect(queue).toContainText(String(before + 1));
  await line.getByRole('link').click();
  await expect(
    page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /^Submitted/ }),
  ).toContainText(String(unassigned + 1));
  await queue.click();
  await expect(
    page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /^Submitted/ }),
  ).toContainText(String(before + 1));
});

test('the numbers of the home link to what they count', async ({ page, signedInAs }) => {
  await submit(proposing('paris-call', [{ cell: 'maintainer', value: 'A council' }]));
  await signedInAs('editor');
  await page.goto('/desk/overview');
  await expect(page.getByText('Waiting longest')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const first = page.getByRole('table', { name: 'Waiting, by agreement' }).getByRole('link').first();
  const name = await first.innerText();
  await first.click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText(`Agreement: ${name}`);
  await expect(rows(page).first()).toBeVisible();
});

test('several rows are assigned, tagged and published at once, and each says what happened', async ({
  page,
  signedInAs,
}) => {
  const mark = word();
  const sent = (value: string, who = `Quay ${mark}`) =>
    submit(proposing('manrs', [{ cell: 'maintainer', value: `${value} ${mark}` }], who));
  const [first, own] = [await sent('One'), await sent('Two', `Harbour ${mark}`)];
  await signedInAs('editor', { organisation: `Harbour ${mark}` });
  await page.goto(`/desk?q=${mark}`);
  const bar = page.getByRole('group', { name: 'With the ticked contributions' });
  const outcome = page.getByRole('list', { name: 'What happened to each' });
  await bar.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Tick at least one contribution.')).toBeVisible();

  await bar.getByRole('button', { name: 'Tick all or none' }).click();
  await expect(page.getByRole('checkbox', { name: `Select ${first.reference}` })).toBeChecked();
  await bar.getByText('Tag', { exact: true }).click();
  await bar.getByLabel('Word').fill(`Ports ${mark}`);
  await bar.getByRole('button', { name: 'Put it on' }).click();
  await expect(page.getByText('1 of 2 tagged')).toBeVisible();
  await expect(outcome).toContainText(`${first.reference}: tagged`);
  await expect(outcome).toContainText(`${own.reference}: not changed.`);
  await expect(rows(page).filter({ hasText: first.reference })).toContainText(`#ports ${mark}`);
  await expectAccessible(page);
  // What it failed for stays ticked, with the typed word.
  const refused = page.getByRole('checkbox', { name: `Select ${own.reference}` });
  await expect(refused).toBeChecked();
  await expect(page.getByRole('checkbox', { name: `Select ${first.reference}` })).not.toBeChecked();
  await expect(bar.getByLabel('Word')).toHaveValue(`Ports ${mark}`);
  await refused.uncheck();

  await page.getByRole('checkbox', { name: `Select ${first.reference}` }).check();
  await bar.getByText('Assign', { exact: true }).click();
  await bar.getByRole('button', { name: 'Assign to this editor' }).click();
  await expect(page.getByText('1 of 1 assigned')).toBeVisible();

  await page.getByRole('checkbox', { name: `Select ${first.reference}` }).check();
  await bar.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download contributions.csv' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('contributions.csv');

  await page.getByRole('checkbox', { name: `Select ${first.reference}` }).check();
  await bar.getByRole('button', { name: 'Publish' }).click();
  await expect(outcome).toContainText(`${first.reference}: published`);
  await expect(rows(page)).toHaveCount(1);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('rows are selected and published, and a failure keeps the selection', async ({ page, signedInAs }) => {
    const mark = word();
    const { reference } = await submit(proposing('gcsc', [{ cell: 'maintainer', value: `A ${mark}` }], `Quay ${mark}`));
    await signedInAs('editor');
    await page.goto(`/desk?q=${mark}`);
    const box = page.getByRole('checkbox', { name: `Select ${reference}` });
    await box.check();
    await page.getByText('Write', { exact: true }).click();
    await page.getByRole('button', { name: 'Send as a message' }).click();
    await expect(box).toBeChecked();
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByRole('list', { name: 'What happened to each' })).toContainText(`${reference}: published`);
    await expect(page.getByText('Nothing holds these words')).toBeVisible();
    await page.getByRole('link', { name: reference }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Quay ${mark}`);
  });
});
