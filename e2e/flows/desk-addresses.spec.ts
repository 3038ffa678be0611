import { linkIn, mails, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeAgreement } from '@/prisma/factories/agreements';
import { draftMail } from '@/prisma/factories/outbox';
import { proposing, submit } from '@/prisma/factories/submissions';
import { SIX } from './review';

const mark = () => Math.random().toString(36).slice(2, 9);

async function contributed(email: string) {
  const about = { affiliation: `Institute ${mark()}`, email, show: { affiliation: true } };
  return submit({ ...proposing((await makeAgreement()).slug, SIX.slice(0, 2)), about });
}

test('an editor corrects a mistyped address, and its owner confirms it; then the mails that waited leave', async ({
  page,
  signedInAs,
  openBrowser,
  openDesk,
}) => {
  await signedInAs('editor');
  const word = mark();
  const [mistyped, right] = [`ofice-${word}@example.org`, `office-${word}@example.org`];
  const { reference } = await contributed(mistyped);
  await draftMail(reference);
  const observer = await openDesk({ role: 'observer' });
  await observer.page.goto(`/desk/contributions/${reference}`);
  await expect(observer.page.getByText('You see what its contributor shows in public.')).toBeVisible();
  expect(await observer.page.content()).not.toContain(word);
  await expect(observer.page.getByText('Correct the address')).toHaveCount(0);

  await page.goto(`/desk/mail?contribution=${reference}`);
  const row = page.getByRole('row').filter({ hasText: `${reference}: what became of your proposals` });
  await expect(row).toContainText('Can’t be sent: the address is not confirmed');
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send the ticked ones' }).click();
  await expect(page.getByText('One mail waits until its contributor confirms the address.')).toBeVisible();
  await page.goto(`/desk/mail?status=queued&contribution=${reference}`);
  await page.getByRole('link', { name: 'Decisions on proposals' }).click();
  await page.getByRole('link', { name: 'Ask again, or correct the address' }).click();

  const questions = () => mails().filter((mail) => mail.includes(mistyped)).length;
  await expect.poll(questions).toBe(1);
  await page.getByRole('button', { name: 'Ask again to confirm it' }).click();
  await expect(page.getByText('The question goes to the address once more.')).toBeVisible();
  await expect.poll(questions).toBe(2);
  const former = linkIn(await mailTo(mistyped, 'confirm'), '/confirm/');

  await page.getByText('Correct the address').click();
  await page.getByLabel('The right address').fill('office');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByLabel('The right address')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('The right address').fill(right);
  await page.getByRole('button', { name: 'Correct it' }).click();
  await expect(page.getByText('Corrected. Its owner is asked to confirm it')).toBeVisible();
  await expect(page.getByText(right)).toBeVisible();

  const stranger = await openBrowser();
  await stranger.goto(former);
  await expect(stranger.getByRole('button', { name: /confirm/i })).toHaveCount(0);
  const owner = await openBrowser();
  await owner.goto(linkIn(await mailTo(right, 'confirm'), '/confirm/'));
  const confirm = owner.getByRole('button', { name: /confirm/i });
  if (await confirm.count()) await confirm.click();
  await mailTo(right, `${reference}: what became of your proposals`);
  await page.reload();
  await expect(page.getByText('Ask again to confirm it')).toHaveCount(0);
  expect(mails().filter((mail) => mail.includes(mistyped) && mail.includes(reference))).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a mail is scheduled, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('for a time, and the schedule is cancelled', async ({ page, signedInAs }) => {
      await signedInAs('editor');
      const { reference } = await contributed(`planned-${mark()}@example.org`);
      const id = await draftMail(reference);
      await page.goto(`/desk/mail/${id}`);
      await page.locator('summary').filter({ hasText: 'Send it later' }).click();
      await page.getByLabel('Not before (UTC)').fill('2020-01-01T09:00');
      await page.getByRole('button', { name: 'Schedule it' }).click();
      await expect(page.getByText('Choose a time that is still to come, in the next twelve months.')).toBeVisible();
      const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
      await page.getByLabel('Not before (UTC)').fill(`${inAMonth}T09:00`);
      await page.getByRole('button', { name: 'Schedule it' }).click();
      await expect(page.getByText(/^It is sent on .* 09:00 UTC\.$/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page); // axe is a script itself
      await page.goto(`/desk/mail?contribution=${reference}`);
      await expect(page.getByText(/Scheduled for .* 09:00/)).toBeVisible();
      await page.goto(`/desk/mail/${id}`);
      await page.getByRole('button', { name: 'Cancel the schedule' }).click();
      // Without a script its form is gone, and with it the message.
      if (javaScriptEnabled) await expect(page.getByText('It is no longer scheduled: send it yourself.')).toBeVisible();
      await expect(page.getByText(/^It is sent on/)).toHaveCount(0);
    });
  });
}
