import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { publish } from '@/prisma/factories/published';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';

test('an editor takes a contribution down and puts it back; readers see it and its contributor gets mails', async ({
  page,
  signedInAs,
  openBrowser,
}) => {
  const email = 'taken.down@example.org';
  const { reference, token } = await submit({
    ...eastWestSubmission(),
    about: { ...eastWestSubmission().about, email },
  });
  const visitor = await openBrowser();
  await visitor.goto(linkIn(await mailTo(email, '/en/confirm/'), '/en/confirm/'));
  await visitor.getByRole('button').first().click();
  await publish(reference);
  await expect
    .poll(async () => (await visitor.request.get(`/en/contributions/${reference}`)).status(), { intervals: [50] })
    .toBe(200);

  await signedInAs('editor');
  await page.goto(`/desk/contributions/${reference}`);
  await page.getByText('Take it down', { exact: true }).click();
  await page.getByLabel('Why is it taken down?').fill('Write to somebody@example.org for the reason.');
  await page.getByRole('button', { name: 'Take down' }).click();
  await expect(page.getByText('Everybody will read this', { exact: false })).toBeVisible();
  await page.getByLabel('Why is it taken down?').fill('It quotes a report that is not public.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take down' }).click();
  await expect(page.getByText('It was taken down. Readers find', { exact: false })).toBeVisible();

  await visitor.goto(`/en/contributions/${reference}`);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(`${reference} has been taken down`);
  await expect(visitor.getByText('It quotes a report that is not public.')).toBeVisible();
  await expect(visitor.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  expect(await mailTo(email, 'has been taken down')).toContain('It quotes a report that is not public.');
  await visitor.goto(`/en/link/${token}`);
  await expect(visitor.getByText('Taken down by the editors').first()).toBeVisible();
  await expect(visitor.getByText('It quotes a report that is not public.').first()).toBeVisible();
  await expectAccessible(visitor);

  await page.getByText('Put it back', { exact: true }).click();
  await page.getByLabel('Why is it put back?').fill('The report is public by now.');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByRole('link', { name: 'See it as published' })).toBeVisible();
  await visitor.goto(`/en/contributions/${reference}`);
  await expect(visitor.getByText('Global Cyber Policy Dialogues').first()).toBeVisible();
  expect(await mailTo(email, 'is public again')).toContain(reference);
});
