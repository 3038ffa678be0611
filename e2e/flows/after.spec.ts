import type { Page } from '@playwright/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { changeStatuses } from '@/prisma/factories/records';
import { eastWestSubmission, submit, submittedOn } from '@/prisma/factories/submissions';
import { agreeAndSubmit } from './contributor';

const SENT = { ...eastWestSubmission(), answers: { comments: 'The paper shows well how the norms return.' } };

/** A contribution that was sent, and its contributor's browser on the status page. */
async function sent(page: Page, email: string) {
  const { reference, token } = await submit({ ...SENT, about: { ...SENT.about, email } });
  await page.goto(`/en/link/${token}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(reference);
  return { reference, token };
}

async function correctComments(page: Page, words: string) {
  await page.goto('/en/calls/2020/contribute/comments');
  await page.getByLabel('Your answer').fill(words);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/(about|check)/);
  await page.goto('/en/calls/2020/contribute/check');
}

async function submitAgain(page: Page) {
  await agreeAndSubmit(page);
  await page.waitForURL(/\/contribute\/done/);
}

/** Confirms, on a separate page, an act that can't be undone. */
async function withdraw(page: Page) {
  await page.goto('/en/calls/2020/contribute/status');
  await page.getByRole('link', { name: 'Withdraw the contribution' }).click();
  await expect(page.getByText('This can’t be undone.')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw the contribution' }).click();
  await expect(page.getByText('This is not the reference.')).toBeVisible();
  const field = page.getByLabel(/type its reference/);
  await field.fill(
    (await page.getByRole('heading', { level: 1 }).innerText()).replace(/^Withdraw |\?$/g, '').toLowerCase(),
  );
  await page.getByRole('button', { name: 'Withdraw the contribution' }).click();
  await page.waitForURL(/\/contribute\/status/);
  await expect(page.getByText('Withdrawn by you')).toBeVisible();
}

test('requested changes are made, seen and decided; a withdrawal leaves a tombstone', async ({
  page,
  context,
  signedInAs,
  openBrowser,
}) => {
  const email = 'after.submission@example.org';
  const visitor = await openBrowser();
  const { reference } = await sent(visitor, email);
  await visitor.goto(linkIn(await mailTo(email, '/en/confirm/'), '/en/confirm/'));
  await visitor.getByRole('button').first().click();

  await signedInAs('editor');
  await page.goto(`/desk/contributions/${reference}`);
  await page.getByText('Ask for changes').click();
  await page.getByLabel('What has to change').fill('Please say which norms return.');
  await page.getByText('For single answers and values').click();
  await page.getByLabel(/: Date of launch/).fill('Which report?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByText('Changes requested').first()).toBeVisible();
  expect(await mailTo(email, 'Please say which norms return.')).toContain('Which report?');

  await visitor.goto('/en/calls/2020/contribute/status');
  await expect(visitor.getByText('Which report?')).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByLabel('Write to the editors').fill('The final report of 2019.');
  await visitor.getByRole('button', { name: 'Send the message' }).click();
  await expect(visitor.getByText('Your message is with the editors')).toBeVisible();
  await visitor.getByRole('button', { name: 'Correct what you sent' }).click();
  await visitor.waitForURL(/\/contribute\/signatory/);
  await correctComments(visitor, 'The paper shows well how the eleven norms return.');
  await expect(visitor.locator('ins')).toContainText('eleven');
  await expectAccessible(visitor);
  await submitAgain(visitor);

  await page.reload();
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What the contributor has changed' }).locator('ins')).toContainText(
    'eleven',
  );
  await expect(page.getByText('The final report of 2019.')).toBeVisible();
  await expectAccessible(page);
  const date = page
    .locator('[id^="cell-"]')
    .filter({ has: page.getByRole('heading', { name: 'Date of launch', exact: true }) });
  await date.getByRole('radio', { name: 'Reject' }).check();
  await date.getByLabel('Reason').fill('The first norms came before.');
  await page.getByRole('button', { name: 'Record what I chose' }).click();
  await expect(page.getByText('One decision recorded')).toBeVisible();
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByText('It is public, with what its contributor chose to show.')).toBeVisible();
  await page.goto(`/en/contributions/${reference}`);
  await expect(page.getByText('eleven norms return')).toBeVisible();

  await visitor.goto('/en/calls/2020/contribute/status');
  await expect(visitor.getByText('The first norms came before.')).toBeVisible();
  await withdraw(visitor);
  // The undecided proposals are deleted with the text.
  expect(await changeStatuses(reference)).toEqual({ launchDate: 'rejected' });
  await page.goto(`/en/contributions/${reference}`);
  await expect(page.getByRole('heading', { name: `${reference} has been withdrawn` })).toBeVisible();
  await expect(page.getByText('eleven norms return')).toHaveCount(0);
  expect(await (await context.request.get(`/api/v1/contributions/${reference}`)).json()).toMatchObject({
    status: 'withdrawn',
    attribution: null,
    answers: [],
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a correction is begun, sent and discarded; details are erased; a withdrawn contribution takes no message', async ({
    page,
    context,
  }) => {
    const { reference, token } = await sent(page, 'erased.person@example.org');
    await page.getByRole('button', { name: 'Correct what you sent' }).click();
    await correctComments(page, 'The paper shows it better.');
    await expect(page.locator('del').first()).toBeVisible();
    await submitAgain(page);
    await page.goto('/en/calls/2020/contribute/status');
    await expect(page.getByText('Version 2 received')).toBeVisible();

    await page.getByRole('button', { name: 'Correct what you sent' }).click();
    await page.goto('/en/calls/2020/contribute/status');
    await page.getByText('Throw the correction away').click();
    await page.getByRole('button', { name: 'Yes, throw it away' }).click();
    await expect(page.getByRole('button', { name: 'Correct what you sent' })).toBeVisible();

    await page.getByRole('link', { name: 'Erase your contact details' }).click();
    await page.getByRole('checkbox', { name: 'Also remove this from what is public' }).check();
    await page.getByRole('button', { name: 'Erase my contact details' }).click();
    await expect(page.getByText('Your contact details have been erased.')).toBeVisible();
    await context.clearCookies();
    await page.goto(`/en/link/${token}`);
    await expect(page.getByText('To be published as: Anonymous contributor')).toBeVisible();

    // One window stays open while the contribution is withdrawn in another: its text is refused but not lost.
    const other = await context.newPage();
    await other.goto('/en/calls/2020/contribute/status');
    await other.getByLabel('Write to the editors').fill('Words that came too late.');
    await withdraw(page);
    await other.getByRole('button', { name: 'Send the message' }).click();
    await expect(other.getByText('This contribution has been withdrawn', { exact: false })).toBeVisible();
    await expect(other.getByLabel('What you wrote, to be copied')).toHaveValue('Words that came too late.');
    expect(await changeStatuses(reference)).toEqual({});
  });
});

test('the status page names the day until which an answer is promised, and says when it is late', async ({ page }) => {
  const { reference } = await sent(page, `promise-${Date.now()}@example.org`);
  await expect(page.getByText(/The editors promise an answer within 10 working days, by /)).toBeVisible();
  await submittedOn(reference, new Date('2026-03-02T10:00:00Z'));
  await page.reload();
  await expect(page.getByText('The editors promised an answer by 16 March 2026. It is late')).toBeVisible();
});
