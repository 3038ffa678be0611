import type { BrowserContext } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test as base } from '@/e2e/fixtures/test';
import { makeSession } from '@/prisma/factories/people';
import { fillWholeSite } from '@/prisma/factories/whole-site';
import type { WholeSite } from '@/prisma/factories/whole-site';
import { joinedNames, tooWide } from './faults';
import { PAGES } from './pages';
import type { Visitor } from './pages';

const SMALL = [320, 360];
const LARGE = { width: 1280, height: 800 };

/** Filled once per worker. */
const test = base.extend<{ openAs: (visitor: Visitor) => Promise<void> }, { site: WholeSite }>({
  site: [async ({ forum: _ }, use) => use(await fillWholeSite()), { scope: 'worker', timeout: 120_000 }],
  openAs: async ({ context, site, forum }, use) => {
    await use((visitor) => holdCookies(context, visitor, site, forum.origin));
  },
});

async function holdCookies(context: BrowserContext, visitor: Visitor, site: WholeSite, url: string): Promise<void> {
  const cookies: Record<Visitor, Record<string, string>> = {
    reader: {},
    drafting: { contribution_2020: site.draft.token },
    sent: { contribution_2020: site.sent.token },
    admin: { 'next-auth.session-token': visitor === 'admin' ? await makeSession(site.person) : '' },
  };
  await context.addCookies(
    Object.entries(cookies[visitor]).map(([name, value]) => ({ name, value, url, httpOnly: true, sameSite: 'Lax' })),
  );
}

for (const [route, { visitor, addresses, wide = [], phone, status = 200 }] of Object.entries(PAGES)) {
  test(`${route} is accessible, keeps its names apart and is no wider than a screen`, async ({
    page,
    openAs,
    site,
  }) => {
    await openAs(visitor);
    const found: string[] = [];
    for (const [index, address] of [...addresses, ...wide].entries()) {
      await page.setViewportSize(LARGE);
      const response = await page.goto(typeof address === 'string' ? address : address(site));
      expect(response?.status(), page.url()).toBe(status);
      expect(await joinedNames(page), page.url()).toEqual([]);
      if (index < addresses.length) await expectAccessible(page);
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

test('a page that does not exist is accessible and no wider than a screen', async ({ page }) => {
  await page.goto('/en/no-such-page');
  await expectAccessible(page);
  for (const width of SMALL) {
    await page.setViewportSize({ width, height: 800 });
    expect(await tooWide(page, width)).toEqual([]);
  }
});
