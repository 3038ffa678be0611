import { test } from '@/e2e/fixtures/test';
test('heights', async ({ page, holdDraft }) => {
  await holdDraft();
  await page.setViewportSize({ width: 360, height: 800 });
  for (const step of [
    '',
    '/signatory',
    '/projects',
    '/agreements',
    '/gaps',
    '/comments',
    '/about',
    '/check',
    '/share',
  ]) {
    await page.goto(`/en/calls/2020/contribute${step}`);
    await page.waitForLoadState('networkidle');
    const h = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.querySelector('main')?.clientHeight,
      document.querySelector('header')?.clientHeight,
      document.querySelector('footer')?.clientHeight,
    ]);
    console.log('H', step, h.join(' '));
    await page.screenshot({ path: `/tmp/shots/step${step.replace('/', '-')}.png`, fullPage: true });
  }
});
