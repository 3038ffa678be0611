import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

const START = '/en/calls/2020/contribute';

/** One step in every state: nothing, something lacking, something refused, something complete. */
const SECTIONS = {
  projects: { projects: [{ title: 'Without a description' }] },
  gaps: { text: 'x'.repeat(20_001) },
  comments: { text: 'A comment' },
};
const STATES = [
  ['Agreements you have signed', 'Optional, nothing entered'],
  ['Projects and programmes', 'In progress'],
  ['Issues not yet addressed', 'Has errors'],
  ['Comments and ideas', 'Complete'],
  ['About you', 'Needed, nothing entered'],
  ['Check and submit', 'Can’t be sent yet'],
] as const;

for (const javaScriptEnabled of [true, false]) {
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('the start page links the steps of a draft, each with its state and its time', async ({ page, holdDraft }) => {
      await holdDraft({ sections: SECTIONS });
      await page.goto(START);
      const steps = page.getByRole('region', { name: 'The steps of your draft' });
      for (const [title, state] of STATES)
        await expect(steps.getByRole('link', { name: `${title}, ${state}`, exact: true })).toBeVisible();
      await expect(steps.getByRole('listitem').filter({ hasText: 'Projects' })).toContainText('10 to 30 minutes');
      if (javaScriptEnabled) await expectAccessible(page);
      await steps.getByRole('link', { name: 'Issues not yet addressed, Has errors' }).click();
      await page.waitForURL(`**${START}/gaps`);
      const list = page.getByRole('navigation', { name: 'Steps' });
      for (const [title, state] of STATES)
        await expect(list.getByRole('link', { name: new RegExp(`${title}, ${state}`) })).toBeVisible();
    });

    test('a draft begins at the step that is chosen on the start page', async ({ page }) => {
      await page.goto(START);
      await page.getByRole('button', { name: 'Begin with Comments and ideas', exact: true }).click();
      await page.waitForURL(`**${START}/comments`);
    });

    for (const address of ['/en/calls/2020', START])
      test(`${address} leads to the short form of one value, and to the update of one agreement`, async ({ page }) => {
        const choose = async (agreement: string, what: string) => {
          await page.goto(address);
          const path = page.getByRole('region', { name: 'Only one thing to say?' });
          await path.getByRole('combobox', { name: 'Agreement', exact: true }).selectOption(agreement);
          await path.getByRole('combobox', { name: 'What should read differently' }).selectOption(what);
          await path.getByRole('button', { name: 'Say it here' }).click();
        };
        await choose('manrs', 'maintainer');
        await page.waitForURL('**/en/correct/manrs/maintainer');
        await choose('manrs', 'responsible-disclosure');
        await page.waitForURL('**/en/correct/manrs/responsible-disclosure');
        await choose('manrs', '');
        await page.waitForURL('**/en/update/manrs');
      });
  });
}

test('the chosen step is kept while a proof of work is computed', async ({ page, startOther }) => {
  const { origin } = await startOther({ CHALLENGE: 'always' });
  await page.goto(`${origin}${START}`);
  await page.getByRole('button', { name: 'Begin with Comments and ideas', exact: true }).click();
  await page.waitForURL(`**${START}/comments`, { timeout: 40_000 });
});
