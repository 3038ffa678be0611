import sharp from 'sharp';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';
import { countLogos, restoreSettings } from '@/prisma/factories/settings';

test.afterEach(restoreSettings);

const soon = { timeout: 20_000 };

test('an admin names the forum, its footer and its contact address, and readers see them', async ({
  page,
  signedInAs,
  openBrowser,
}) => {
  await signedInAs('admin');
  await page.goto('/desk/settings');
  await page.getByLabel('Name of this site').fill('Zq7 Contributions');
  await page.getByLabel('Name of the forum').fill('Dynamic Coalition on Zq7');
  await page.getByLabel('At the foot of every page', { exact: true }).fill('Zq7 is an **open** group.');
  await page.getByLabel('Contact address').fill('not an address');
  await page.getByRole('button', { name: 'Store the settings' }).click();
  await expect(page.getByText(/e-mail address/).first()).toBeVisible();
  await expect(page.getByLabel('Name of the forum')).toHaveValue('Dynamic Coalition on Zq7');
  await expectAccessible(page);
  await page.getByLabel('Contact address').fill('zq7@example.org');
  await page.getByRole('button', { name: 'Store the settings' }).click();
  await expect(page.getByText('Stored. Every page says it from now on.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Earlier settings' }).click();
  const newest = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2 }) })
    .first();
  await expect(newest).toContainText('Best Practice Forum on Cybersecurity');
  await expect(newest).toContainText('Dynamic Coalition on Zq7');
  await expectAccessible(page);
  await newest.getByRole('button', { name: /^Use the text before again\s?: Name of the forum$/ }).click();
  await expect(page.getByText('The earlier text is used again, from now on.')).toBeVisible();
  await expect(newest).toContainText('Dynamic Coalition on Zq7'); // as what was before this change
  await expect(newest.getByRole('button', { name: /^Use the text before again\s?: Name of the forum$/ })).toBeVisible();
  await page.getByRole('link', { name: 'All settings' }).click();
  await expect(page.getByLabel('Name of the forum')).toHaveValue('Best Practice Forum on Cybersecurity');
  await expect(page.getByLabel('Name of this site')).toHaveValue('Zq7 Contributions');

  const reader = await openBrowser({ javaScriptEnabled: false });
  await expect(async () => {
    await reader.goto('/en/about');
    await expect(reader.getByRole('banner')).toContainText(/Zq7\s*Contributions/, { timeout: 2_000 });
  }).toPass(soon);
  const footer = reader.getByRole('contentinfo');
  await expect(footer).toContainText('Zq7 is an open group.');
  await expect(footer.getByRole('link', { name: 'zq7@example.org' })).toHaveAttribute('href', 'mailto:zq7@example.org');
  await reader.goto('/en/calls/2020');
  await expect(reader.getByRole('contentinfo')).toContainText('zq7@example.org');
});

test('a logo of 10 MB is refused with a sentence and not stored; a PNG is at the head of pages', async ({
  page,
  signedInAs,
  openBrowser,
}) => {
  await signedInAs('admin');
  await page.goto('/desk/settings');
  const picture = page.getByLabel('Picture');
  await picture.setInputFiles({ name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(10_000_000) });
  await page.getByRole('button', { name: 'Add the logo' }).click();
  await expect(page.getByText(/^(Error: )?This picture is too large: a logo may have up to 500 kB/)).toBeVisible();
  expect(await countLogos()).toBe(0);

  const buffer = await sharp({ create: { width: 240, height: 90, channels: 3, background: '#173f6b' } })
    .png()
    .toBuffer();
  await picture.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: 'Add the logo' }).click();
  await expect(page.getByText('The logo is at the head of every page.')).toBeVisible();
  await expect(page.getByRole('img', { name: 'The present logo' })).toBeVisible();
  await expectAccessible(page);
  const reader = await openBrowser();
  await expect(async () => {
    await reader.goto('/en');
    await expect(reader.locator('header img[src^="/logo/"]')).toBeVisible({ timeout: 500 });
  }).toPass(soon);
});

test('the words of a mail are previewed, kept where a placeholder is missing, stored, and reset', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('admin');
  await page.goto('/desk/settings');
  await page.getByRole('link', { name: 'Confirmation of arrival' }).click();
  const arrived = page.getByLabel('Paragraph that says what has arrived');
  await arrived.fill('We have {reference}, sent to {call}. Zq7 thanks you.');
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText(/We have BPF-2020-007, sent to Call for contributions\s+2020\.\s+Zq7 thanks/);
  await expectAccessible(page);

  await arrived.fill('We have {reference}. Zq7 thanks you.');
  await page.getByRole('button', { name: 'Store the words' }).click();
  await expect(page.getByText(/^(Error: )?A placeholder of the usual wording is missing/).first()).toBeVisible();
  await expect(arrived).toHaveValue('We have {reference}. Zq7 thanks you.');
  await page.reload();
  await expect(arrived).toHaveValue('');

  await arrived.fill('We have {reference}, sent to {call}. Zq7 thanks you.');
  await page.getByRole('button', { name: 'Store the words' }).click();
  await expect(page.getByText('Stored. Mails that leave from now on say it so.')).toBeVisible();
  await expect(arrived).toHaveValue('We have {reference}, sent to {call}. Zq7 thanks you.');
  await page.getByRole('button', { name: 'Use the usual words again' }).click();
  await expect(page.getByText('This mail has its usual words again.')).toBeVisible();
  await expect(arrived).toHaveValue('');
  await page.goto('/desk/settings');
  await expect(page.getByText('changed', { exact: true })).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`an admin tries rules on how long things are kept, stores them, and readers are told, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    openBrowser,
    openDesk,
  }) => {
    const { page } = await openDesk({ role: 'admin', javaScriptEnabled });
    await page.goto('/desk/settings');
    await page.getByRole('link', { name: 'How long things are kept' }).click();
    const drafts = page.getByLabel('Drafts that were never sent');
    await drafts.fill('7');
    await page.getByRole('button', { name: 'Store the rules' }).click();
    await expect(page.getByText('At least 30 days.').first()).toBeVisible();
    await expect(drafts).toHaveValue('7');
    await drafts.fill('9000');
    await page.getByRole('button', { name: 'What would go now?' }).click();
    await expect(page.getByText('Nothing would go now')).toBeVisible();
    await expect(drafts).toHaveValue('9000');
    await page.getByRole('button', { name: 'Store the rules' }).click();
    await expect(page.getByText('Stored. What is due goes in the coming night.')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);

    const reader = await openBrowser({ javaScriptEnabled: false });
    await expect(async () => {
      await reader.goto('/en/privacy');
      await expect(reader.getByText('9,000 days after it was last worked on')).toBeVisible({ timeout: 500 });
    }).toPass(soon);
  });
}
