import { expect, test } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import { seedPublishedSecrets } from '@/prisma/factories/secrets';

const START = ['/en', '/sitemap.xml', '/robots.txt', '/api/v1/agreements', '/api/v1/criteria', '/api/v1/calls', '/api/v1/contributions', '/api/v1/releases', '/sign-in'];
const MOST_PAGES = 600;
const BEHIND_A_DOOR = /^\/(api\/auth|desk)/;

/** Every same-origin address that a page, a JSON answer or a file refers to. */
function addressesIn(body: string, base: string): string[] {
  const origin = new URL(base).origin;
  const attributes = [...body.matchAll(/(?:href|src|action)="([^"]+)"/g)].map((match) => match[1] ?? '');
  const strings = [...body.matchAll(/"(\/(?:en|api|data)\/[^"\\]*)"/g)].map((match) => match[1] ?? '');
  const slugs = [...body.matchAll(/"slug":\s*"([a-z0-9-]+)"/g)].flatMap((match) => [`/en/agreements/${match[1]}`, `/api/v1/agreements/${match[1]}`, `/api/v1/agreements/${match[1]}/history`]);
  const references = [...body.matchAll(/BPF-[A-Z0-9]+-\d+/g)].flatMap((match) => [`/en/contributions/${match[0]}`, `/api/v1/contributions/${match[0]}`]);
  return [...attributes, ...strings, ...slugs, ...references].flatMap((address) => {
    const url = URL.canParse(address.replaceAll('&amp;', '&'), base) ? new URL(address.replaceAll('&amp;', '&'), base) : null;
    return url && url.origin === origin ? [url.pathname + url.search] : [];
  });
}

async function crawl(request: APIRequestContext, base: string) {
  const seen = new Map<string, { status: number; text: string }>();
  const waiting = [...START];
  while (waiting.length > 0 && seen.size < MOST_PAGES) {
    const address = waiting.shift() ?? '';
    if (seen.has(address) || BEHIND_A_DOOR.test(address) || address.startsWith('/_next/static/media')) continue;
    const response = await request.get(address, { maxRedirects: 5 });
    const headers = Object.entries(response.headers()).map(([name, value]) => `${name}: ${value}`);
    const body = await response.text();
    seen.set(address, { status: response.status(), text: `${headers.join('\n')}\n\n${body}` });
    waiting.push(...addressesIn(body, new URL(address, base).href).filter((next) => !seen.has(next)));
    // What a browser asks for when it moves between pages: the same content in another coat.
    if (address.startsWith('/en')) {
      const flight = await request.get(address, { headers: { RSC: '1' } });
      seen.set(`${address} (RSC)`, { status: flight.status(), text: await flight.text() });
    }
  }
  return seen;
}

test('nothing public holds a contact detail, a private answer or a hidden name', async ({ request, baseURL }) => {
  test.setTimeout(180_000);
  const { secrets, shown, references } = await seedPublishedSecrets();
  const pages = await crawl(request, baseURL ?? '');

  // The crawl has really been where the data is: otherwise finding nothing would prove nothing.
  for (const reference of references.published) {
    expect(pages.get(`/en/contributions/${reference}`)?.status).toBe(200);
    expect(pages.get(`/api/v1/contributions/${reference}`)?.status).toBe(200);
  }
  const everything = [...pages.values()].map((page) => page.text).join('\n');
  for (const words of shown) expect(everything).toContain(words);
  for (const needed of ['/en/matrix', '/en/agreements', '/en/contributions', '/en/calls/2020', '/data/latest/agreements.json', '/data/latest/agreements.csv', '/data/latest/cells.csv']) {
    expect(pages.get(needed)?.status, needed).toBe(200);
  }

  const leaks = [...pages].flatMap(([address, { text }]) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${address}: ${secret}`));
  expect(leaks).toEqual([]);
  for (const reference of references.hidden) {
    expect((await request.get(`/en/contributions/${reference}`)).status()).toBe(404);
    expect((await request.get(`/api/v1/contributions/${reference}`)).status()).toBe(404);
  }
  expect([...pages].filter(([, { status }]) => status >= 500).map(([address]) => address)).toEqual([]);
});
