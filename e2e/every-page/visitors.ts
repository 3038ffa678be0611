import type { Browser, Page } from '@playwright/test';
import { test as base } from '@/e2e/fixtures/test';
import { makeSession } from '@/prisma/factories/people';
import { fillWholeSite } from '@/prisma/factories/whole-site';
import type { WholeSite } from '@/prisma/factories/whole-site';

/** The browser that opens a page: without any cookie, with a draft, with a sent contribution, of a signed-in admin. */
export type Visitor = 'reader' | 'drafting' | 'sent' | 'admin';

const AS_THE_APP_SETS_IT = { httpOnly: true, sameSite: 'Lax' as const };

type WorkerFixtures = {
  /** The forum filled with content for every page. */
  site: WholeSite;
  /** The page of that visitor of the site, which keeps what it has loaded. */
  pageOf: (visitor: Visitor) => Promise<Page>;
};

/** Its tests have a worker, and so a forum, of their own: no other test finds the content of the whole site. */
export const test = base.extend<object, WorkerFixtures>({
  site: [async ({ forum: _ }, use) => use(await fillWholeSite()), { scope: 'worker', timeout: 120_000 }],
  pageOf: [
    async ({ browser, forum, site }, use) => {
      const pages: Partial<Record<Visitor, Page>> = {};
      await use(async (visitor) => (pages[visitor] ??= await pageOfVisitor(browser, visitor, site, forum.origin)));
    },
    { scope: 'worker' },
  ],
});

async function pageOfVisitor(browser: Browser, visitor: Visitor, site: WholeSite, baseURL: string): Promise<Page> {
  const cookies: Record<Visitor, Record<string, string>> = {
    reader: {},
    drafting: {
      contribution_2020: `${site.draft.token}.${site.sent.token}`,
      [`contribution_${site.newer.slug}`]: site.newer.token,
      [`contribution_${site.kinds.call}`]: site.kinds.token,
    },
    sent: { contribution_2020: site.sent.token },
    admin: { 'next-auth.session-token': await makeSession(site.person) },
  };
  const context = await browser.newContext({ baseURL });
  await context.addCookies(
    Object.entries(cookies[visitor]).map(([name, value]) => ({ name, value, url: baseURL, ...AS_THE_APP_SETS_IT })),
  );
  return context.newPage();
}
