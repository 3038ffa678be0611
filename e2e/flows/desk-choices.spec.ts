import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell, openReview, record, reject, SIX } from './review';

test('“Accept the other 4” chooses Accept where there is no choice, and keeps all choices and texts', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(proposing((await makeAgreement()).slug, SIX, 'Institute of Other Five'));
  await openReview(page, reference);
  await expect(page.getByRole('button', { name: 'Accept all 6' })).toBeVisible();
  await reject(page, 'Maintainer', 'No source for it.');
  await expect(page.getByRole('button', { name: 'Accept the other 5' })).toBeVisible();
  await cell(page, 'Summary').getByRole('radio', { name: 'Amend' }).check();
  await cell(page, 'Summary').getByLabel('Corrected value').fill('A better summary.');
  await page.getByRole('button', { name: 'Accept the other 4' }).click();
  await expect(page.getByText('Accept chosen for 4, not recorded yet.')).toBeVisible();
  await expect(cell(page, 'Date of launch').getByRole('radio', { name: 'Accept' })).toBeChecked();
  expect(new Set(Object.values(await changeStatuses(reference)))).toEqual(new Set(['pending']));
  await expect(cell(page, 'Maintainer').getByRole('radio', { name: /^Reject/ })).toBeChecked();
  await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('No source for it.');
  await expect(cell(page, 'Summary').getByLabel('Corrected value')).toHaveValue('A better summary.');
  await record(page).click();
  await expect(page.locator('#recorded')).toContainText('6 decisions recorded');
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'accepted',
    link: 'accepted',
    maintainer: 'rejected',
    'specified-cbms': 'accepted',
    stakeholders: 'accepted',
    summary: 'amended',
  });
});

test('without a script all cells without a choice are accepted, and a choice is kept with its reason', async ({
  openDesk,
}) => {
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 3), 'Institute without Scripts'),
  );
  const { page } = await openDesk({ javaScriptEnabled: false });
  await page.goto(`/desk/contributions/${reference}`);
  await expect(page.getByText('What is chosen above and not recorded is not recorded by it.')).toBeVisible();
  await reject(page, 'Maintainer', 'No source for it.');
  await page.getByRole('button', { name: 'Accept all without a choice' }).click();
  await expect(page.getByText('2 decisions recorded')).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'accepted',
    maintainer: 'pending',
    stakeholders: 'accepted',
  });
  await expect(cell(page, 'Maintainer').getByRole('radio', { name: /^Reject/ })).toBeChecked();
  await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('No source for it.');
});

test('unrecorded choices survive reload, leaving and Back; the page names them and asks before publishing', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 3), 'Institute of Lost Choices'),
  );
  await openReview(page, reference);
  await reject(page, 'Maintainer', 'Typed and not yet recorded.');
  await cell(page, 'Stakeholders').getByRole('radio', { name: 'Amend' }).check();
  await cell(page, 'Stakeholders').getByLabel('Corrected value').fill('States alone');

  const back = async () => {
    await expect(
      page.getByRole('status').filter({ hasText: '2 choices of yours were not recorded, and are here again' }),
    ).toBeVisible();
    await expect(cell(page, 'Maintainer').getByRole('radio', { name: /^Reject/ })).toBeChecked();
    await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('Typed and not yet recorded.');
    await expect(cell(page, 'Stakeholders').getByLabel('Corrected value')).toHaveValue('States alone');
    await expect(page.getByText('2 chosen, not recorded yet: 1 to amend, 1 to reject')).toBeVisible();
  };
  await page.reload();
  await back();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).click();
  await page.waitForURL('**/desk');
  await page.goBack();
  await back();
  await page.goto('/desk/you');
  await openReview(page, reference);
  await back();

  const publish = page.getByRole('button', { name: /^Publish/ });
  await publish.click();
  const question = page.getByRole('group', { name: '2 choices of yours are not recorded' });
  await expect(question).toBeFocused();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Go back to them' }).click();
  await expect(cell(page, 'Stakeholders')).toBeFocused();
  await publish.click();
  await page.getByRole('button', { name: /^Publish without them/ }).click();
  await expect(page.getByRole('status').filter({ hasText: `${reference} is public.` })).toBeFocused();
  expect(await changeStatuses(reference)).toEqual({
    launchDate: 'pending',
    maintainer: 'pending',
    stakeholders: 'pending',
  });
  await page.reload();
  await back();
  await record(page).click();
  await expect(page.getByRole('status').filter({ hasText: '2 decisions recorded' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Accept all 1' })).toBeVisible();
  await expect(page.getByText('are here again')).toHaveCount(0);
});

test('a kept choice for a cell that a colleague has decided is shown and can be discarded', async ({
  page,
  signedInAs,
  openDesk,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 2), 'Institute of Colleagues'),
  );
  await openReview(page, reference);
  await reject(page, 'Maintainer', 'Words of the slower one.');
  await page.goto('/desk/you');
  const { page: colleague } = await openDesk();
  await openReview(colleague, reference);
  await expect(colleague.getByText('Words of the slower one.')).toHaveCount(0);
  await reject(colleague, 'Maintainer', 'The faster one.');
  await record(colleague).click();
  await expect(colleague.getByRole('status').filter({ hasText: 'One decision recorded' })).toBeVisible();
  await openReview(page, reference);
  const typed = page.getByRole('list', { name: 'Typed for Maintainer' });
  await expect(typed).toContainText('Words of the slower one.');
  await cell(page, 'Maintainer')
    .getByRole('button', { name: /^Forget it/ })
    .click();
  await expect(typed).toHaveCount(0);
  await openReview(page, reference);
  await expect(page.getByText('Words of the slower one.')).toHaveCount(0);
});

test('unrecorded choices are there on another machine, and gone from both once they are recorded', async ({
  page,
  signedInAs,
  openBrowser,
}) => {
  await signedInAs('editor');
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, SIX.slice(0, 2), 'Institute of Two Machines'),
  );
  await openReview(page, reference);
  await reject(page, 'Maintainer', 'Typed at the office.');
  await page.goto('/desk/you');

  const other = await openBrowser();
  await other.context().addCookies(await page.context().cookies());
  await expect(async () => {
    await openReview(other, reference);
    await expect(cell(other, 'Maintainer').getByLabel('Reason')).toHaveValue('Typed at the office.', {
      timeout: 2_000,
    });
  }).toPass();
  await expect(
    other.getByRole('status').filter({ hasText: 'One choice of yours was not recorded, and is here again' }),
  ).toBeVisible();
  await expect(cell(other, 'Maintainer').getByText('not recorded', { exact: true })).toBeVisible();
  await record(other).click();
  await expect(other.getByText('One decision recorded').first()).toBeVisible();
  await other.reload();
  await expect(other.getByRole('button', { name: 'Accept all 1' })).toBeVisible();
  await expect(other.getByText('is here again')).toHaveCount(0);
});
