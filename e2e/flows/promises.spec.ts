import type { APIRequestContext } from '@playwright/test';
import { textsIn } from '@/e2e/fixtures/archives';
import { expect, test } from '@/e2e/fixtures/test';
import { makeEditor, makeSession } from '@/prisma/factories/people';
import { contributionWithPromises, PROMISED } from '@/prisma/factories/promises';
import type { Promised } from '@/prisma/factories/promises';
import { publish } from '@/prisma/factories/published';

type Holder = 'nobody' | 'read' | 'comment' | 'manage' | 'editor';

/** What the interface promises: who sees what, in every page and file that they can open. Whoever is not named sees it nowhere. */
const SEEN_BY: Record<Promised, Holder[]> = {
  answer: ['read', 'comment', 'manage', 'editor'],
  name: ['manage', 'editor'],
  affiliation: ['manage', 'editor'],
  email: ['manage', 'editor'],
  // "For the editors only", by those who write it.
  forEditors: ['manage', 'editor'],
  fileName: ['read', 'comment', 'manage', 'editor'],
  file: ['manage', 'editor'],
  // "Seen by those who hold a link to this draft, never by the editors or the public."
  colleague: ['read', 'comment', 'manage'],
  // "Only people who can share this contribution see it."
  label: ['manage'],
  // "Nobody but those who hold its private link can see it, editors included."
  typed: ['read', 'comment', 'manage'],
  // "Between you and the editors."
  request: ['manage', 'editor'],
  reply: ['manage', 'editor'],
  note: ['editor'],
  editor: ['editor'],
};
/** Of who is anonymous the editors learn nothing. */
const ANONYMOUS: Partial<Record<Promised, Holder[]>> = { name: ['manage'], affiliation: ['manage'], email: ['manage'] };

const FORM = '/en/calls/2020/contribute';
const STEPS = [
  '',
  '/signatory',
  '/projects',
  '/agreements',
  '/agreements/1',
  '/gaps',
  '/comments',
  '/about',
  '/check',
  '/status',
  '/done',
  '/share',
  '/print',
  '/contribution.docx',
  '/read',
  '/read/contribution.docx',
  '/withdraw',
  '/erase',
];

function addressesFor(reference: string, file: string): string[] {
  const desk = `/desk/contributions/${reference}`;
  const outside = [
    `/en/contributions/${reference}`,
    `/en/contributions/${reference}/preview`,
    `/api/v1/contributions/${reference}`,
    '/en/contributions',
    '/api/v1/contributions',
    '/en/projects',
    '/feeds/contributions.atom',
    '/sitemap.xml',
  ];
  return [
    ...STEPS.map((step) => FORM + step),
    `${FORM}/gaps/files/${file}`,
    desk,
    `${desk}/files/${file}`,
    '/desk',
    `/desk?q=${reference}`,
    '/desk/mail',
    '/desk/audit',
    ...outside,
  ];
}

/** Everything that whoever has these cookies can read at these addresses. */
async function readAll(request: APIRequestContext, addresses: string[]): Promise<string> {
  const texts: string[] = [];
  for (const address of addresses) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), address).toBeLessThan(500);
    texts.push(
      address.endsWith('.docx') && response.ok()
        ? await textsIn(await response.body())
        : (await response.body()).toString('latin1'),
    );
  }
  return texts.join('\n');
}

const seenIn = (text: string) => (Object.keys(PROMISED) as Promised[]).filter((what) => text.includes(PROMISED[what]));

for (const anonymous of [false, true]) {
  test(`each holder of a link, the editors and everybody else see what they were promised to see of ${anonymous ? 'an anonymous' : 'a'} contribution`, async ({
    playwright,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const { reference, file, links } = await contributionWithPromises({ anonymous });
    const addresses = addressesFor(reference, file);
    const cookies: Record<Holder, string> = {
      nobody: '',
      ...(Object.fromEntries(
        Object.entries(links).map(([purpose, token]) => [purpose, `contribution_2020=${token}`] as const),
      ) as typeof links),
      editor: `next-auth.session-token=${await makeSession((await makeEditor()).userId)}`,
    };
    const promised = { ...SEEN_BY, ...(anonymous && ANONYMOUS) };
    for (const [holder, cookie] of Object.entries(cookies) as [Holder, string][]) {
      const request = await playwright.request.newContext({
        baseURL,
        extraHTTPHeaders: cookie ? { Cookie: cookie } : {},
      });
      const expected = (Object.keys(PROMISED) as Promised[]).filter((what) => promised[what].includes(holder));
      expect(seenIn(await readAll(request, addresses)), holder).toEqual(expected);
      await request.dispose();
    }
    // Once it is published everybody reads the answer, and nothing else of it.
    await publish(reference);
    const reader = await playwright.request.newContext({ baseURL });
    await expect
      .poll(async () => (await reader.get(`/en/contributions/${reference}`)).status(), { intervals: [50] })
      .toBe(200);
    expect(seenIn(await readAll(reader, addresses))).toEqual(['answer']);
    await reader.dispose();
  });
}
