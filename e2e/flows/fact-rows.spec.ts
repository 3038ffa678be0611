import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { agreeAndSubmit, openCell, openGroup, openUpdate } from './contributor';
import { cell, openReview, record } from './review';

for (const scripts of [true, false])
  test.describe(scripts ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled: scripts });

    test('a contributor adds dates and counts, and an editor and a reader see each by itself', async ({
      page,
      holdDraft,
      openDesk,
    }) => {
      const slug = await openUpdate(page, holdDraft);
      await openGroup(page, 'Facts');
      await page.locator('#rows-dates > summary').click();
      const adopted = page.getByRole('group', { name: 'Further dates: new entry 1', exact: true });
      await adopted.getByLabel(/Event/).selectOption({ label: 'Adopted' });
      await page.locator('#rows-counts > summary').click();
      const count = page.getByRole('group', { name: 'Counts over time: new entry 1', exact: true });
      await count.getByLabel(/What is counted/).selectOption({ label: 'Supporters' });
      await count.getByLabel(/How many/).fill('140+');
      await count.getByLabel(/Unit/).fill('states');
      await count.getByLabel(/As of/).fill('2020-11');
      const maintainer = await openCell(page, 'Maintainer');
      await maintainer.getByText('Note, source and date, or none').click();
      await maintainer.getByLabel(/There is none, or none any more/).check();
      await page.getByRole('button', { name: 'Save and back to the list' }).click();

      // What is missing or wrong is said where it is, and what was typed stays.
      await expect(adopted.getByText('Please fill this in.')).toBeVisible();
      await adopted.getByRole('textbox', { name: /Date$/ }).fill('2019-11');
      await expect(count.getByLabel(/How many/)).toHaveValue('140+');
      await expect(count.getByText(/whole number/)).toBeVisible();
      await count.getByLabel(/How many/).fill('140');
      await expect(maintainer.getByText('Please say in the note why there is no value.')).toBeVisible();
      await maintainer.getByLabel(/Note or quotation/).fill('The commission has ended.');
      await page.getByRole('button', { name: 'Save and back to the list' }).click();
      await page.waitForURL(/\/contribute\/agreements(\?|$)/);
      await page.goto('/en/calls/2020/contribute/check');
      if (scripts) await expectAccessible(page);
      await expect(page.getByText('Adopted: Nov 2019')).toBeVisible();
      await agreeAndSubmit(page);
      await page.waitForURL(/\/contribute\/done/);
      const reference = /BPF-2020-\d{3}/.exec(await page.locator('main').innerText())?.[0] ?? '';

      const { page: desk } = await openDesk({ javaScriptEnabled: true });
      await openReview(desk, reference);
      for (const title of ['Further dates: adopted', 'Counts over time: supporters states 2020-11', 'Maintainer'])
        await cell(desk, title).getByRole('radio', { name: 'Accept', exact: true }).check();
      await expectAccessible(desk);
      await record(desk).click();
      await expect(desk.getByText('3 decisions recorded')).toBeVisible();

      await page.goto(`/en/agreements/${slug}`);
      const facts = page.locator('main');
      await expect(facts.getByText('Adopted: Nov 2019').first()).toBeVisible();
      await expect(facts.getByText('Supporters: 140 states, as of Nov 2020').first()).toBeVisible();
      await expect(facts.getByText('The commission has ended.').first()).toBeVisible();
      if (scripts) await expectAccessible(page);
    });
  });

test('an editor adds a relation and a row at the desk, which both agreements show', async ({ openDesk, page }) => {
  const [one, other] = [await makeAgreement({}), await makeAgreement({})];
  const { page: desk } = await openDesk();
  await desk.goto(`/desk/agreements/${one.slug}/propose`);
  const relation = desk.locator('[id="cell-relations:+1"]');
  await relation.getByRole('checkbox', { name: /^State/ }).check();
  await relation.getByRole('combobox', { name: 'Relation' }).selectOption({ label: 'Amends' });
  await relation.getByRole('combobox', { name: 'Agreement' }).fill(one.slug);
  await expect(desk.locator('[id="cell-relations:+2"]')).toBeVisible();
  await desk.locator('#source').fill('Its first article');
  await desk.locator('#comment').fill('It was missing.');
  await desk.getByRole('button', { name: 'Propose what I chose' }).click();
  await expect(desk.getByText(/An agreement has no relation to itself/).first()).toBeVisible();
  await relation.getByRole('combobox', { name: 'Agreement' }).fill(other.slug);
  await desk.getByRole('button', { name: 'Propose what I chose' }).click();
  const said = desk.getByText(/Proposed as /).first();
  await expect(said).toBeVisible();
  const reference = /BPF-\S+-\d+/.exec(await said.innerText())?.[0] ?? '';
  const { page: second } = await openDesk();
  await openReview(second, reference);
  await second.getByRole('radio', { name: 'Accept', exact: true }).first().check();
  await record(second).click();
  await expect(second.getByText('One decision recorded')).toBeVisible();
  await page.goto(`/en/agreements/${other.slug}`);
  await expect(page.locator('main').getByText('Amended by').first()).toBeVisible();
  await page.goto(`/en/agreements/${one.slug}`);
  await expect(page.locator('main').getByRole('link', { name: other.name }).first()).toBeVisible();
});
