import { expect, test } from 'vitest';
import { publish } from '@/prisma/factories/published';
import { eastWestSubmission, submit } from '@/prisma/factories/submissions';
import { ask, read, signIn, statusOf } from './requests';

/**
 * The content and look of a page: without the scripts and their preload hints, which name the route and the build, and
 * without its own address and the moment at which it was made; and without the three marks of a preview: the notice, the
 * title, and that no search engine keeps it.
 */
const comparable = (html: string) =>
  html
    .replace(/<script(?![^>]*application\/ld\+json)[^>]*>.*?<\/script>/gs, '')
    .replace(/<link rel="(preload|modulepreload|preconnect)"[^>]*>/g, '')
    .replace(/<aside aria-label="About this preview".*?<\/aside>/s, '')
    .replace('<title>Preview of ', '<title>')
    .replace('<meta name="robots" content="noindex, nofollow"/>', '')
    .replaceAll('/preview', '')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'MOMENT');

test('the preview equals the published page to the byte but for its marks, and only editors get it', async () => {
  const { reference } = await submit(eastWestSubmission());
  const address = `/en/contributions/${reference}`;
  for (const path of [address, `${address}/preview`]) expect(await statusOf(path)).toBe(404);
  const preview = await ask(`${address}/preview`, { headers: await signIn() });
  expect([preview.status, preview.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(preview.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  const before = await preview.text();
  for (const mark of ['Preview — not published', '<title>Preview of ', 'content="noindex, nofollow"'])
    expect(before).toContain(mark);
  expect(before).toContain('EastWest Institute');
  // Also if the server has just rendered it for an editor.
  expect(await statusOf(`${address}/preview`)).toBe(404);
  expect(await statusOf(address)).toBe(404);
  await publish(reference);
  await expect.poll(() => statusOf(address), { interval: 50, timeout: 20_000 }).toBe(200);
  expect(comparable(await read(address))).toBe(comparable(before));
});
