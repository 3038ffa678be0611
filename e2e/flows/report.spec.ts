import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { published } from '@/prisma/factories/published';
import { addSection, savedSynthesis } from '@/prisma/factories/report-texts';
import { eastWestSubmission } from '@/prisma/factories/submissions';

const PHONE = { width: 360, height: 800 };

for (const javaScriptEnabled of [true, false])
  test.describe(`the report of a call ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('is written, checked, published, and read', async ({ page, request, signedInAs }) => {
      const { reference } = await published(eastWestSubmission());
      await signedInAs('admin');
      await page.goto('/desk/calls/2020/report');
      const section = page.getByRole('group', { name: 'Further section 1' });
      await section.getByLabel('Title').fill('What contributors said');
      await section
        .getByLabel('Text, in Markdown')
        .fill(`**{count:published}** answered, 7 at length [@${reference}; @BPF-2020-999].`);
      await page.getByRole('button', { name: 'Save as the next version' }).click();
      await expect(page.getByText('The text is saved as its newest version.')).toBeVisible();
      const check = page.getByRole('region', { name: 'Check of the stored text' });
      await expect(check).toContainText('BPF-2020-999');
      await expect(check).toContainText('answered, 7 at length');

      await page.getByLabel('I know that no editor or admin').check();
      await page.getByRole('button', { name: 'Publish the report' }).click();
      await expect(page.getByText('The text cites a contribution, or names a count')).toBeVisible();

      const written = page.getByRole('group', { name: /^Section \d+$/ }).last();
      await written.getByLabel('Text, in Markdown').fill(`**{count:published}** answered [@${reference}].`);
      await page.getByRole('button', { name: 'Save as the next version' }).click();
      await expect(check).not.toContainText('BPF-2020-999');
      await page.getByLabel('I know that no editor or admin').check();
      await page.getByRole('button', { name: 'Publish the report' }).click();
      await expect(page.getByText('The report is published.')).toBeVisible();
      await page
        .getByRole('link', { name: /^Edition \d+$/ })
        .first()
        .click();

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Report of the call: /);
      await expect(page.getByRole('heading', { name: 'What contributors said' }).last()).toBeVisible();
      await page.getByRole('link', { name: reference, exact: true }).first().click();
      await expect(page.getByRole('heading', { name: `${reference}: EastWest Institute` })).toBeInViewport();
      await page.setViewportSize(PHONE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      if (javaScriptEnabled) await expectAccessible(page);

      const file = await request.get(`${new URL(page.url()).pathname}/report.md`);
      expect(file.headers()).toMatchObject({ 'cache-control': 'public, max-age=31536000, s-maxage=1, immutable' });
      expect(await file.text()).toContain(`answered \\[[${reference}](#${reference})\\].`);
    });

    test('keeps what was typed when another editor saved meanwhile, and saves it on request', async ({
      page,
      signedInAs,
    }) => {
      await published(eastWestSubmission());
      await signedInAs('admin');
      await page.goto('/desk/calls/2020/report');
      const mine = { title: `Mine ${Date.now()}`, text: `Words that must not be lost ${Date.now()}.` };
      const theirs = { title: 'Theirs', text: 'Words of another editor.' };
      await addSection('2020', theirs);
      const section = page.getByRole('group', { name: 'Further section 1' });
      await section.getByLabel('Title').fill(mine.title);
      await section.getByLabel('Text, in Markdown').fill(mine.text);
      const save = page.getByRole('button', { name: 'Save as the next version' });
      await save.click();
      await expect(page.getByText('Another editor saved a version of this text since you began.')).toBeVisible();
      await expect(page.locator(`input[value="${mine.title}"]`)).toHaveCount(1);
      await expect(page.getByText(mine.text)).toHaveCount(1);
      await page.getByLabel(/^Save mine after version/).check();
      await save.click();
      await expect(page.getByText('The text is saved as its newest version.')).toBeVisible();
      const [saved, before] = await savedSynthesis('2020');
      expect(saved?.at(-1)).toEqual(mine);
      expect(before?.at(-1)).toEqual(theirs);
    });
  });
