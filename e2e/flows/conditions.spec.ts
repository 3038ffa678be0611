import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeCallAsking, publishVersion } from '@/prisma/factories/calls';
import { makeReadingLink } from '@/prisma/factories/drafts';
import { makeQuestion } from '@/prisma/factories/questions';
import { submit } from '@/prisma/factories/submissions';
import { agreeAndSubmit } from './contributor';

const text = (key: string, shortTitle: string, more: Partial<ReturnType<typeof makeQuestion<'text'>>> = {}) => ({
  ...makeQuestion('text', key),
  shortTitle,
  ...more,
});
const questions = [
  text('policy', 'Policy', { section: 'general', number: 'A.1', help: 'Say yes or no.' }),
  text('age', 'Its age', { section: 'special', askedIf: [{ question: 'policy', operator: 'is', value: 'Yes' }] }),
  text('other', 'Anything else', { section: 'special' }),
];
const sections = [
  { key: 'general', title: 'General section', help: '' },
  { key: 'special', title: 'Special section', help: 'Only for some.' },
];

async function answer(page: Page, words: string, next: string) {
  await page.getByLabel('Your answer').fill(words);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(new RegExp(`/contribute/${next}(\\?|$)`));
}

/** From the first step to the reference, with an answer that is taken back on the way. */
async function goThrough(page: Page, slug: string) {
  const form = `/en/calls/${slug}/contribute`;
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await page.goto(`${form}/policy`);
  await expect(page.getByText(/General section, step 1 of 4/)).toBeVisible();
  await expect(steps.getByText('Its age')).toHaveCount(0);
  await answer(page, 'Yes', 'age');
  await expect(page.getByText('Only for some.')).toBeVisible();
  await answer(page, 'Two years', 'other');
  await steps.getByRole('link', { name: /Policy/ }).click();
  await answer(page, 'No', 'other');
  await expect(steps.getByRole('link', { name: /Its age.*Not asked/ })).toBeVisible();
  await answer(page, 'Nothing else', 'about');
  await page.getByRole('radio', { name: 'Anonymously' }).check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/check/);
  await expect(page.getByText('One answer is not sent, because its question is not asked')).toBeVisible();
  await expect(page.locator('#kept')).toContainText('the answer to question A.1 (“Policy”) is “Yes”');
  await page.locator('#kept').getByRole('link', { name: 'Its age' }).click();
  await expect(page.getByText('This question is not asked now')).toBeVisible();
  await expect(page.getByLabel('Your answer')).toHaveValue('Two years');
  await page.goto(`${form}/check`);
  await agreeAndSubmit(page);
  await page.waitForURL(/\/contribute\/done/);
  await page.goto(`${form}/status`);
  await expect(page.getByText('Nothing else', { exact: true })).toBeVisible();
  await expect(page.getByText('Two years')).toHaveCount(0);
}

for (const javaScriptEnabled of [true, false])
  test.describe(`a call with rules, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('asks what the answers call for, and keeps what they leave out', async ({ page, holdDraft }) => {
      const { slug } = await makeCallAsking({ questions, sections });
      await holdDraft({ call: slug });
      await goThrough(page, slug);
    });
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a draft moves to a newer version of the questions after its contributor has read what changes', async ({
    page,
    holdDraft,
  }) => {
    const { slug } = await makeCallAsking({ questions, sections });
    await holdDraft({ call: slug, sections: { policy: { text: 'Yes' }, age: { text: 'Two years' } } });
    await publishVersion(slug, { questions: [text('policy', 'Written policy'), text('plans', 'Plans')] });
    await page.goto(`/en/calls/${slug}/contribute/policy`);
    await page.getByRole('link', { name: 'See what the newer version would change' }).click();
    await expect(page.getByRole('region', { name: 'New questions' })).toContainText('Title of plans');
    await expect(page.getByRole('region', { name: 'Questions that are left out' })).toContainText(
      'Your answer stays in the draft, where you can copy it, and is not sent.',
    );
    await page.getByRole('button', { name: 'Take version 3' }).click();
    await page.waitForURL(/\/contribute\/check/);
    await expect(page.getByText('One answer has no question in this version')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Written policy' })).toBeVisible();
    await page.goto(`/en/calls/${slug}/contribute/policy`);
    await expect(page.getByText('There is a newer version')).toHaveCount(0);
  });

  test('a draft begins with what is confirmed of an earlier contribution', async ({ page, context, baseURL }) => {
    const about = { affiliation: 'Institute of Networks', email: 'networks@example.org' };
    const earlier = await submit({ signatories: [{ agreement: 'gcsc' }, { name: 'A pledge' }], about, consent: true });
    const { slug } = await makeCallAsking({ questions: [makeQuestion('signatory', 'joined')] });
    await context.addCookies([{ name: 'contribution_2020', value: earlier.token, url: baseURL ?? '' }]);
    await page.goto(`/en/calls/${slug}/contribute`);
    await expect(page.getByRole('checkbox', { name: 'Begin with an earlier contribution' }).first()).toBeChecked();
    await page.getByRole('button', { name: 'Start', exact: true }).first().click();
    await page.waitForURL(/\/last-year/);
    await page.getByRole('checkbox', { name: 'A pledge' }).uncheck();
    await page.getByRole('button', { name: 'Begin with what is ticked' }).click();
    await page.waitForURL(/\/contribute\/joined/);
    await expect(page.getByRole('checkbox', { name: /^GCSC/ })).toBeChecked();
    await expect(page.getByText('A pledge')).toHaveCount(0);
    await page.goto(`/en/calls/${slug}/contribute/about`);
    await expect(page.getByLabel('Affiliation', { exact: true })).toHaveValue('Institute of Networks');
  });

  test('a link that only lets read an earlier contribution lends nothing of it', async ({
    page,
    context,
    baseURL,
    holdDraft,
  }) => {
    const earlier = await submit({ signatories: [{ name: 'A secret pledge' }], consent: true });
    const token = await makeReadingLink(earlier.id);
    const { slug } = await makeCallAsking({ questions: [makeQuestion('signatory', 'joined')] });
    await holdDraft({ call: slug });
    await context.addCookies([{ name: 'contribution_2020', value: token, url: baseURL ?? '' }]);
    await page.goto(`/en/calls/${slug}/contribute/last-year`);
    await expect(page.getByText('This browser holds no private link of an earlier contribution.')).toBeVisible();
    await expect(page.getByText('A secret pledge')).toHaveCount(0);
  });
});

test('the first page says what this call asks, in the wording of an audience', async ({ page }) => {
  const audiences = [
    { key: 'states', label: 'A government' },
    { key: 'firms', label: 'A company' },
  ];
  const wordings = { firms: { title: 'Does your company have a policy?', help: '' } };
  const [policy, ...others] = questions;
  const { slug } = await makeCallAsking({
    sections,
    audiences,
    questions: [{ ...policy!, wordings, required: true }, ...others],
  });
  await page.goto(`/en/calls/${slug}/contribute`);
  await expect(page.getByText('3 questions, and one page about you. One question has to be answered.')).toBeVisible();
  await expect(page.getByText(/^About 15 minutes with short answers .* and 1 hour 15 minutes/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'A company' }).first().check();
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await page.waitForURL(/\/contribute\/policy/);
  await expect(page.getByText('Does your company have a policy?')).toBeVisible();
  await expectAccessible(page);
});
