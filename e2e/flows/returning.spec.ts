import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { linkIn, mails, mailTo } from '@/e2e/fixtures/mailbox';
import { expect, test } from '@/e2e/fixtures/test';
import { makeCall } from '@/prisma/factories/calls';
import { confirmContact, contactOf } from '@/prisma/factories/outbox';
import { submit } from '@/prisma/factories/submissions';

const START = '/en/calls/2020/contribute';

const addressFor = (what: string) => `${what}-${Date.now()}@example.org`;

async function sendLink(page: Page, email: string) {
  await page.getByText('Send me this link by mail', { exact: true }).click();
  await page.getByLabel('Send the link to').fill(email);
  await page.getByRole('button', { name: 'Send me this link', exact: true }).click();
}

/** Follows the confirmation mail in a browser that holds nothing, as its owner might on a phone. */
async function confirm(page: Page, email: string) {
  await page.goto(linkIn(await mailTo(email, /confirm/i), '/confirm/'));
  await page.getByRole('button', { name: 'Yes, confirm my address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the private link of a draft arrives once the address is confirmed, and opens the draft elsewhere', async ({
      page,
      openBrowser,
      holdDraft,
    }) => {
      const { id } = await holdDraft({ sections: { gaps: { text: 'Half a sentence' } } });
      const email = addressFor('draft');
      await page.goto(`${START}/gaps`);
      await sendLink(page, email);
      await expect(page.getByText('We have sent a confirmation mail to this address.')).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await mailTo(email, /confirm/i)).not.toContain('/link/');

      const elsewhere = await openBrowser({ javaScriptEnabled });
      await confirm(elsewhere, email);
      const link = linkIn(await mailTo(email, 'Your private links'), '/link/');
      await elsewhere.goto(link);
      await expect(elsewhere.getByText('Half a sentence')).toBeVisible();
      expect(mails().filter((mail) => mail.includes(email))).toHaveLength(2);
      expect(await contactOf(id)).toMatchObject({ email, emailConfirmedAt: expect.any(Date) });

      await page.goto(`${START}/about`);
      await expect(page.getByLabel('E-mail address')).toHaveValue(email);
      await page.getByText('Send me this link by mail', { exact: true }).click();
      await expect(page.getByLabel('Send the link to')).toHaveValue(email);
      await page.getByRole('button', { name: 'Send me this link', exact: true }).click();
      await expect(page.getByText('The private link is on its way to your address.')).toBeVisible();
    });

    test('text typed in a step is kept when its link is sent or a comment is added', async ({ page, holdDraft }) => {
      await holdDraft({ sections: { gaps: { text: 'The stored half.' } } });
      await page.goto(`${START}/gaps`);
      const answer = page.getByLabel('Your answer');
      await answer.fill('The stored half, and the new one.');
      await sendLink(page, addressFor('typing'));
      await expect(page.getByText('We have sent a confirmation mail to this address.')).toBeVisible();
      await expect(page).toHaveTitle(/^Issues not yet addressed/);
      await expect(answer).toHaveValue('The stored half, and the new one.');

      await answer.fill('The whole answer.');
      const comments = page.locator('#comments-gaps');
      await comments.getByText('Add a comment', { exact: true }).click();
      await comments.getByRole('button', { name: 'Add the comment' }).click();
      await expect(comments.getByText('The comment was not added')).toBeVisible();
      await expect(answer).toHaveValue('The whole answer.');
      await comments.getByLabel('Comment', { exact: true }).fill('Please check this.');
      await answer.fill('The whole answer, once more.');
      await comments.getByRole('button', { name: 'Add the comment' }).click();
      await expect(comments.getByText('Please check this.', { exact: true })).toBeVisible();
      await expect(page).toHaveTitle(/^Issues not yet addressed/);
      await expect(answer).toHaveValue('The whole answer, once more.');
      await answer.fill('The last word.');
      await comments.getByRole('button', { name: /^Resolve the comment/ }).click();
      await expect(page.getByText('1 resolved comment')).toBeVisible();
      await expect(answer).toHaveValue('The last word.');
      if (!javaScriptEnabled) {
        await page.reload();
        await expect(answer).toHaveValue('The last word.');
      }

      // Return, and any button of the step, add what is typed as a comment.
      await comments.getByText('Add a comment', { exact: true }).click();
      await comments.getByLabel('Comment', { exact: true }).fill('A second remark.');
      await comments.getByLabel('Name or department').fill('Legal');
      await page.keyboard.press('Enter');
      if (!javaScriptEnabled) {
        await page.waitForURL(/\/contribute\/comments/);
        await page.goto(`${START}/gaps`);
      }
      await expect(comments.getByText('A second remark.', { exact: true })).toBeVisible();
      const sending = page.locator('#send-link');
      await sending.getByText('Send me this link by mail', { exact: true }).click();
      await sending.getByRole('textbox').fill(addressFor('return'));
      await page.keyboard.press('Enter');
      await expect(sending.getByText('We have sent a confirmation mail to this address.')).toBeVisible();
    });

    test('a reminder before the closing is asked for beside the link, and a link in it ends it', async ({
      page,
      holdDraft,
      openBrowser,
    }) => {
      const { slug } = await makeCall('open');
      const { id, token } = await holdDraft({ call: slug });
      await page.goto(`/en/calls/${slug}/contribute/gaps`);
      await page.getByText('Send me this link by mail', { exact: true }).click();
      await page.getByLabel('Remind me before the call closes').check();
      await page.getByLabel('Send the link to').fill(addressFor('remind'));
      await page.getByRole('button', { name: 'Send me this link', exact: true }).click();
      await expect(page.getByText('We have sent a confirmation mail to this address.')).toBeVisible();
      expect(await contactOf(id)).toMatchObject({ remindIn: 'en' });
      await page.getByText('Send me this link by mail', { exact: true }).click();
      await expect(page.getByLabel('Remind me before the call closes')).toBeChecked();

      const phone = await openBrowser({ javaScriptEnabled });
      await phone.goto(`/en/link/${token}?stop=reminder`);
      await expect(phone.getByRole('heading', { name: 'End the reminders?' })).toBeVisible();
      expect(await contactOf(id)).toMatchObject({ remindIn: 'en' });
      await phone.getByRole('button', { name: 'End the reminders', exact: true }).click();
      await expect(phone.getByRole('heading', { name: 'The reminders have ended' })).toBeVisible();
      expect(await contactOf(id)).toMatchObject({ remindIn: null });
      // The call of 2020 is closed, and takes late contributions: there is nothing to be reminded of.
      await holdDraft();
      await page.goto('/en/calls/2020/contribute/gaps');
      await expect(page.getByLabel('Send the link to')).toHaveCount(1);
      await expect(page.getByLabel('Remind me before the call closes')).toHaveCount(0);
    });

    test('the link of a draft is sent from the check page too', async ({ page, holdDraft }) => {
      await holdDraft({ sections: { gaps: { text: 'An answer' } } });
      await page.goto(`${START}/check`);
      const title = await page.title();
      await sendLink(page, addressFor('check'));
      await expect(page.getByText('We have sent a confirmation mail to this address.')).toBeVisible();
      await expect(page).toHaveTitle(title);
    });

    test('something that is no address is named at its field', async ({ page, holdDraft }) => {
      await holdDraft();
      await page.goto(`${START}/gaps`);
      await page.getByLabel('Your answer').fill('Typed before a wrong address');
      await sendLink(page, 'nowhere');
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.getByLabel('Your answer')).toHaveValue('Typed before a wrong address');
      await expect(page.getByText('The link was not sent')).toBeVisible();
      await expect(page.getByLabel('Send the link to')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Send the link to')).toHaveValue('nowhere');
    });

    test('a lost link is asked for by the address alone; the page says the same for an unknown one', async ({
      page,
    }) => {
      const email = addressFor('lost');
      const { reference } = await submit({ answers: { comments: email }, about: { email }, consent: true });
      await confirmContact(reference);
      await page.goto(`${START}/status`);
      await page.getByRole('link', { name: 'Lost your private link?' }).click();
      await expect(page).toHaveTitle(/^Send me my link/);
      for (const asked of [addressFor('unknown'), email]) {
        await page.goto('/en/my-link');
        await page.getByLabel('Your e-mail address').fill(asked);
        await page.getByRole('button', { name: 'Send me my link', exact: true }).click();
        await expect(
          page.getByText('If this address belongs to a draft or a contribution, a mail is on its way'),
        ).toBeVisible();
      }
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(linkIn(await mailTo(email, 'Your private links'), '/link/'));
      await expect(page).toHaveURL(/\/contribute\/status$/);
      await expect(page.getByRole('heading', { name: new RegExp(reference) })).toBeVisible();
      expect(mails().filter((mail) => mail.includes('unknown-'))).toEqual([]);
    });

    test('a status page sends its link, changes the address, and leads from an answer to its correction', async ({
      page,
      context,
      baseURL,
    }) => {
      const email = addressFor('status');
      const { reference, token } = await submit({
        answers: { comments: email, gaps: 'A gap' },
        about: { email },
        consent: true,
      });
      await context.addCookies([{ name: 'contribution_2020', value: token, url: baseURL ?? '' }]);
      const confirmation = linkIn(await mailTo(email, /confirm/i), '/confirm/');
      await confirm(page, email);
      await page.goto(confirmation);
      await expect(page.getByRole('heading', { name: 'Your address is already confirmed' })).toBeVisible();
      await page.getByRole('link', { name: 'To the status of your contribution' }).click();
      await expect(page.getByRole('heading', { name: new RegExp(reference) })).toBeVisible();

      await page.getByRole('button', { name: 'Send me this link', exact: true }).click();
      await expect(page.getByText('A private link is on its way to your address')).toBeVisible();
      await mailTo(email, 'Your private links');
      await page.getByText('Use another address', { exact: true }).click();
      const other = addressFor('other');
      await page.getByLabel('New address for mails').fill(other);
      await page.getByRole('button', { name: 'Change it and send the mail' }).click();
      await expect(page.getByText('The address is changed, and a confirmation mail has been sent to it')).toBeVisible();
      await mailTo(other, /confirm/i);
      if (javaScriptEnabled) await expectAccessible(page);

      await page
        .getByRole('button', { name: /^Correct this answer: .*/ })
        .last()
        .click();
      await expect(page).toHaveURL(/\/contribute\/comments$/);
      await expect(page.getByLabel('Your answer')).toHaveValue(email);
    });
  });
