import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { proposing, submit } from '@/prisma/factories/submissions';

const LONG = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} of a long answer to this question.`).join(
  '\n\n',
);

async function sendLong() {
  const { slug } = await makeAgreement({ maintainer: 'A commission' });
  const input = proposing(slug, [{ cell: 'maintainer', value: 'A society' }], 'Document Association');
  return submit({ ...input, answers: { gaps: LONG } });
}

/** What scrolls up and down within the page. */
const innerScrollers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1)
      .map((one) => one.outerHTML.slice(0, 120)),
  );

test('without JavaScript, a contribution is read as one document and taken as a Word file', async ({ openDesk }) => {
  const { reference } = await sendLong();
  const { page } = await openDesk({ javaScriptEnabled: false });
  await page.goto(`/desk?q=${reference}`);
  await page
    .getByRole('row')
    .filter({ hasText: reference })
    .getByRole('link', { name: 'In full', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: `${reference} in full` })).toBeVisible();
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('Paragraph 60 of a long answer');
  const proposed = sheet.getByRole('row').filter({ hasText: 'Maintainer' });
  await expect(proposed).toContainText('A commission');
  await expect(proposed).toContainText('A society');
  await expect(proposed).toContainText('Not decided yet');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as Word' }).click();
  expect((await downloading).suggestedFilename()).toBe(`${reference}.docx`);
});

test('neither the document nor the review scrolls within the page, and the print has the sheet alone', async ({
  openDesk,
}) => {
  const { reference } = await sendLong();
  const { page } = await openDesk();
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/desk/contributions/${reference}`);
    await expect(page.getByRole('region', { name: 'What the organisation sent' })).toContainText('Paragraph 60');
    expect(await innerScrollers(page)).toEqual([]);
    await page.goto(`/desk/contributions/${reference}/document`);
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
    expect(await innerScrollers(page)).toEqual([]);
  }
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article')).toBeVisible();
  for (const hidden of [page.getByRole('link', { name: 'Download as Word' }), page.getByRole('banner')])
    await expect(hidden).toBeHidden();
});

test('the review leads to the document, and to the page as it will be, which says so', async ({ openDesk }) => {
  const { reference } = await sendLong();
  const { page } = await openDesk();
  await page.goto(`/desk/contributions/${reference}`);
  await page.getByRole('link', { name: 'Read as one document' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${reference} in full` })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the review' }).click();
  const opening = page.waitForEvent('popup');
  await page.getByRole('link', { name: /^See the page as readers will have it/ }).click();
  const preview = await opening;
  await expect(preview.getByText('Preview — not published')).toBeVisible();
  await expect(preview.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(preview);
  await preview.getByRole('link', { name: 'Back to its publication at the desk' }).click();
  await expect(preview.getByRole('heading', { name: 'Publication', exact: true })).toBeVisible();
});
