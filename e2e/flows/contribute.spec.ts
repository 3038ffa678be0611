import { expect, test } from '@/e2e/fixtures/test';
import { linkIn, mailTo } from '@/e2e/fixtures/mailbox';
import { contribute } from './contributor';

test.describe('the contributor’s half of the main job, without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('from the call to the reference, and back by the private link', async ({ page, context }) => {
    const { reference, link } = await contribute(page, 'no.script@example.org');
    expect(reference).toMatch(/^BPF-2020-\d{3}$/);

    // The first mail to an unverified address holds a link to confirm it and no part of the contribution.
    const first = await mailTo('no.script@example.org', '/en/confirm/');
    expect(first).not.toContain('Paris Call');
    await page.goto(linkIn(first, '/en/confirm/'));
    await page.getByRole('button').first().click();
    await mailTo('no.script@example.org', reference);

    await context.clearCookies();
    await page.goto(link);
    await expect(page).not.toHaveURL(/\/link\//);
    await expect(page.getByText(reference).first()).toBeVisible();
  });
});
