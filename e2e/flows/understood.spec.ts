import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeCallWith } from '@/prisma/factories/every-kind';
import { makeQuestion } from '@/prisma/factories/questions';

const QUESTIONS = [makeQuestion('date', 'when'), makeQuestion('number', 'hours'), makeQuestion('link', 'where')];

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('dates, numbers and addresses are shown as they are understood, and a day that can be read in two ways is asked for', async ({
      page,
      holdDraft,
    }) => {
      const call = await makeCallWith(QUESTIONS);
      await holdDraft({ call, sections: { about: { attribution: 'anonymous' } } });
      const answer = page.getByLabel('Answer', { exact: true });
      /** Types into the field of a step; without a script, the page says it after a save. */
      const typed = async (step: string, text: string) => {
        await page.goto(`/en/calls/${call}/contribute/${step}`);
        await page.getByLabel(/^Answer/).fill(text);
        if (javaScriptEnabled) return;
        await page.getByRole('button', { name: 'Save and continue' }).click();
        await page.goto(`/en/calls/${call}/contribute/${step}`);
      };
      for (const [step, text, said] of [
        ['when', '9 Avril 2018', 'Understood as 9 April 2018'],
        ['when', '01/2021', 'Understood as Jan 2021'],
        ['hours', '4,712.50', 'Understood as 4712.5'],
        ['where', 'www.example.org/x', 'Understood as https://www.example.org/x'],
        ['where', 'bücher.example/ä', 'Understood as https://bücher.example/ä'],
      ] as const) {
        await typed(step, text);
        await expect(page.getByText(said, { exact: true })).toBeVisible();
      }
      await typed('when', '4/3/2018');
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await expect(page.getByText('Which day is meant?')).toBeVisible();
        await page.getByRole('button', { name: '4 March 2018' }).click();
        await expect(answer).toHaveValue('2018-03-04');
        await expect(page.getByText('Which day is meant?')).toBeHidden();
        await page.getByRole('button', { name: 'Save and continue' }).click();
        await page.waitForURL(/\/hours$/);
        await page.goto(`/en/calls/${call}/contribute/check`);
        await expect(page.getByText('4 March 2018')).toBeVisible();
      } else await expect(page.getByText('This can be 4 March 2018 or 3 April 2018.')).toBeVisible();
    });
  });
