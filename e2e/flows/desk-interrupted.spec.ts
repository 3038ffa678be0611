import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { changeStatuses } from '@/prisma/factories/records';
import { proposing, submit } from '@/prisma/factories/submissions';
import { cell, comeIntoSight, reject } from './review';

test('two editors on one contribution see each other, decide nothing twice and lose no text', async ({ openDesk }) => {
  const { reference } = await submit(
    proposing(
      (await makeAgreement()).slug,
      [
        { cell: 'name', value: 'Model laws' },
        { cell: 'launchDate', value: '2012' },
        { cell: 'summary', value: 'Model laws of a region.' },
      ],
      'Institute of Two',
    ),
  );
  const [one, two] = [await openDesk(), await openDesk()];
  await one.page.goto(`/desk/contributions/${reference}`);
  await expect(one.page.getByRole('button', { name: 'Keys (?)' })).toBeVisible();
  await expect
    .poll(async () => {
      await two.page.goto(`/desk/contributions/${reference}`);
      return two.page
        .getByText(`${one.person.name} is looking at this as well.`)
        .waitFor({ timeout: 4_000 })
        .then(
          () => true,
          () => false,
        );
    })
    .toBe(true);
  await reject(two.page, 'Name', 'Typed and not yet sent.');
  await two.page.getByRole('article', { name: 'Date of launch' }).getByRole('radio', { name: 'Accept' }).check();
  await reject(two.page, 'Summary', 'The longer one stays.');

  await reject(one.page, 'Name', 'No source.');
  await one.page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(one.page.getByText('One decision recorded')).toBeVisible();
  await expect(cell(one.page, 'Date of launch')).toBeFocused();

  // The second editor sees the change without a reload. Sending the same cell then records nothing.
  await comeIntoSight(two.page);
  await expect(two.page.getByText(`${one.person.name} has decided one cell since you opened this page.`)).toBeVisible();
  await two.page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(two.page.getByRole('link', { name: 'Name: another editor has decided this meanwhile.' })).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({ launchDate: 'pending', name: 'rejected', summary: 'pending' });
  await expect(two.page.getByRole('list', { name: 'Typed for Name' })).toContainText('Typed and not yet sent.');
  await expect(cell(two.page, 'Name')).toContainText(`Rejected by ${one.person.name}`);
  await expect(cell(two.page, 'Summary').getByLabel('Reason')).toHaveValue('The longer one stays.');
  await expectAccessible(two.page);
  await two.page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(two.page.locator('#recorded')).toBeFocused();
  await expect(two.page.locator('#recorded')).toContainText('2 decisions recorded');
  expect(await changeStatuses(reference)).toEqual({ launchDate: 'accepted', name: 'rejected', summary: 'rejected' });

  // The first editor opens the change, then leaves and is no longer shown as present.
  await reject(one.page, 'Summary', 'Typed by the other one.');
  await comeIntoSight(one.page);
  await expect(one.page.getByText(`${two.person.name} has decided 2 cells since you opened this page.`)).toBeVisible();
  await one.page.getByRole('button', { name: 'Show it' }).click();
  await expect(one.page.getByRole('list', { name: 'Typed for Summary' })).toContainText('Typed by the other one.');
  await one.page.goto('/desk');
  await expect
    .poll(async () => {
      await comeIntoSight(two.page);
      return two.page.getByText('is looking at this as well.').count();
    })
    .toBe(0);
});

test('an editor signed out during a decision keeps the typed text and records it after signing in', async ({
  openDesk,
}) => {
  const { reference } = await submit(
    proposing((await makeAgreement()).slug, [{ cell: 'maintainer', value: 'Somebody' }], 'Institute of Sessions'),
  );
  const { page, person } = await openDesk();
  const context = page.context();
  await page.goto(`/desk/contributions/${reference}`);
  await reject(page, 'Maintainer', 'Typed before the session ended.');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText('Please sign in first. What you typed is still here.')).toBeVisible();
  await expect(cell(page, 'Maintainer').getByLabel('Reason')).toHaveValue('Typed before the session ended.');
  await expectAccessible(page);
  expect(await changeStatuses(reference)).toEqual({ maintainer: 'pending' });

  const [signIn] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in in a new window' }).first().click(),
  ]);
  await signIn.getByLabel('E-mail address').fill(person.email);
  await signIn.getByRole('button', { name: /link/i }).click();
  await signIn.goto(linkIn(await mailTo(person.email, '/sign-in/confirm'), '/sign-in/confirm'));
  await signIn.getByRole('button', { name: /sign in/i }).click();
  await expect(signIn.getByRole('heading', { level: 1 })).toHaveText('Queue');

  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText('One decision recorded')).toBeVisible();
  expect(await changeStatuses(reference)).toEqual({ maintainer: 'rejected' });
  await expect(cell(page, 'Maintainer')).toContainText('Typed before the session ended.');
});
