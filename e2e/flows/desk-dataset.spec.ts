import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { changeStatuses } from '@/prisma/factories/records';

const proposal = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });
const cell = (page: Page, title: string) =>
  page.locator('[id^="cell-"]').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const PHONE = { width: 390, height: 844 };

test('an editor’s own change is proposed with a source, decided by another editor, and public with its origin', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const seat = `Secretariat ${Date.now()}`;
  await page.goto('/desk/agreements?q=shangai');
  await page.getByRole('link', { name: /^Shanghai Cooperation/ }).click();
  await page.getByRole('link', { name: 'Propose a change of: Maintainer' }).click();
  const maintainer = proposal(page, 'Maintainer');
  await expect(maintainer.getByLabel('New value')).toBeVisible();
  await maintainer.getByLabel('New value').fill(seat);
  await page.getByRole('button', { name: 'Propose what I chose' }).click();
  // Without a source and a reason it is refused with a message, and the typed text stays.
  await expect(page.getByRole('link', { name: /^Maintainer: Please name the source/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Please say why this should change.' })).toBeVisible();
  await expect(maintainer.getByLabel('New value')).toHaveValue(seat);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await maintainer.getByLabel('Source').fill('Its site, November 2020');
  await page.getByLabel('Why', { exact: true }).fill('It has moved.');
  await page.getByRole('button', { name: 'Propose what I chose' }).click();
  const stored = page.getByRole('link', { name: /^Look at BPF-DESK-/ });
  await expect(stored).toBeVisible();
  const reference = /BPF-DESK-\d+/.exec(await stored.innerText())?.[0] ?? '';
  expect(await changeStatuses(reference)).toEqual({ maintainer: 'pending' });

  const other = await openDesk();
  await other.page.goto(`/desk/contributions/${reference}`);
  await expect(other.page.getByText('The editors’ own proposal')).toBeVisible();
  await expect(other.page.getByText('It has moved.')).toBeVisible();
  await expectAccessible(other.page);
  await cell(other.page, 'Maintainer').getByRole('radio', { name: 'Accept', exact: true }).check();
  await other.page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(other.page.getByText('One decision recorded')).toBeVisible();
  await expect(other.page.getByRole('link', { name: 'See it as published' })).toBeVisible();

  await other.page.goto('/en/agreements/sco-agreement');
  await expect(other.page.getByText(seat).first()).toBeVisible();
  await other.page.getByRole('link', { name: reference }).first().click();
  await expect(other.page.getByRole('heading', { level: 1 })).toHaveText('BPF Cybersecurity, editors');
  await expect(other.page.getByText('It has moved.')).toHaveCount(0);

  // Taken back on the agreement's own history page, with a public reason.
  await page.goto('/desk/agreements/sco-agreement#history');
  const newest = page.getByRole('listitem').filter({ hasText: seat }).filter({ hasText: reference }).last();
  await newest.getByText(/^Undo this/).click();
  await newest.getByLabel('Why', { exact: true }).fill('The site was a copy.');
  await newest.getByLabel('Reopen the decisions on these proposals').uncheck();
  await newest.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Why: The site was a copy.').first()).toBeVisible();
  await other.page.goto('/en/agreements/sco-agreement');
  await expect(other.page.getByText('Why: The site was a copy.').first()).toBeVisible();
  await expect(other.page.getByText(/Takes back version/).first()).toBeVisible();
});

test('an agreement is added, and retired: its page and history stay, the lists forget it', async ({
  page,
  request,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const name = `Lighthouse Accord ${Date.now()}`;
  await page.goto('/desk/agreements/new');
  for (const unknown of ['Short name', 'Space for agreement', 'Link to the text', 'Summary'])
    await proposal(page, unknown)
      .getByRole('checkbox', { name: /^State/ })
      .uncheck();
  await proposal(page, 'Name').getByLabel('New value').fill(name);
  await page.locator('#source').fill('Its text, 2020');
  await page.getByLabel('Why', { exact: true }).fill('The dataset lacks it.');
  await page.getByRole('button', { name: 'Propose the agreement' }).click();
  const stored = page.getByRole('link', { name: /^Look at BPF-DESK-/ });
  const reference = /BPF-DESK-\d+/.exec(await stored.innerText())?.[0] ?? '';

  const other = await openDesk();
  await other.page.goto(`/desk/contributions/${reference}`);
  await cell(other.page, 'Name').getByRole('radio', { name: 'Accept', exact: true }).check();
  await other.page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(other.page.getByText('One decision recorded')).toBeVisible();
  await other.page.goto(`/desk/agreements?q=${encodeURIComponent(name)}`);
  await other.page.getByRole('link', { name }).click();
  await other.page.getByRole('button', { name: 'Retire' }).click();
  await expect(other.page.getByText('Please say why')).toBeVisible();
  await other.page.locator('#retirement-reason').fill('It was never signed.');
  await other.page.getByRole('button', { name: 'Retire' }).click();
  await expect(other.page.getByRole('button', { name: 'Bring back' })).toBeVisible();
  await expectAccessible(other.page);

  const slug = new URL(other.page.url()).pathname.split('/').at(-1) ?? '';
  const shown = (await (await request.get(`/api/v1/agreements/${slug}`)).json()) as {
    retiredAt: string | null;
    retiredReason: string | null;
  };
  expect(shown.retiredReason).toBe('It was never signed.');
  expect(Date.parse(shown.retiredAt ?? '')).toBeGreaterThan(Date.now() - 90_000);
  for (const path of [
    '/api/v1/agreements',
    '/data/latest/cells.csv',
    '/data/latest/agreements.csv',
    '/en/agreements',
    '/en/matrix',
  ]) {
    expect(await (await request.get(path)).text(), path).not.toContain(slug);
  }
  await other.page.goto(`/en/agreements/${slug}`);
  await expect(other.page.getByText(/^Retired from the dataset on/)).toBeVisible();
  await expect(other.page.getByText('Why: It was never signed.').first()).toBeVisible();
  await expectAccessible(other.page);
  await other.page.getByRole('link', { name: 'Propose an update' }).click();
  await expect(
    other.page.getByText('This agreement has been retired from the dataset, so no update of it is taken.'),
  ).toBeVisible();
});

const HEADER = 'agreement;criterion;value;note;source;as_of;decided_at';

test('a table of cells is checked row by row before anything is stored, and proposed as one', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  await page.goto('/desk/bulk');
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Table of cells').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Upload and check' }).click();
  };
  await upload('latin.csv', Buffer.from(`${HEADER}\noas-strategy;maintainer;Comité;;Its site;;\n`, 'latin1'));
  await expect(page.getByText('The file is not encoded as UTF-8')).toBeVisible();
  await expectAccessible(page);

  // The workbook of the site comes back unchanged.
  await page.getByRole('link', { name: 'Upload another table' }).click();
  const workbook = await page.request.get('/data/latest/agreements.xlsx');
  await upload('agreements.xlsx', await workbook.body());
  await expect(page.getByText(/^[\d,]+ rows, of the sheet “cells”\./)).toBeVisible();
  await expect(page.getByText('Nothing to propose', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Upload another table' }).click();
  const rows = [
    'oas-strategy;maintainer;Comité;;Its site;;',
    'no-such;maintainer;x;;y;;',
    'oas-strategy;stakeholders;Ministers of the region;;;;',
    'eac-cyber-laws;link;=1+1;;Its site;;',
  ];
  await upload('cells.csv', Buffer.from([HEADER, ...rows].join('\n')));
  await expect(page.getByText('4 rows, separated by semicolons. Left unread: decided_at.')).toBeVisible();
  await expect(page.getByText('3 rows are at fault')).toBeVisible();
  await expect(page.getByText('agreement “no-such”: The dataset has no agreement of this name.')).toBeVisible();
  await expect(page.getByText('The source is missing.')).toBeVisible();
  await expect(page.getByText('value “=1+1”: It begins like a formula.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const report = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the report' }).click();
  expect((await report).suggestedFilename()).toMatch(/^report-.*\.csv$/);
  await page.getByLabel('Why', { exact: true }).fill('A survey of sites.');
  await page.getByRole('button', { name: 'Propose this one cell' }).click();
  const stored = page.getByRole('link', { name: /^Look at BPF-DESK-/ });
  await expect(stored).toBeVisible();
  expect(await changeStatuses(/BPF-DESK-\d+/.exec(await stored.innerText())?.[0] ?? '')).toEqual({
    maintainer: 'pending',
  });
});

test('a long table is checked by the job queue, which says how far it is', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  await page.goto('/desk/bulk');
  const rows = Array.from({ length: 12_000 }, (_, at) => `no-such-agreement-${at};maintainer;x;;y;;`);
  await page
    .getByLabel('Table of cells')
    .setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from([HEADER, ...rows].join('\n')) });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByText('Nothing to propose')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('12,000 rows, separated by semicolons.')).toBeVisible();
  await page.getByRole('link', { name: 'Further rows' }).click();
  await expect(page.getByText('Page 2 of 120')).toBeVisible();
  await page.getByRole('button', { name: /^Discard/ }).click();
  await expect(page.getByText('Discarded. Nothing of it was proposed.')).toBeVisible();
});

test('an incomplete set of criteria is refused with a message, and an editor may not add one', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('admin');
  await page.goto('/desk/criteria');
  await page.getByRole('link', { name: 'Add a set' }).click();
  await page.getByLabel('Title').first().fill('Norms to come');
  await page
    .getByRole('group', { name: 'Criterion 2' })
    .getByLabel('Title', { exact: true })
    .fill('Supply chain integrity');
  await page.getByRole('button', { name: 'Add the set' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing was stored' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Criterion 2' }).getByLabel('Title', { exact: true })).toHaveValue(
    'Supply chain integrity',
  );
  await expect(page.getByRole('group', { name: 'Criterion 2' }).getByLabel('Short title')).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expectAccessible(page);
  const other = await openDesk();
  await other.page.goto('/desk/criteria');
  await expect(other.page.getByText('Admins add sets.')).toBeVisible();
  await other.page.goto('/desk/criteria/new');
  await expect(other.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
