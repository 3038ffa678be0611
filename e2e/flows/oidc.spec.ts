import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { linkIn, mails, mailTo } from '@/e2e/fixtures/mailbox';
import { makeProvider } from '@/e2e/fixtures/oidc-provider';
import type { TestProvider } from '@/e2e/fixtures/oidc-provider';
import type { Server } from '@/e2e/fixtures/server';
import { expect, test as base } from '@/e2e/fixtures/test';
import { makeEditor } from '@/prisma/factories/people';

type Accounts = Parameters<typeof makeProvider>[0];
type Started = { forum: Server; provider: TestProvider };

/** A forum whose people sign in at a real provider, both started for one test. */
const test = base.extend<{ startSignIn: (accounts: Accounts, settings?: Record<string, string>) => Promise<Started> }>({
  startSignIn: async ({ startOther }, use) => {
    const providers: TestProvider[] = [];
    await use(async (accounts, settings = {}) => {
      const provider = await makeProvider(accounts);
      providers.push(provider);
      const forum = await startOther({ ...provider.settings, ...settings });
      await provider.start(forum.origin);
      return { forum, provider };
    });
    for (const provider of providers) await provider.stop();
  },
});

/** Signs in at the provider as this account, from the sign-in page of the forum. */
async function signInAs(page: Page, forum: Server, account: string, next = '/desk') {
  await page.goto(`${forum.origin}/sign-in?next=${next}`);
  await page.getByRole('link', { name: 'Sign in with Example login', exact: true }).click();
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

test('the first sign-in at a provider is confirmed by mail in the same browser, the second is direct', async ({
  page,
  openBrowser,
  startSignIn,
}) => {
  const { email } = await makeEditor();
  const { forum } = await startSignIn({ 'subject-1': { email: email.toUpperCase(), email_verified: true } });
  await page.goto(`${forum.origin}/sign-in`);
  await expect(page.getByLabel('E-mail address')).toBeVisible();
  await expectAccessible(page);
  await signInAs(page, forum, 'subject-1', '/desk/you');
  await expect(heading(page, 'One mail, this first time')).toBeVisible();
  await expectAccessible(page);
  const link = linkIn(await mailTo(email, '/sign-in/link'), '/sign-in/link');

  const elsewhere = await openBrowser();
  await elsewhere.goto(link);
  await expect(heading(elsewhere, 'Please open this link in the other browser')).toBeVisible();
  await expectAccessible(elsewhere);

  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'This is my account' }).click();
  await expect(heading(page, 'Your account is linked')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in now' }).click();
  await page.waitForURL(/\/desk\/you$/);
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions).toContainText('Signs in through localhost');
  expect(await mailTo(email, 'A new sign-in to')).toContain('Chrome');

  await page.goto(link);
  await expect(page.getByText('This link no longer works')).toBeVisible();

  // In another browser: no mail, no question.
  const mailed = mails().filter((mail) => mail.includes(email) && mail.includes('/sign-in/link')).length;
  await signInAs(elsewhere, forum, 'subject-1');
  await elsewhere.waitForURL(/\/desk$/);
  expect(mails().filter((mail) => mail.includes(email) && mail.includes('/sign-in/link'))).toHaveLength(mailed);

  // Unlinked, the next sign-in asks again.
  await page.goto(`${forum.origin}/desk/you`);
  await sessions.getByRole('button', { name: 'Remove the link to this account' }).click();
  await expect(sessions.getByText('The link is removed.')).toBeVisible();
  await expect(sessions).not.toContainText('Signs in through');
});

test('a person is refused in words: not on the list, no verified address, another account, cancelled', async ({
  openBrowser,
  startSignIn,
}) => {
  const { email } = await makeEditor();
  const { forum } = await startSignIn({
    stranger: { email: 'stranger-of-oidc@example.org', email_verified: true },
    unverified: { email, email_verified: false },
    first: { email, email_verified: true },
    second: { email, email_verified: true },
  });
  const page = await openBrowser();
  await signInAs(page, forum, 'first');
  await page.goto(linkIn(await mailTo(email, '/sign-in/link'), '/sign-in/link'));
  await page.getByRole('button', { name: 'This is my account' }).click();
  await expect(heading(page, 'Your account is linked')).toBeVisible();
  for (const [account, words] of [
    ['stranger', 'not, or no longer, on the list of editors'],
    ['unverified', 'has not verified the e-mail address'],
    ['second', 'another account of the provider'],
  ] as const) {
    const browser = await openBrowser();
    await signInAs(browser, forum, account);
    await expect(heading(browser, 'Signing in did not work')).toBeVisible();
    await expect(browser.getByText(words)).toBeVisible();
    await browser.goto(`${forum.origin}/desk`);
    await browser.waitForURL(/\/sign-in/);
  }
  const browser = await openBrowser();
  await browser.goto(`${forum.origin}/sign-in`);
  await browser.getByRole('link', { name: 'Sign in with Example login', exact: true }).click();
  await browser.getByRole('button', { name: 'Cancel' }).click();
  await expect(browser.getByText('You ended the sign-in at the provider')).toBeVisible();
});

test('an answer of the provider works once, and in no other browser', async ({ page, openBrowser, startSignIn }) => {
  const { email } = await makeEditor();
  const { forum } = await startSignIn({ 'subject-2': { email, email_verified: true } });
  const question = page.waitForRequest((request) => request.url().includes('/auth?'));
  const answer = page.waitForRequest((request) => request.url().includes('/api/auth/callback/oidc'));
  await signInAs(page, forum, 'subject-2');
  await expect(heading(page, 'One mail, this first time')).toBeVisible();
  const { searchParams } = new URL((await question).url());
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  const replayed = (await answer).url();
  expect(replayed).toContain('state=');
  for (const browser of [page, await openBrowser()]) {
    await browser.goto(replayed);
    await expect(browser.getByText('did not confirm this sign-in')).toBeVisible();
  }
  // Also where the browser has begun another sign-in, whose state is another.
  const third = await openBrowser();
  await third.goto(`${forum.origin}/sign-in`);
  await third.getByRole('link', { name: 'Sign in with Example login', exact: true }).click();
  await expect(third.getByLabel('Account')).toBeVisible();
  await third.goto(replayed);
  await expect(third.getByText('did not confirm this sign-in')).toBeVisible();
});

test('groups give the role, at each sign-in', async ({ page, openBrowser, startSignIn }) => {
  const { email } = await makeEditor({ role: 'editor' });
  const account = { email, email_verified: true, groups: ['forum-admins'] };
  const { forum } = await startSignIn(
    { 'subject-3': account },
    { OIDC_GROUPS_CLAIM: 'groups', OIDC_ROLE_GROUPS: 'admin=forum-admins' },
  );
  await signInAs(page, forum, 'subject-3');
  await page.goto(linkIn(await mailTo(email, '/sign-in/link'), '/sign-in/link'));
  await page.getByRole('button', { name: 'This is my account' }).click();
  await page.getByRole('link', { name: 'Sign in now' }).click();
  await page.waitForURL(/\/desk$/);
  await page.goto(`${forum.origin}/desk/settings`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Settings');
  account.groups = [];
  const other = await openBrowser();
  await signInAs(other, forum, 'subject-3');
  await other.waitForURL(/\/desk$/);
  await other.goto(`${forum.origin}/desk/settings`);
  await expect(other.getByRole('heading', { level: 1 })).not.toContainText('Settings');
});

test('where the provider is the only way in, no link is offered, and a dead provider is said in words', async ({
  page,
  startSignIn,
}) => {
  const { email } = await makeEditor();
  const { forum, provider } = await startSignIn({ 'subject-4': { email, email_verified: true } }, { OIDC_ONLY: 'on' });
  await page.goto(`${forum.origin}/sign-in`);
  await expect(page.getByRole('link', { name: 'Sign in with Example login', exact: true })).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveCount(0);
  await expectAccessible(page);
  await signInAs(page, forum, 'subject-4');
  await expect(heading(page, 'One mail, this first time')).toBeVisible();
  await provider.stop();
  await page.goto(`${forum.origin}/sign-in`);
  await page.getByRole('link', { name: 'Sign in with Example login', exact: true }).click();
  await expect(page.getByText('does not answer just now')).toBeVisible();
  // What is left: a link that the operator prints on the server.
  const printed = execFileSync(process.execPath, ['bin/sign-in-link.mjs', email], {
    env: { ...process.env, ...provider.settings, OIDC_ONLY: 'on', NEXTAUTH_URL: forum.origin },
    encoding: 'utf8',
  });
  await page.goto(linkIn(printed, '/sign-in/confirm'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/desk$/);
  await page.goto(`${forum.origin}/desk/audit`);
  await expect(page.getByText(/had a sign-in link for (?!…)/).first()).toBeVisible();
});
