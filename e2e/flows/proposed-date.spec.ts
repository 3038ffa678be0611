import { expect, test } from '@/e2e/fixtures/test';
import { agreeAndSubmit, openCell, openUpdate } from './contributor';
import { cell, openReview, record } from './review';

test('a proposed date goes with its value from the form to the agreement’s page', async ({
  page,
  holdDraft,
  openDesk,
}) => {
  const slug = await openUpdate(page, holdDraft);
  const maintainer = await openCell(page, 'Maintainer');
  await maintainer.getByLabel(/Your proposal/).fill('Another commission');
  await maintainer.getByText('Note, source and date').click();
  const date = maintainer.getByRole('textbox', { name: /True as of/ });
  await date.fill('2999');
  await page.getByRole('button', { name: 'Save and back to the list' }).click();

  // What can't have been seen yet is refused in a sentence, and stays typed.
  await expect(date).toHaveValue('2999');
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await date.fill('2018-04');
  await page.getByRole('button', { name: 'Save and back to the list' }).click();
  await page.waitForURL(/\/contribute\/agreements(\?|$)/);
  await page.goto('/en/calls/2020/contribute/check');
  await expect(page.getByText('Apr 2018')).toBeVisible();
  await agreeAndSubmit(page);
  await page.waitForURL(/\/contribute\/done/);
  const reference = /BPF-2020-\d{3}/.exec(await page.locator('main').innerText())?.[0] ?? '';

  const { page: desk } = await openDesk();
  await openReview(desk, reference);
  await expect(cell(desk, 'Maintainer')).toContainText('Apr 2018');
  await cell(desk, 'Maintainer').getByRole('radio', { name: 'Accept', exact: true }).check();
  await record(desk).click();
  await expect(desk.getByText('One decision recorded')).toBeVisible();

  await page.goto(`/en/agreements/${slug}`);
  await expect(page.locator('#maintainer')).toContainText('Another commission');
  await expect(page.locator('#maintainer')).toContainText('Apr 2018');
});
