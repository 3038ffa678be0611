import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell, openReview, record } from './review';

const KEY = 'reference-to-human-rights';

for (const scripts of [true, false])
  test.describe(scripts ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled: scripts });

    test('an editor marks an assessment as disputed, and readers see both views with their sources', async ({
      page,
      request,
      openDesk,
    }) => {
      const { slug, name } = await makeAgreement({ [KEY]: 'yes' });
      const change = { cell: KEY, value: 'no', source: 'A study of the courts', note: 'It only lists principles.' };
      const { reference } = await submit(proposing(slug, [change]));
      const { page: desk } = await openDesk({ javaScriptEnabled: scripts });
      if (scripts) await openReview(desk, reference);
      else await desk.goto(`/desk/contributions/${reference}`);
      const proposed = cell(desk, 'Reference to human rights');
      await proposed.getByRole('radio', { name: 'State it beside the current value' }).check();
      await proposed.getByRole('radio', { name: 'Mark as disputed, with both' }).check();
      await proposed.getByLabel('Reason').fill('Both readings are published.');
      await record(desk).click();
      await expect(desk.getByText('One decision recorded')).toBeVisible();

      await page.goto(`/en/agreements/${slug}`);
      const row = page.locator(`[id="${KEY}"]`);
      await expect(row.getByText('Disputed', { exact: true })).toBeVisible();
      await expect(row.getByText('Disputed: sources contradict each other.')).toBeVisible();
      await expect(row.getByText('Source: A study of the courts')).toBeVisible();
      if (scripts) await expectAccessible(page);

      await page.goto(`/en/criteria/${KEY}`);
      await expect(page.locator(`#agreement-${slug}`).getByText('Source: A study of the courts')).toBeVisible();
      await page.goto('/en/matrix');
      await expect(page.getByRole('button', { name: `Note on ${name}, Human rights: Disputed` })).toBeVisible();
      await page.goto(`/en/compare/view/agreements/${slug},paris-call`);
      await expect(page.getByText('Disputed: sources contradict each other.').first()).toBeVisible();
      const { assessments } = await (await request.get(`/api/v1/agreements/${slug}`)).json();
      expect(assessments[KEY]).toMatchObject({ value: 'unclear', disputed: true });
    });
  });

test('an editor marks a fact as disputed and states a third view, and readers see all of them with their sources', async ({
  page,
  openDesk,
}) => {
  const { slug } = await makeAgreement({ maintainer: 'An office' });
  const maintained = (value: string) =>
    submit(proposing(slug, [{ cell: 'maintainer', value, source: `A letter of ${value}` }]));
  const [first, second] = [await maintained('Another office'), await maintained('A third office')];
  const { page: desk } = await openDesk();
  await openReview(desk, first.reference);
  await cell(desk, 'Maintainer').getByRole('radio', { name: 'Mark as disputed, with both' }).check();
  await record(desk).click();
  await expect(desk.getByText('One decision recorded')).toBeVisible();
  await desk.goto(`/desk/contributions/${second.reference}`);
  await expect(desk.getByRole('button', { name: 'Keys (?)' })).toBeVisible();
  await cell(desk, 'Maintainer').getByRole('radio', { name: 'State it beside the other views' }).check();
  await record(desk).click();
  await expect(desk.getByText('One decision recorded')).toBeVisible();
  await desk.goto(`/desk/agreements/${slug}`);
  await expect(desk.getByRole('heading', { name: 'Other views of facts: maintainer a third office' })).toBeVisible();

  await page.goto(`/en/agreements/${slug}`);
  const fact = page.locator('[id="maintainer"]');
  await expect(fact.getByText('Disputed', { exact: true })).toBeVisible();
  await expect(fact.getByText('Disputed: sources contradict each other.')).toBeVisible();
  for (const office of ['An office', 'Another office', 'A third office'])
    await expect(fact.getByRole('listitem').filter({ hasText: office }).first()).toBeVisible();
  await expect(fact.getByText('Source: A letter of A third office')).toBeVisible();
  await expectAccessible(page);
});
