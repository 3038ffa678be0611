import type { Page } from '@playwright/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { makeEditor, makeSession } from '@/prisma/factories/people';

const COOKIE = 'next-auth.session-token';
const unknownSession = (baseURL: string | undefined) => ({
  name: COOKIE,
  value: 'of-another-database',
  url: baseURL ?? 'http://localhost:3000',
  httpOnly: true,
  sameSite: 'Lax' as const,
});

async function signInByMail(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: /link/i }).click();
  await page.waitForURL(/\/sign-in\/sent/);
  await page.goto(linkIn(await mailTo(email, '/sign-in/confirm'), '/sign-in/confirm'));
}

test('an unknown session’s cookie is removed with a message, and does not prevent signing in', async ({
  page,
  context,
  baseURL,
}) => {
  const { email } = await makeEditor();
  await context.addCookies([unknownSession(baseURL)]);
  await page.goto('/desk/mail');
  await expect(page.getByText('You are signed out')).toBeVisible();
  expect(new URL(page.url()).searchParams.get('next')).toMatch(/^\/desk\/mail/);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(COOKIE);
  await expectAccessible(page);
  await signInByMail(page, email);
  // The worst moment for an unknown cookie: between the link and its button.
  await context.addCookies([unknownSession(baseURL)]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk$/);
  expect(await mailTo(email, 'A new sign-in to')).toContain('Chrome');
  await page.goBack();
  await page.goto('/api/auth/callback/email?email=x%40example.org&token=of-no-link');
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});

test('an editor sees where they are signed in, and signs out everywhere at once', async ({
  page,
  baseURL,
  signedInAs,
  openBrowser,
}) => {
  const { userId } = await signedInAs('editor');
  const other = await openBrowser();
  await other.context().addCookies([{ ...unknownSession(baseURL), value: await makeSession(userId) }]);
  await other.goto('/desk');
  await page.goto('/desk/you');
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('row')).toHaveCount(3);
  await expect(sessions.getByText('(this one)')).toHaveCount(1);
  await sessions.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL(/\/sign-in$/);
  await other.goto('/desk');
  await expect(other.getByText('You are signed out')).toBeVisible();
});
