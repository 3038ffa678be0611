import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { closeCall, makeCall } from '@/prisma/factories/calls';

test.describe('a call that closes, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('returns the typed text, and keeps the draft for reading, printing and downloading', async ({
    page,
    holdDraft,
  }) => {
    const { slug } = await makeCall('open');
    await holdDraft({ call: slug });
    await page.goto(`/en/calls/${slug}/contribute/comments`);
    await page.getByLabel('Your answer').fill('Saved in time.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.getByLabel('Your answer').fill('Typed while the call closed.');
    await closeCall(slug);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'The call has closed while you were typing' }),
    ).toBeVisible();
    await expect(page.getByLabel('Your answer')).toHaveValue('Typed while the call closed.');

    // Every step shows the saved draft, read-only.
    await page.goto(`/en/calls/${slug}/contribute/comments`);
    await expect(page.getByText('This call has closed. Your draft is kept.')).toBeVisible();
    await expect(page.getByText('Saved in time.')).toBeVisible();
    await expect(page.getByText(/until .*\(Nairobi, UTC\+3\), strictly/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^Change/ })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Submit the contribution' })).toHaveCount(0);
    const word = page.getByRole('link', { name: 'Download as a Word file' });
    const file = await page.request.get((await word.getAttribute('href')) ?? '');
    expect(file.status()).toBe(200);
    expect(file.headers()['content-type']).toContain('wordprocessingml');
    await page.getByRole('link', { name: /Print/ }).first().click();
    await expect(page.getByText('Saved in time.')).toBeVisible();
  });
});

test.describe('a call that closes', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('refuses a save after the closing time, and keeps what was typed', async ({ page, holdDraft }) => {
    const { slug } = await makeCall('open');
    await holdDraft({ call: slug });
    await page.goto(`/en/calls/${slug}/contribute/comments`);
    await expect(
      page.getByText(/^In your time zone: .*\(Tokyo, UTC\+9\)/).filter({ visible: true }), // on a phone, among the steps
    ).toHaveCount(1);
    await closeCall(slug);
    await page.getByLabel('Your answer').fill('Typed while the call closed.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('The call has closed while you were typing')).toBeVisible();
    await expect(page.getByLabel('Your answer')).toHaveValue('Typed while the call closed.');
    await expectAccessible(page);
    await page.getByRole('link', { name: /Check and submit/ }).click();
    await expect(page.getByText('This call has closed. Your draft is kept.')).toBeVisible();
    await expectAccessible(page);
  });

  test('states whether late contributions are accepted, and in which time zone', async ({ page, holdDraft }) => {
    const [late, upcoming, closed] = await Promise.all([
      makeCall('late'),
      makeCall('upcoming', { timeZone: 'UTC' }),
      makeCall('closed'),
    ]);
    await page.goto(`/en/calls/${late.slug}`);
    await expect(page.getByText('Late contributions are accepted, read and published like all others.')).toBeVisible();
    await expect(page.getByText(/\(Nairobi, UTC\+3\)/).first()).toBeVisible();
    await expect(page.getByText(/^In your time zone: .*\(Tokyo, UTC\+9\)/)).toBeVisible();
    await holdDraft({ call: late.slug });
    await page.goto(`/en/calls/${late.slug}/contribute/check`);
    await expect(page.getByText(/Late contributions are still taken/).filter({ visible: true })).not.toHaveCount(0);

    await page.goto(`/en/calls/${upcoming.slug}/contribute`);
    await expect(page.getByText('This call has not opened yet')).toBeVisible();
    await expect(page.getByText(/ UTC until .* UTC\./)).toBeVisible();
    await page.goto(`/en/calls/${closed.slug}/contribute`);
    await expect(page.getByText('This call has closed', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Start/ })).toHaveCount(0);
    await expectAccessible(page);
  });
});
