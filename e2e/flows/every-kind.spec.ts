import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { EVERY_KIND, makeCallWith } from '@/prisma/factories/every-kind';

const ASKED = ['choice2', 'choices2', 'yesno2', 'rating2', 'number2', 'date2', 'link2', 'records2'];
const questions = EVERY_KIND.flatMap(({ question }) =>
  ASKED.includes(question.key) ? [{ ...question, required: question.kind === 'yes-no' }] : [],
);

/** Fills in the step of each kind. */
const FILL: Record<string, (page: Page) => Promise<void>> = {
  choice2: async (page) => {
    await page.getByRole('radio', { name: 'Other', exact: true }).check();
    await page.getByLabel('Other, in words').fill('something else choice2');
  },
  choices2: async (page) => {
    await page.getByRole('checkbox', { name: 'First choices2' }).check();
    await page.getByLabel('Other, in words').fill('one more choices2');
  },
  yesno2: (page) => page.getByRole('radio', { name: 'No', exact: true }).check(),
  rating2: async (page) => {
    await page.getByRole('group', { name: 'Policy rating2' }).getByRole('radio', { name: 'Low' }).check();
    await page.getByLabel('Link to evidence: Policy rating2').fill('example.org/rating2');
    await page.getByRole('group', { name: 'Practice' }).getByRole('radio', { name: 'Not applicable' }).check();
  },
  number2: async (page) => {
    await page.getByLabel('Answer (hours)').fill('4712,5');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(page.getByText('It is not clear which number this is.').first()).toBeVisible();
    await page.getByLabel('Answer (hours)').fill('4,712.50');
  },
  date2: (page) => page.getByLabel('Answer', { exact: true }).fill('5 April 1988'),
  link2: (page) =>
    page.getByLabel('Answer', { exact: true }).fill('https://example.org/link2/one\nexample.org/link2/two'),
  records2: async (page) => {
    const what = page.getByLabel(/^What happened/);
    await what.first().fill('Second thing records2');
    await page.getByRole('button', { name: 'Add: Incident of records2' }).click();
    await what.nth(1).fill('First thing records2');
    await page.getByLabel('When').nth(1).fill('July 2019');
    await page.getByRole('button', { name: 'Move up Incident of records2 2' }).click();
    await expect(what.first()).toHaveValue('First thing records2');
    await expect(what.nth(1)).toHaveValue('Second thing records2');
    await expect(page.getByLabel('When').first()).toHaveValue('July 2019');
  },
};

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('each kind of question is answered, and the check page says each answer', async ({ page, holdDraft }) => {
      const call = await makeCallWith(questions);
      await holdDraft({ call, sections: { about: { attribution: 'anonymous' } } });
      const address = (step: string) => `/en/calls/${call}/contribute/${step}`;
      await page.goto(address('check'));
      await expect(page.getByRole('link', { name: /yesno2.*Please fill this in/ })).toBeVisible();
      await page.goto(address('choice2'));
      for (const [at, key] of ASKED.entries()) {
        await FILL[key]?.(page);
        if (javaScriptEnabled) await expectAccessible(page);
        await page.getByRole('button', { name: 'Save and continue' }).click();
        await page.waitForURL(new RegExp(`/${ASKED[at + 1] ?? 'about'}$`));
      }
      await page.goto(address('check'));
      const main = page.getByRole('main');
      for (const { question, said } of EVERY_KIND.filter((one) => ASKED.includes(one.question.key)))
        for (const text of question.kind === 'records' ? said.slice(0, 3) : said)
          await expect(main).toContainText(text);
      await expect(page.getByText('Please fill this in')).toBeHidden();
      await page.goto(address('choice2'));
      await page.getByRole('radio', { name: 'No answer' }).check();
      await page.getByRole('button', { name: 'Save and continue' }).click();
    });
  });
