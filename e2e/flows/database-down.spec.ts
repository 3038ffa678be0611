import { dropDatabase, recreateDatabase, withDatabase } from '@/bin/database.mjs';
import { expect, test } from '@/e2e/fixtures/test';

test('the desk shows a message while the database is down', async ({ page, startOther }) => {
  const admin = process.env.TEST_DATABASE_URL ?? '';
  const name = `bpf_test_forum_gone_${test.info().parallelIndex}`;
  await recreateDatabase(admin, name, process.env.TEST_TEMPLATE ?? 'bpf_template');
  const { origin } = await startOther({ DATABASE_URL: withDatabase(admin, name) });
  await page.goto(`${origin}/sign-in`);
  await dropDatabase(admin, name);
  await page.context().addCookies([{ name: 'next-auth.session-token', value: 'of-an-editor', url: origin }]);
  const desk = await page.goto(`${origin}/desk`);
  expect(desk?.status()).toBe(503);
  await expect(page.getByRole('heading', { name: 'This page could not be made just now' })).toBeVisible();
});
