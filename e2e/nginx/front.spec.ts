import { expect, test } from '@/e2e/fixtures/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { draftOn, signAnonymously, toFiles } from '@/e2e/flows/contributor';
import { begunAnHourAgo } from '@/prisma/factories/drafts';
import { makePdf } from '@/prisma/factories/files';
import { makeEditor } from '@/prisma/factories/people';

// One worker starts one nginx for all of them; they use it unless they name a server.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: async ({ front }, use) => use(front.origin) });

const pdf = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([makePdf(), Buffer.alloc(4 * 1024 * 1024)]),
};
const tooLarge = {
  name: 'film.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([makePdf(), Buffer.alloc(9 * 1024 * 1024)]),
};

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a contribution with a file goes through nginx from its beginning to its reference', async ({ page, front }) => {
    await page.goto('/en/calls/2020/contribute');
    await page.getByRole('button', { name: 'Start', exact: true }).first().click();
    await page.waitForURL(`${front.origin}/en/calls/2020/contribute/signatory`);
    await page.goto('/en/calls/2020/contribute/gaps');
    await page.getByLabel('Your answer').fill(`Typed behind nginx, ${Date.now()}.`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

    await toFiles(page);
    await page.getByLabel('Choose a file').setInputFiles(tooLarge);
    await page.getByRole('button', { name: 'Add the file' }).click();
    await expect(page.getByText(/This file is too large/)).toBeVisible();
    await page.getByRole('link', { name: 'Back to the step' }).click();
    await page.getByLabel('Choose a file').setInputFiles(pdf);
    await page.getByRole('button', { name: 'Add the file' }).click();
    await expect(page.getByRole('link', { name: pdf.name })).toBeVisible();

    await signAnonymously(page);
    await begunAnHourAgo(await draftOn(page));
    await page.getByRole('checkbox', { name: /I agree/ }).check();
    await page.getByRole('button', { name: 'Submit the contribution' }).click();
    await page.waitForURL(/\/contribute\/done/);
    await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible();
  });
});

test('an editor signs in through nginx by the link in the mail, and works at the desk', async ({ page, front }) => {
  const { email } = await makeEditor();
  await page.goto('/desk');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  const link = linkIn(await mailTo(email, '/sign-in/confirm'), '/sign-in/confirm');
  expect(link).toContain(front.origin);
  await page.goto(link);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(`${front.origin}/desk`);
  await page.goto('/desk/you');
  await page.getByLabel(/once a day/i).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /saved/i }).first()).toBeVisible();
});
