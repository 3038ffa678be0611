import { expect, test } from '@/e2e/fixtures/test';

test('a marked field is announced with its name and its mark', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.goto('/en/calls/2020/contribute/projects');
  await page.getByText('Web address, agreements and norms').click();
  await expect(page.getByRole('textbox', { name: 'Web address', exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name of the project or programme needed' })).toBeVisible();
  const preview = page.getByRole('button', { name: /^Preview ?: What you do and what it has achieved/ });
  await expect(preview).toHaveAttribute('aria-expanded', 'false');
  await preview.click();
  await expect(preview).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'There is nothing to show yet.' })).toBeAttached();
  await page.getByLabel('What you do and what it has achieved').fill('*Meetings*');
  await expect(page.getByRole('status').filter({ hasText: 'The preview is shown below the field.' })).toBeAttached();
});
