import type { Page } from '@playwright/test';
import { linkIn, mails, mailTo } from '@/e2e/fixtures/mailbox';
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

test('a cookie of a session that nobody knows is taken away and said, and does not keep its browser out', async ({
  page,
  context,
  baseURL,
  expectAccessible,
}) => {
  const { email } = await makeEditor();
  await context.addCookies([unknownSession(baseURL)]);
  await page.goto('/desk/mail');
  await expect(page.getByText('You are signed out')).toBeVisible();
  expect(new URL(page.url()).searchParams.get('next')).toMatch(/^\/desk\/mail/);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(COOKIE);
  await expectAccessible(page);
  await signInByMail(page, email);
  // The worst moment for it: between the link and its button.
  await context.addCookies([unknownSession(baseURL)]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk$/);
  expect(await mailTo(email, 'Somebody signed in as you')).toContain('Chrome');
  await page.goBack();
  await page.goto('/api/auth/callback/email?email=x%40example.org&token=of-no-link');
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});

test('each way in which signing in fails has its sentence', async ({ page, expectAccessible }) => {
  for (const [error, words] of [
    ['AccessDenied', 'not, or no longer, on the list'],
    ['constructor', 'Something went wrong on our side'],
    ['TooManyRequests', 'Too many sign-in links'],
  ]) {
    for (const path of ['/sign-in', '/sign-in/problem']) {
      await page.goto(`${path}?error=${error}`);
      await expect(page.getByText(words ?? '', { exact: false })).toBeVisible();
    }
  }
  await expectAccessible(page);
});

test('of next-auth’s own addresses none but the mailed link’s answers, and none sends mail', async ({
  request,
  baseURL,
}) => {
  const { email } = await makeEditor();
  for (const address of [
    'signin',
    'signin/email',
    'signout',
    'session',
    'csrf',
    'providers',
    'error',
    'verify-request',
    '_log',
    'callback/credentials',
  ]) {
    for (const method of ['GET', 'POST']) {
      const answer = await request.fetch(`/api/auth/${address}`, {
        method,
        maxRedirects: 0,
        headers: { origin: baseURL ?? '' },
        ...(method === 'POST' && { form: { email, csrfToken: 'x', json: 'true' } }),
      });
      expect([method, address, answer.status()]).toEqual([method, address, 404]);
    }
  }
  for (const method of ['POST', 'HEAD'])
    expect(
      (await request.fetch(`/api/auth/callback/email?email=${email}&token=x`, { method, maxRedirects: 0 })).status(),
    ).toBe(405);
  expect(mails().filter((mail) => mail.includes(email))).toEqual([]);
});

test('an editor sees where they are signed in, and signs out everywhere at once', async ({
  browser,
  page,
  signedInAs,
  baseURL,
  expectAccessible,
}) => {
  const { userId } = await signedInAs('editor');
  const elsewhere = await browser.newContext({ baseURL });
  await elsewhere.addCookies([{ ...unknownSession(baseURL), value: await makeSession(userId) }]);
  const other = await elsewhere.newPage();
  await other.goto('/desk');
  await page.goto('/desk/you');
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('row')).toHaveCount(3);
  await expect(sessions.getByText('(this one)')).toHaveCount(1);
  await expectAccessible(page);
  await sessions.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL(/\/sign-in$/);
  await other.goto('/desk');
  await expect(other.getByText('You are signed out')).toBeVisible();
});

test('a form that another site sends is refused in words, whatever it says of the host', async ({ request }) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'nonsense' },
    { origin: 'null' },
  ];
  for (const headers of foreign) {
    const answer = await request.post('/sign-in', { headers, multipart: { email: 'editor@example.org' } });
    expect([answer.status(), await answer.text()]).toEqual([
      403,
      expect.stringContaining('sent from a page of another site'),
    ]);
  }
});
