import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeParticipation } from '@/prisma/factories/participants';

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
