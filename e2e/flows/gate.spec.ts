import { expect, test } from '@/e2e/fixtures/test';
import { begunJustNow } from '@/prisma/factories/drafts';
import { signAnonymously } from './contributor';

test('with the flag set, the browser computes the proof of work for beginning and for sending', async ({
  page,
  startOther,
}) => {
  const { origin } = await startOther({ CHALLENGE: 'always' });
  await page.goto(`${origin}/en/calls/2020/contribute`);
  await page.getByRole('button', { name: 'Start', exact: true }).first().click();
  await page.waitForURL(/\/contribute\/signatory/, { timeout: 40_000 });
  await page.goto(`${origin}/en/calls/2020/contribute/gaps`);
  await page.getByLabel('Your answer').fill(`An answer from behind the gate, ${Date.now()}.`);
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL(/\/contribute\/comments/);
  await signAnonymously(page, origin);
  await page.getByRole('checkbox', { name: /I agree/ }).check();
  await page.getByRole('button', { name: 'Submit the contribution' }).click();
  await expect(page.getByText(/BPF-2020-\d{3}/).first()).toBeVisible({ timeout: 40_000 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form sent faster than a person can must wait, with the reason', async ({ page, holdDraft }) => {
    const { id } = await holdDraft({
      sections: { comments: { text: `Typed by a program, ${Date.now()}.` }, about: { attribution: 'anonymous' } },
    });
    await begunJustNow(id);
    await page.goto('/en/calls/2020/contribute/check');
    await page.getByRole('checkbox', { name: /I agree/ }).check();
    await page.getByRole('button', { name: 'Submit the contribution' }).click();
    await expect(page.getByText('Please wait 10 seconds').first()).toBeVisible();
    await expect(
      page.getByText('This was sent within seconds of being begun, which is faster than people are.'),
    ).toBeVisible();
    await expect(page.getByText(/flood/i)).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: /I agree/ })).toBeChecked();
  });

  test('a form passes after a short wait, and too many from one network are refused for a while', async ({
    page,
    startOther,
  }) => {
    // The limit of 60 an hour, lowered to three, behind a proxy that names the sender.
    const { origin } = await startOther({ CHALLENGE: 'always', LIMITS_FACTOR: '0.05', TRUSTED_PROXIES: '1' });
    await page.setExtraHTTPHeaders({ 'X-Forwarded-For': `2001:db8:${(Date.now() % 65_536).toString(16)}::1` });
    const start = () => page.getByRole('button', { name: 'Start', exact: true }).first().click();
    await page.goto(`${origin}/en/calls/2020/contribute`);
    await start();
    await expect(page.getByText('Please wait 10 seconds').first()).toBeVisible();
    await expect(
      page.getByText('For the time being everybody is asked for a moment’s patience here').first(),
    ).toBeVisible();
    const again = page.waitForEvent('load');
    await start();
    await again;
    await expect(page.getByText('Please wait 10 seconds').first()).toBeVisible();
    await expect(page).toHaveURL(/\/contribute$/);
    const asked = Date.now();
    await expect(async () => expect(Date.now() - asked).toBeGreaterThan(11_000)).toPass({ timeout: 30_000 });
    await start();
    await page.waitForURL(/\/contribute\/signatory/);
    await page.goto(`${origin}/en/calls/2020/contribute`);
    await page
      .getByRole('button', { name: /Start another/ })
      .first()
      .click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Too many requests have come from your network' }),
    ).toBeVisible();
  });
});
