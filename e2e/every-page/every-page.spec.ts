import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect } from '@/e2e/fixtures/test';
import { isThorough } from '@/prisma/factories/thoroughness';
import { joinedNames, tooWide } from './faults';
import { PAGES } from './pages';
import { test } from './visitors';

const SMALL = [320, 360];
const LARGE = { width: 1280, height: 800 };

// In one worker: it fills its forum with the whole site once, and its browsers keep what they have loaded.
test.describe.configure({ mode: 'default' });

for (const [route, { visitor, addresses, wide = [], phone, status = 200 }] of Object.entries(PAGES)) {
  test(`${route} is accessible, keeps its names apart and is no wider than a screen`, async ({ site, pageOf }) => {
    const page = await pageOf(visitor);
    const found: string[] = [];
    for (const [index, address] of [...addresses, ...wide].entries()) {
      await page.setViewportSize(LARGE);
      const response = await page.goto(typeof address === 'string' ? address : address(site));
      expect(response?.status(), page.url()).toBe(status);
      expect(await joinedNames(page), page.url()).toEqual([]);
      if (index < addresses.length) await expectAccessible(page, { contrast: index === 0 || isThorough });
      found.push(...(await tooWide(page, LARGE.width)));
      for (const width of SMALL) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await tooWide(page, width)));
      }
      if (phone && index === 0) await expectAccessible(page);
    }
    expect(found).toEqual([]);
  });
}

test('a page that does not exist is accessible and no wider than a screen', async ({ pageOf }) => {
  const page = await pageOf('reader');
  await page.setViewportSize(LARGE);
  await page.goto('/en/no-such-page');
  await expectAccessible(page, { contrast: true });
  for (const width of SMALL) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tooWide(page, width)).toEqual([]);
  }
});
