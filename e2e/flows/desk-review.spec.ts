import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell } from './review';

test('a contribution is decided by keyboard alone: queue, dry run, saved reasons, publication', async ({
  openDesk,
}) => {
  const { slug } = await makeAgreement({ stakeholders: 'Ministries' });
  const affiliation = `Keyboard ${Math.random().toString(36).slice(2)}`;
  const earlier = await submit(proposing(slug, [{ cell: 'stakeholders', value: 'States' }], affiliation));
  const { reference } = await submit(
    proposing(
      slug,
      [
        { cell: 'stakeholders', value: 'States, with others' },
        { cell: 'link', value: 'https://example.org/strategy' },
        { cell: 'supply-chain-integrity', value: 'yes' },
      ],
      affiliation,
    ),
  );
  const { page, person } = await openDesk();
  const from = new URLSearchParams({ from: new URLSearchParams({ q: affiliation, status: 'all' }).toString() });
  await page.goto(`/desk/contributions/${reference}?${from}`);
  await expect(page.getByRole('button', { name: 'Keys (?)' })).toBeVisible();
  // A key that is pressed before the page's script runs has no effect.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('region', { name: 'Keys' })).toContainText('the next undecided cell', {
      timeout: 1_000,
    });
  }).toPass();
  await page.keyboard.press('?');
  await expect(page.getByRole('region', { name: 'Keys' })).toBeHidden();

  await page.keyboard.press('j');
  await expect(cell(page, 'Stakeholders')).toBeFocused();
  await expect(cell(page, 'Stakeholders')).toContainText(`${earlier.reference} differs`);
  await page.keyboard.press('a');
  await expect(page.getByText('Accept chosen: Stakeholders')).toBeAttached();
  await page.keyboard.press('n');
  await expect(cell(page, 'Link to the text')).toBeFocused();
  await page.keyboard.press('r');
  const reason = cell(page, 'Link to the text').getByLabel('Reason');
  await expect(reason).toBeFocused();
  await page.keyboard.type('a reason, with letters that are commands elsewhere.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await cell(page, 'Link to the text')
    .getByRole('button', { name: /^No source/ })
    .press('Enter');
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue(/^a reason, .* elsewhere\. Thank you\. We could not find a source/);
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Link to the text')).toBeFocused();

  await page.keyboard.press('p');
  const preview = page.getByRole('dialog', { name: 'What would change' });
  await expect(preview).toContainText('States, with others');
  await expect(preview).toContainText(`Superseded: ${earlier.reference}`);
  await expectAccessible(page);
  expect(await changeStatuses(reference)).toEqual({
    link: 'pending',
    stakeholders: 'pending',
    'supply-chain-integrity': 'pending',
  });
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await page.keyboard.press('s');
  await expect(page.getByText('2 decisions recorded')).toBeVisible();
  const norm = page.getByRole('article').filter({ has: page.getByRole('radio') });
  await expect(norm).toBeFocused();
  await page.keyboard.press('e');
  await expect(norm.getByLabel('Corrected value')).toBeFocused();
  await page.keyboard.press('I');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#recorded')).toBeFocused();
  await expect(page.locator('#recorded').getByRole('link', { name: 'On to its publication' })).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({
    link: 'rejected',
    stakeholders: 'accepted',
    'supply-chain-integrity': 'amended',
  });
  expect(await changeStatuses(earlier.reference)).toEqual({ stakeholders: 'superseded' });
  await expect(cell(page, 'Stakeholders')).toContainText(`Chosen over ${earlier.reference}`);

  // Letter keys can be switched off and stay off. The filters stay.
  await page.keyboard.press('?');
  await page.getByLabel('Single letters are commands').uncheck();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeVisible();
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await page.getByLabel('Single letters are commands').check();
  await page.keyboard.press('f');
  await page.waitForURL(`**/desk/contributions/${earlier.reference}?from=*`);
  await expect(cell(page, 'Stakeholders')).toContainText(`Superseded by ${person.name}`);
  await page.keyboard.press('q');
  await page.waitForURL((url) => url.pathname === '/desk' && url.searchParams.get('q') === affiliation);
});

test('a conflict is resolved in its cell; a selection is decided at once', async ({ openDesk }) => {
  const { page } = await openDesk();
  const { slug } = await makeAgreement({ stakeholders: 'Ministries of the region' });
  const first = await submit(
    proposing(
      slug,
      [{ cell: 'stakeholders', value: 'Ministries of the region and their regulators' }],
      'Earlier Institute',
    ),
  );
  await page.goto(`/desk/contributions/${first.reference}`);
  await page.getByRole('button', { name: 'Accept all 1' }).click();
  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText('One decision recorded')).toBeVisible();

  // Proposed against an earlier value of the dataset.
  const input = proposing(
    slug,
    [
      { cell: 'stakeholders', value: 'Ministries of the region and its courts' },
      { cell: 'maintainer', value: 'Its secretariat' },
      { cell: 'launchDate', value: '2008' },
    ],
    'Later Institute',
  );
  const { reference } = await submit({
    ...input,
    proposals: input.proposals?.map((proposal) => ({ ...proposal, baseVersion: 1 })) as typeof input.proposals,
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/desk/contributions/${reference}`);
  const conflict = cell(page, 'Stakeholders');
  await expect(conflict).toContainText('Conflict: the dataset has moved on since this was written');
  for (const [term, value] of [
    ['Current', 'and their regulators'],
    ['Proposed', 'and its courts'],
  ] as const) {
    await expect(conflict.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) })).toContainText(
      value,
    );
  }
  await expect(conflict.getByText('Written against', { exact: true })).toBeVisible();
  await expectAccessible(page);

  // For all ticked cells: the conflict is left out, and the message says so.
  await page.getByRole('button', { name: 'Select all 3' }).click();
  const selected = page.getByRole('dialog', { name: 'With the 3 selected' });
  await page.getByRole('button', { name: 'With the 3 selected…' }).click();
  await selected.getByRole('button', { name: 'Accept' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Accept chosen for 2. 1 in conflict was left: decide there.' }),
  ).toBeVisible();
  await expect(conflict.getByRole('radio', { name: 'Decide later' })).toBeChecked();
  await page.getByRole('button', { name: 'With the 3 selected…' }).click();
  await selected.getByRole('button', { name: 'Reject…' }).click();
  await selected.getByLabel('Reason for all 3').fill('Not of this kind.');
  await expectAccessible(page);
  await selected.getByRole('button', { name: 'Choose Reject for 3' }).click();
  await expect(cell(page, 'Date of launch').getByLabel('Reason')).toHaveValue('Not of this kind.');
  await cell(page, 'Maintainer').getByRole('radio', { name: 'Accept' }).check();

  await conflict.getByRole('radio', { name: 'Amend' }).check();
  await conflict.getByRole('button', { name: 'the current value' }).click();
  const corrected = conflict.getByLabel('Corrected value');
  await expect(corrected).toHaveValue('Ministries of the region and their regulators');
  await corrected.fill('Ministries of the region, their regulators and its courts');
  await conflict.getByLabel('Reason').fill('Both are right.');
  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText('3 decisions recorded')).toBeVisible();
  await expect(conflict).toContainText('Ministries of the region, their regulators and its courts');
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'rejected',
    maintainer: 'accepted',
    stakeholders: 'amended',
  });
});

test('saved reasons are added, changed and deleted', async ({ page, signedInAs }) => {
  await signedInAs('editor');
  await page.goto('/desk/snippets');
  const title = `Kept ${Math.random().toString(36).slice(2)}`;
  const adding = page.getByRole('region', { name: 'Add words' });
  await adding.getByRole('button', { name: 'Add' }).click();
  await expect(adding.getByText('Please fill this in.').first()).toBeVisible();
  await adding.getByLabel('Title').fill(title);
  await adding.getByLabel('Words').fill('Thank you, we will come back to this.');
  await adding.getByRole('button', { name: 'Add' }).click();
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(entry).toContainText('Thank you, we will come back to this.');
  await entry.getByText('Change or delete').click();
  await entry.getByLabel('Words').fill('We will come back to this in spring.');
  await entry.getByRole('button', { name: 'Change it' }).click();
  await expect(entry.locator('p').first()).toHaveText('We will come back to this in spring.');
  await page.setViewportSize({ width: 390, height: 844 });
  await entry.getByRole('button', { name: 'Delete' }).click();
  await expect(entry).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`Return in a text field records the choices and accepts no other cell, ${how} JavaScript`, async ({
    openDesk,
  }) => {
    const { reference } = await submit(
      proposing(
        (await makeAgreement()).slug,
        [
          { cell: 'launchDate', value: '2012' },
          { cell: 'maintainer', value: 'A secretariat' },
        ],
        'Institute of Return',
      ),
    );
    const { page } = await openDesk({ javaScriptEnabled });
    await page.goto(`/desk/contributions/${reference}`);
    await cell(page, 'Date of launch').getByRole('radio', { name: 'Amend' }).check();
    const corrected = cell(page, 'Date of launch').getByLabel('Corrected value');
    await corrected.fill('2013');
    await corrected.press('Enter');
    await expect(page.getByText('One decision recorded').first()).toBeVisible();
    expect(await changeStatuses(reference)).toEqual({ launchDate: 'amended', maintainer: 'pending' });

    // Return without a choice decides nothing.
    await cell(page, 'Maintainer').getByRole('radio', { name: 'Decide later' }).press('Enter');
    await expect(page.getByText('No decision was made, because none was chosen.').first()).toBeVisible();
    expect(await changeStatuses(reference)).toEqual({ launchDate: 'amended', maintainer: 'pending' });
  });
}
