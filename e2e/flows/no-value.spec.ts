import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { agreeAndSubmit, openCell, openUpdate } from './contributor';
import { cell, openReview, record } from './review';

for (const scripts of [true, false])
  test.describe(scripts ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a contributor says why there is none, an editor reads it, and the agreement’s page shows it', async ({
      page,
      holdDraft,
      openDesk,
    }) => {
      const slug = await openUpdate(page, holdDraft);
      const maintainer = await openCell(page, 'Maintainer');
      const link = await openCell(page, 'Link to the text');
      for (const [fact, reason] of [
        [maintainer, 'the commission has ended.'],
        [link, 'the text was never published.'],
      ] as const) {
        await fact.getByText('Note, source and date, or none').click();
        await fact.getByLabel(/There is none, or none any more/).check();
        await fact.getByLabel(/Note or quotation/).fill(reason);
      }
      await maintainer.getByLabel(/Your proposal/).fill('Another commission');
      await page.getByRole('button', { name: 'Save and back to the list' }).click();

      // Both at once is a fault, and everything that was typed stays.
      await expect(maintainer.getByText(/You ticked that there is none, and entered a value as well/)).toBeVisible();
      await expect(maintainer.getByLabel(/Your proposal/)).toHaveValue('Another commission');
      await expect(maintainer.getByLabel(/There is none, or none any more/)).toBeChecked();
      await expect(maintainer.getByLabel(/Note or quotation/)).toHaveValue('the commission has ended.');
      if (scripts) await expectAccessible(page);
      await maintainer.getByLabel(/Your proposal/).fill('');
      await page.getByRole('button', { name: 'Save and back to the list' }).click();
      await page.waitForURL(/\/contribute\/agreements(\?|$)/);
      await page.goto('/en/calls/2020/contribute/check');
      await expect(page.getByText('None, because the commission has ended.')).toBeVisible();
      await agreeAndSubmit(page);
      await page.waitForURL(/\/contribute\/done/);
      const reference = /BPF-2020-\d{3}/.exec(await page.locator('main').innerText())?.[0] ?? '';

      const { page: desk } = await openDesk({ javaScriptEnabled: true });
      await openReview(desk, reference);
      await expect(cell(desk, 'Maintainer').getByText('None, because the commission has ended.').first()).toBeVisible();
      for (const title of ['Maintainer', 'Link to the text'])
        await cell(desk, title).getByRole('radio', { name: 'Accept', exact: true }).check();
      await record(desk).click();
      await expect(desk.getByText('2 decisions recorded')).toBeVisible();

      await page.goto(`/en/agreements/${slug}`);
      await expect(page.locator('#maintainer')).toContainText('None, because the commission has ended.');
      await expect(page.locator('#link')).toContainText('None, because the text was never published.');
      if (scripts) await expectAccessible(page);
    });
  });

test('an editor who ticks that there is none and types a value is asked which of the two is meant', async ({
  openDesk,
}) => {
  const { slug } = await makeAgreement({ maintainer: 'A commission' });
  const { page: desk } = await openDesk();
  await desk.goto(`/desk/agreements/${slug}/propose`);
  const maintainer = desk.locator('#cell-maintainer');
  await maintainer.getByRole('checkbox', { name: /^Change/ }).check();
  await maintainer.getByLabel(/There is none, or none any more/).check();
  await maintainer.getByLabel('New value').fill('Another commission');
  await maintainer.getByLabel(/^Note/).fill('the commission has ended.');
  await desk.locator('#source').fill('Its last report');
  await desk.locator('#comment').fill('It has ended.');
  await desk.getByRole('button', { name: 'Propose what I chose' }).click();
  await expect(maintainer.getByText(/You ticked that there is none, and entered a value as well/)).toBeVisible();
  await expect(maintainer.getByLabel('New value')).toHaveValue('Another commission');
  await maintainer.getByLabel('New value').fill('A commission');
  await desk.getByRole('button', { name: 'Propose what I chose' }).click();
  await expect(desk.getByText(/^Proposed as /).first()).toBeVisible();
});
