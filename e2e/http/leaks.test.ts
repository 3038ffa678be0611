import { expect, test } from 'vitest';
import { textsIn } from '@/e2e/fixtures/archives';
import { seedPublishedSecrets } from '@/prisma/factories/secrets';
import { ask, origin, statusOf } from './requests';

const START = [
  '/en',
  '/en/compare',
  '/en/criteria',
  '/en/participants',
  '/en/sources',
  '/en/releases',
  '/en/api',
  '/en/search',
  ...['leak', 'zq7', 'shown', 'example org', 'office'].flatMap((word) => [
    `/en/search/view/q/${encodeURIComponent(word)}`,
    `/api/v1/search?q=${encodeURIComponent(word)}&limit=50`,
  ]),
  ...['answers.csv', 'answers-by-question.csv', 'answers.xlsx'].map((file) => `/en/calls/2020/${file}`),
  '/sign-in',
  '/sitemap.xml',
  '/robots.txt',
  '/feeds/contributions.atom',
  '/feeds/dataset.atom',
  ...[
    'agreements',
    'criteria',
    'calls',
    'contributions',
    'projects',
    'participants',
    'sources',
    'changes',
    'releases',
    'openapi.json',
  ].map((name) => `/api/v1/${name}`),
  ...[
    'agreements.json',
    'agreements.csv',
    'cells.csv',
    'values.csv',
    'criteria.csv',
    'participants.csv',
    'sources.csv',
    'agreements.xlsx',
    'datapackage.json',
  ].map((name) => `/data/latest/${name}`),
];
const MAX_PAGES = 900;
const NOT_PUBLIC = /^\/(api\/(auth|v1\/desk)|desk)/;

/**
 * There are endlessly many views, versions and earlier states, made of the same data: the crawl visits some of each
 * kind. The kind is the page they are views of, in the same format (page, CSV, JSON); versions and states of all
 * agreements are one kind.
 */
const MAX_OF_A_KIND = 6;
const kindOf = (address: string): string | null => {
  const path = address.replace(/\?.*/, '');
  if (path.includes('/view/')) return path.replace(/\/view\/.*/, '');
  // One short form for each cell of the dataset.
  if (path.startsWith('/en/correct/')) return '/en/correct';
  const state = /^\/(?:en|feeds)\/agreements\/[^/]+(\/versions|\/at|\.atom)|\/(figures)\//.exec(path);
  return state ? (state[1] ?? state[2] ?? null) : null;
};

type Visited = {
  status: number;
  text: string;
  /** True for an address that a page links to, false for one that was guessed from a name in some answer. */
  linked: boolean;
};

/** The addresses that a page links to or loads. */
const linksIn = (body: string) => [...body.matchAll(/(?:href|src|action)="([^"]+)"/g)].map((match) => match[1] ?? '');

/** Addresses that could belong to the names in an answer: a secret may be at an address without a link. */
function guessesIn(body: string): string[] {
  const strings = [...body.matchAll(/"(\/(?:en|api|data)\/[^"#\\]*)/g)].map((match) => match[1] ?? '');
  const slugs = [...body.matchAll(/"slug":\s*"([a-z0-9-]+)"/g)].flatMap(([, slug]) => [
    `/en/agreements/${slug}`,
    `/api/v1/agreements/${slug}`,
    `/api/v1/agreements/${slug}/history`,
  ]);
  const references = [...body.matchAll(/BPF-[A-Z0-9]+-\d+/g)].flatMap(([reference]) => [
    `/en/contributions/${reference}`,
    `/api/v1/contributions/${reference}`,
  ]);
  return [...strings, ...slugs, ...references];
}

function sameOrigin(address: string, base: string): string[] {
  const plain = address.replaceAll('&amp;', '&');
  const url = URL.canParse(plain, base) ? new URL(plain, base) : null;
  return url && url.origin === new URL(base).origin ? [url.pathname + url.search] : [];
}

async function crawl(base: string): Promise<Map<string, Visited>> {
  const seen = new Map<string, Visited>();
  const kinds = new Map<string, number>();
  const waiting = START.map((address) => ({ address, linked: true }));
  for (let next = waiting.shift(); next && seen.size < MAX_PAGES; next = waiting.shift()) {
    const { address, linked } = next;
    const known = seen.get(address);
    if (known) known.linked ||= linked;
    if (known || NOT_PUBLIC.test(address) || address.startsWith('/_next/static/media')) continue;
    const kind = kindOf(address);
    if (kind !== null) {
      if ((kinds.get(kind) ?? 0) >= MAX_OF_A_KIND) continue;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const response = await ask(address, { redirect: 'follow' });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    const body = address.endsWith('.xlsx') ? await textsIn(bytes) : bytes.toString();
    seen.set(address, { status: response.status, text: `${headers.join('\n')}\n\n${body}`, linked });
    const here = new URL(address, base).href;
    const isPage = response.ok && (response.headers.get('content-type')?.includes('text/html') ?? false);
    waiting.push(
      ...(isPage ? linksIn(body) : [])
        .flatMap((link) => sameOrigin(link, here))
        .map((link) => ({ address: link, linked: true })),
    );
    waiting.push(...guessesIn(body).map((guess) => ({ address: guess, linked: false })));
    // The request of a browser that moves between pages: the same content in another format.
    if (address.startsWith('/en') && kind === null) {
      const flight = await ask(address, { headers: { RSC: '1' }, redirect: 'follow' });
      seen.set(`${address} (RSC)`, { status: flight.status, text: await flight.text(), linked: false });
    }
  }
  return seen;
}

test('no public answer holds a contact detail, a private answer or a hidden name', async () => {
  const { secrets, shown, references } = await seedPublishedSecrets();
  const pages = await crawl(origin());

  // The crawl must have reached the data; otherwise finding nothing would prove nothing.
  for (const reference of references.published) {
    expect(pages.get(`/en/contributions/${reference}`)?.status).toBe(200);
    expect(pages.get(`/api/v1/contributions/${reference}`)?.status).toBe(200);
  }
  const everything = [...pages.values()].map((page) => page.text).join('\n');
  for (const words of shown) expect(everything).toContain(words);
  const pagesNeeded = [
    'agreements',
    'analysis',
    'analysis/limits',
    'calls/2020',
    'compare',
    'contributions',
    'data',
    'matrix',
    'projects',
    'releases',
    'api',
  ].map((page) => `/en/${page}`);
  for (const needed of [
    ...START,
    ...pagesNeeded,
    '/en/agreements/arab-convention',
    '/feeds/agreements/arab-convention.atom',
  ]) {
    expect(pages.get(needed)?.status, needed).toBe(200);
  }

  const leaks = [...pages].flatMap(([address, { text }]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${address}: ${secret}`),
  );
  expect(leaks).toEqual([]);
  // The page of a contribution that was taken down or withdrawn, or that only the dataset names, answers and says so.
  for (const reference of references.left) {
    expect(pages.get(`/en/contributions/${reference}`)?.status).toBe(200);
    expect(pages.get(`/api/v1/contributions/${reference}`)?.status).toBe(200);
  }
  for (const reference of references.hidden) {
    expect(await statusOf(`/en/contributions/${reference}`)).toBe(404);
    expect(await statusOf(`/api/v1/contributions/${reference}`)).toBe(404);
  }
  // No answer is a failure, and no linked page is missing.
  expect([...pages].filter(([, { status }]) => status >= 500).map(([address]) => address)).toEqual([]);
  expect(
    [...pages]
      .filter(([, { status, linked }]) => linked && status >= 400)
      .map(([address, { status }]) => `${status} ${address}`),
  ).toEqual([]);
});
