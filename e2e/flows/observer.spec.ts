import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expect, test } from '@/e2e/fixtures/test';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';

test('an admin adds an observer, who signs in, reads without contact details and is offered nothing but a note', async ({
  openDesk,
  openBrowser,
}) => {
  const input = eastWestSubmission();
  const about = { ...input.about, name: 'Vesna Contactperson', show: { affiliation: true } };
  const { reference } = await submit({ ...input, about });
  const admin = await openDesk({ role: 'admin' });
  const email = `observes-${Date.now()}@example.org`;
  await admin.page.goto('/desk/people');
  await admin.page.getByLabel('E-mail address').fill(email);
  await admin.page.getByRole('radio', { name: /^Observer/ }).check();
  await expectAccessible(admin.page);
  await admin.page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(admin.page.getByRole('row').filter({ hasText: email })).toContainText('Observer');

  const page = await openBrowser();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  await page.waitForURL(/\/sign-in\/sent/);
  await page.goto(linkIn(await mailTo(email, '/sign-in/confirm'), '/sign-in/confirm'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0);
  await expectAccessible(page);

  await page.goto(`/desk/contributions/${reference}`);
  await expect(page.getByText('You read this as an observer')).toBeVisible();
  for (const hidden of ['Vesna Contactperson', 'programme.office@example.org']) {
    expect(await page.content()).not.toContain(hidden);
  }
  const main = page.getByRole('main');
  const [buttons, choices] = [main.getByRole('button'), main.getByRole('radio')];
  await expect(choices).toHaveCount(0);
  expect((await buttons.allTextContents()).filter((label) => !/^(Keys|@|Add the note|Read|Show)/.test(label))).toEqual(
    [],
  );
  await expectAccessible(page);
  await page.getByLabel('Note to the other editors').fill('The report has a newer edition.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByText('The note is there')).toBeVisible();

  await admin.page.goto(`/desk/contributions/${reference}`);
  await expect(admin.page.getByText('The report has a newer edition.')).toBeVisible();
  await expect(admin.page.getByText('Vesna Contactperson')).toBeVisible();
});

test('an observer without JavaScript reads, writes a note, and finds no page of an editor', async ({ openDesk }) => {
  const { reference } = await submit(eastWestSubmission());
  const { page } = await openDesk({ role: 'observer', javaScriptEnabled: false });
  await page.goto('/desk');
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByText('You read this as an observer')).toBeVisible();
  await page.getByLabel('Note to the other editors').fill('Written without a script.');
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Written without a script.' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Accept|Record|Publish|Decline)/ })).toHaveCount(0);
  for (const address of ['/desk/mail', '/desk/tokens', '/desk/settings', '/desk/contributions/new', '/desk/bulk']) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
  }
});
