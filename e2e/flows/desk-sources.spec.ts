import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

// axe needs a page whose script runs.
for (const javaScriptEnabled of [true, false]) {
  test(`an editor adds, corrects and deletes a source, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openDesk,
  }) => {
    const { page } = await openDesk({ javaScriptEnabled });
    const title = `A text on zones, ${javaScriptEnabled ? 'with' : 'without'} a script`;
    await page.goto('/desk/agreements');
    await page.getByRole('link', { name: 'Sources' }).click();
    await page.getByRole('link', { name: 'Add a source' }).click();
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('Year').fill('MMXX');
    await page.getByLabel('Cited as').fill('zones');
    await page.getByRole('button', { name: 'Add the source' }).click();
    await expect(page.getByText('Choose one from the list.').first()).toBeVisible();
    await expect(page.getByText('Write the year in four digits, such as 2019.').first()).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue(title);
    if (javaScriptEnabled) await expectAccessible(page);
    await page.getByLabel('Kind of source').selectOption('third_party');
    await page.getByLabel('Year').fill('2021');
    await page.getByLabel('Cited as').fill(`The zones (${javaScriptEnabled ? 'one' : 'two'})`);
    await page.getByRole('button', { name: 'Add the source' }).click();
    await expect(page.getByText('The source is added.')).toBeVisible();
    await expect(page.getByText('No cell names it in its source.')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    await page.getByLabel('Author').fill('A group of authors');
    await page.getByRole('button', { name: 'Change the source' }).click();
    await expect(page.getByText('The source is changed, everywhere.')).toBeVisible();
    await expect(page.getByText('A group of authors (before: empty)')).toBeVisible();
    const key = new URL(page.url()).pathname.split('/').at(-1);
    await expect(async () => {
      await page.goto(`/en/sources/${key}`);
      await expect(page.getByText('A group of authors')).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });

    await page.goto(`/desk/sources/${key}`);
    await page.getByRole('button', { name: 'Delete the source' }).click();
    await expect(page.getByText('The source is deleted.')).toBeVisible();
    await page.goto('/desk/sources/cybersecurity-agreements-2019');
    await expect(page.getByText('A source that cells rest on can’t be deleted.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Delete the source' })).toHaveCount(0);
  });
}
