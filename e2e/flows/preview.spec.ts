import { expect, test } from '@/e2e/fixtures/test';
import { publish } from '@/prisma/factories/published';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';

/**
 * What a page says and how: everything but scripts and hints to load them, which name the route and the build. Set apart from the address that it stands at
 * and the moment at which it was made.
 */
const without = (html: string) =>
  html
    .replace(/<script(?![^>]*application\/ld\+json)[^>]*>.*?<\/script>/gs, '')
    .replace(/<link rel="(preload|modulepreload|preconnect)"[^>]*>/g, '')
    .replaceAll('/preview', '')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'MOMENT');

test('the preview is the published page to the byte, and nobody’s but the editors’', async ({
  page,
  signedInAs,
  playwright,
  baseURL,
}) => {
  const { reference } = await submit(eastWestSubmission());
  const address = `/en/contributions/${reference}`;
  const reader = await playwright.request.newContext({ baseURL });
  for (const path of [address, `${address}/preview`]) expect((await reader.get(path)).status()).toBe(404);
  await signedInAs('editor');
  const preview = await page.request.get(`${address}/preview`);
  expect([preview.status(), preview.headers()['cache-control']]).toEqual([200, 'private, no-store']);
  const before = await preview.text();
  expect(before).toContain('EastWest Institute');
  // Still nobody else's, also from a memory that has just seen it.
  expect((await reader.get(`${address}/preview`)).status()).toBe(404);
  expect((await reader.get(address)).status()).toBe(404);
  await publish(reference);
  await expect.poll(async () => (await reader.get(address)).status(), { intervals: [50] }).toBe(200);
  expect(without(await (await reader.get(address)).text())).toBe(without(before));
  await reader.dispose();
});
