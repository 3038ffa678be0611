import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeParticipation } from '@/prisma/factories/participants';
import { published } from '@/prisma/factories/published';

for (const javaScriptEnabled of [false, true])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an editor enters who endorsed an agreement, says that a similar name is another one, and readers see it', async ({
      page,
      signedInAs,
      openBrowser,
    }) => {
      const mark = javaScriptEnabled ? 'Scripted' : 'Plain';
      await makeParticipation({ name: `${mark} Registry Corporation` });
      await signedInAs('editor');
      await page.goto('/desk/participants/new?agreement=tech-accord');
      await page.getByLabel('Name', { exact: true }).fill(`${mark} Registry`);
      await page.getByLabel('Action').selectOption('Endorsed');
      await page.getByLabel('Date').fill('April 2018');
      await page.getByRole('button', { name: 'Add to the register' }).click();
      await expect(page.getByText('Please name the evidence: a link, a source')).toBeVisible();
      await page.getByLabel('Link', { exact: true }).fill('https://example.org/signatories');
      await page.getByRole('button', { name: 'Add to the register' }).click();
      await expect(page.getByText(`Is “${mark} Registry” one of these?`)).toBeVisible();
      // axe needs the page's scripts.
      if (javaScriptEnabled) await expectAccessible(page);
      await expect(page.getByLabel('Date')).toHaveValue('April 2018');
      await page.getByLabel('It is another one, to be added').check();
      await page.getByRole('button', { name: 'Add to the register' }).click();
      await expect(page.getByText('Added, and public at once as not verified.')).toBeVisible();
      await page.getByRole('link', { name: 'Look at it' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${mark} Registry`);
      await expect(page.getByRole('button', { name: /^Verify/ })).toHaveCount(0);

      const address = `/en/participants/${mark.toLowerCase()}-registry`;
      const reader = await openBrowser({ javaScriptEnabled });
      await reader.goto(address);
      await expect(reader.getByText(/Endorsed, Apr(il)? 2018/)).toBeVisible();
      await expect(reader.getByText('Not verified')).toBeVisible();
    });
  });

test('a second editor verifies a row, corrects it and takes it out, and readers see each step', async ({
  openDesk,
  page,
}) => {
  const { participant } = await makeParticipation({ name: 'Stepwise Exchange', date: '2018' });
  const { page: desk } = await openDesk();
  await desk.goto('/desk/participants?q=stepwise');
  await desk.getByRole('link', { name: 'Stepwise Exchange' }).click();
  await desk.getByRole('button', { name: /^Verify/ }).click();
  await expect(desk.getByText('Verified.', { exact: true })).toBeVisible();
  const address = `/en/participants/${participant}`;
  await page.goto(address);
  await expect(page.locator('main').getByText('Verified', { exact: true })).toBeVisible();

  await desk.getByText('Correct', { exact: false }).filter({ visible: true }).first().click();
  await desk.getByLabel('Date').fill('2019-03');
  await desk.getByRole('button', { name: 'Correct it' }).click();
  await expect(desk.getByLabel('Why', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await desk.getByLabel('Why', { exact: true }).fill('The list says March.');
  await desk.getByRole('button', { name: 'Correct it' }).click();
  await expect(desk.getByText('Corrected. Another editor verifies it.')).toBeVisible();
  await expect(desk.getByRole('button', { name: /^Verify/ })).toHaveCount(0);
  await desk.getByText('History', { exact: true }).click();
  await expect(desk.getByText('The list says March.')).toBeVisible();
  await expectAccessible(desk);

  await desk.getByText('Take it out', { exact: false }).filter({ visible: true }).first().click();
  await desk.getByLabel('Why it was never true').fill('Another one of that name.');
  await desk.getByRole('button', { name: /^Take it out/ }).click();
  await expect(desk.getByText('Taken out', { exact: true })).toBeVisible();
  await expect(desk.getByText('No row: readers do not see this participant.')).toBeVisible();
  await expect.poll(async () => (await page.goto(address))?.status()).toBe(404);
});

test('an editor enters what a contribution says that its organisation signed', async ({ openDesk, page }) => {
  const { reference } = await published({
    signatories: [{ agreement: 'manrs', note: 'Since 2018' }],
    about: { affiliation: 'Claiming Exchange', show: { affiliation: true } },
    consent: true,
  });
  const { page: desk } = await openDesk();
  await desk.goto('/desk/participants/claims');
  const claim = desk.getByRole('listitem').filter({ hasText: reference });
  await expect(claim.getByText('Since 2018')).toBeVisible();
  await expectAccessible(desk);
  await claim.getByRole('button', { name: /^Enter it/ }).click();
  await expect(desk.getByText('Entered, with the contribution as evidence.')).toBeVisible();
  await page.goto('/en/agreements/manrs/participants');
  await expect(page.locator('main').getByText('Claiming Exchange').first()).toBeVisible();
});

test('a table is checked before anything is stored, and its report says what becomes of each row', async ({
  openDesk,
  page,
}) => {
  await makeParticipation({ agreement: 'tech-accord', name: 'Tabular Networks', action: 'signed' });
  const table = [
    'agreement,name,kind,action,date,link,country',
    'tech-accord,Fresh Tabular Company,organisation,signed,2018-04,https://example.org/list,',
    'tech-accord,Tabular Network,organisation,signed,2018-04,https://example.org/list,',
    'tech-accord,Tabular Networks,organisation,signed,2018,https://example.org/list,',
    'tech-accord,Wrong Kind,person,signed,2018,https://example.org/list,',
  ].join('\n');
  const { page: desk } = await openDesk();
  await desk.goto('/desk/participants/tables');
  await desk
    .getByLabel('Table of participants')
    .setInputFiles({ name: 'tabular.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await desk.getByRole('button', { name: 'Upload and check' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('tabular.csv');
  await expect(desk.getByRole('table').getByText('Wrong Kind')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(desk);
  expect((await page.goto('/en/participants/fresh-tabular-company'))?.status()).toBe(404);
  await desk.getByRole('button', { name: /^Store/ }).click();
  await expect
    .poll(async () => (await page.goto('/en/participants/fresh-tabular-company'))?.status(), { timeout: 30_000 })
    .toBe(200);
  expect((await page.goto('/en/participants/wrong-kind'))?.status()).toBe(404);
});
