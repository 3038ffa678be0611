import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { countTypedRows } from '@/prisma/factories/records';
import { openMore } from './contributor';

test('an admin copies a call, edits it against another admin, has its form tried, makes it public and extends it', async ({
  openDesk,
  openBrowser,
}) => {
  const [{ page }, other] = [await openDesk({ role: 'admin' }), await openDesk({ role: 'admin' })];
  await page.goto('/desk/calls');
  await page.getByRole('link', { name: 'Copy Call for contributions 2020, 2020', exact: true }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Call for contributions 2021');
  await expect(page.getByText('all its sections, conditions and wordings')).toBeVisible();
  await page.getByLabel('Closes on').fill('2099-10-17');
  await page.getByLabel('Name in addresses and references').fill('2020');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('There is a call of this name already.')).toBeVisible();
  await page.getByLabel('Name in addresses and references').fill('2099');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('The copy is made.')).toBeVisible();

  await other.page.goto('/desk/calls/2099/edit');
  await page.getByRole('link', { name: 'Edit texts, dates and rules' }).click();
  await page
    .getByLabel('What it is about', { exact: true })
    .fill('## For the report of {year}\n\nSend it by **{deadline}**.');
  await page.getByRole('button', { name: /^Preview\s?: What it is about/ }).click();
  await expect(page.getByRole('region', { name: 'Preview: What it is about' })).toContainText(
    'Send it by 17 October 2099.',
  );
  await page.getByRole('button', { name: /^Close the preview/ }).click();
  await page.getByLabel('Summary').fill('Until {closing}');
  await page.getByRole('button', { name: 'Store the call' }).click();
  await expect(page.getByRole('link', { name: /^Summary: In braces, only/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Summary').fill('In short.');
  await page.getByRole('button', { name: 'Store the call' }).click();
  await expect(page.getByText('Stored.')).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/calls\/2099\?/);

  await other.page.getByLabel('Summary').fill('Another summary.');
  await other.page.getByRole('button', { name: 'Store the call' }).click();
  await expect(other.page.getByText('Another admin has changed this call')).toBeVisible();
  await expect(other.page.getByLabel('Summary')).toHaveValue('Another summary.');
  await other.page.getByRole('button', { name: 'Store the call' }).click();
  await expect(other.page.getByText('Stored.')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Make it public' }).click();
  await expect(page.getByText('No test contribution has been walked through.')).toBeVisible();
  await page.getByRole('button', { name: 'Make a preview link' }).click();
  const link = (await page.getByRole('link', { name: /^\/en\/preview\// }).innerText()).trim();

  const before = await countTypedRows();
  const reader = await openBrowser({ javaScriptEnabled: false });
  await reader.goto(link);
  await expect(reader.getByText('Another summary.')).toBeVisible();
  await reader.getByRole('link', { name: 'Try the form' }).click();
  await expect(reader.getByText('Nothing you type here is stored or sent')).toBeVisible();
  await openMore(reader, 'more-words');
  await reader.getByLabel('Anything to add in words').fill('zq9-typed-in-preview');
  for (let step = 0; step < 5; step++) await reader.getByRole('button', { name: 'Continue', exact: true }).click();
  await reader.getByRole('radio', { name: /anonym/i }).check();
  await reader.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(reader.getByText('This contribution could be sent.')).toBeVisible();
  await reader.getByRole('button', { name: 'Finish the test' }).click();
  await expect(reader.getByText('The form was walked through to its end.')).toBeVisible();
  expect(await countTypedRows()).toEqual(before);

  await page.goto('/desk/calls/2099');
  await expect(page.getByText('Everything is there.')).toBeVisible();
  await page.getByRole('button', { name: 'Make it public' }).click();
  await expect(page.getByText('The call is public.')).toBeVisible();
  await page.getByLabel('Extend until').fill('2099-10-24');
  await page.getByRole('button', { name: 'Extend the call' }).click();
  await expect(page.getByText('Extended. The call’s page says so.')).toBeVisible();
  await reader.goto('/en/calls/2099');
  await expect(reader.getByText(/^Extended on .* until 24 October 2099, end of day \(UTC\)$/)).toBeVisible();
  await expect(reader.getByText(/^The call asked for input by 24 October 2099\./)).toBeVisible();
});
