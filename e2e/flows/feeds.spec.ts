import { parseAtomFeed } from 'feedsmith';
import { expect, test } from '@/e2e/fixtures/test';
import { published, withdrawn } from '@/prisma/factories/published';
import { proposing } from '@/prisma/factories/submissions';

const AGREEMENT = 'arab-convention';
/** Another value in each run: what stands already is no change. */
const MAINTAINER = `A <b>secretariat</b> (${Date.now()})`;

test('feeds tell of a contribution, of what it changed and of its withdrawal, and cost nothing while nothing changes', async ({
  request,
}) => {
  const { reference, version } = await published(proposing(AGREEMENT, [{ cell: 'maintainer', value: MAINTAINER }]), {
    accept: AGREEMENT,
  });
  const read = async (path: string) => {
    const response = await request.get(path);
    expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = parseAtomFeed(await response.text());
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(feed.id);
    return { etag: response.headers().etag ?? '', entries: feed.entries ?? [] };
  };
  const entryOf = async (path: string, id: string) =>
    (await read(path)).entries.find((entry) => entry.id?.endsWith(id));
  for (const path of ['/feeds/dataset.atom', `/feeds/agreements/${AGREEMENT}.atom`]) {
    await expect
      .poll(async () => (await entryOf(path, `/en/agreements/${AGREEMENT}/versions/${version}`))?.content?.value)
      .toContain('A &#60;b&#62;secretariat');
  }
  await expect
    .poll(async () => (await entryOf('/feeds/contributions.atom', reference))?.title?.value)
    .toContain(reference);
  await withdrawn(reference);
  await expect
    .poll(async () => (await entryOf('/feeds/contributions.atom', reference))?.title?.value)
    .toBe(`${reference}: withdrawn`);
  const { etag } = await read(`/feeds/agreements/${AGREEMENT}.atom`);
  expect(
    (await request.get(`/feeds/agreements/${AGREEMENT}.atom`, { headers: { 'If-None-Match': etag } })).status(),
  ).toBe(304);
  expect((await request.get('/feeds/agreements/no-such.atom')).status()).toBe(404);
});

test('the sitemap names what is public, and robots are told where it is', async ({ request }) => {
  const { reference } = await published({ signatories: [{ agreement: 'manrs' }], consent: true });
  await expect
    .poll(async () => (await request.get('/sitemap.xml')).text())
    .toContain(`/en/contributions/${reference}</loc><lastmod>`);
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain('Disallow: /desk');
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
});

test('pages carry their picture, their feed and what they are about', async ({ request }) => {
  const read = async (path: string) => (await request.get(path)).text();
  /** The value of the first attribute after what names it. */
  const after = (html: string, name: RegExp) =>
    new RegExp(`${name.source}[^>]*? (?:content|href)="([^"]*)"`).exec(html)?.[1] ?? '';
  for (const part of ['', '/agreements', '/matrix', '/analysis', '/compare', '/contributions', '/projects', '/data']) {
    const html = await read(`/en${part}`);
    const image = new URL(after(html, /property="og:image"/)).pathname;
    expect(image).toBe(`/en/social/${part.slice(1) || 'home'}.png`);
    expect(after(html, /property="og:image:alt"/)).toMatch(/^BPF Contributions\. \S/);
    const response = await request.get(image);
    expect(response.headers()['content-type']).toBe('image/png');
    expect((await response.body()).subarray(1, 4).toString()).toBe('PNG');
  }
  expect((await request.get('/en/social/moon.png')).status()).toBe(404);

  const described = (html: string) =>
    JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '') as Record<
      string,
      unknown
    >;
  const data = described(await read('/en/data'));
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
  });
  const files = data.distribution as { contentUrl: string }[]; // as lib/publication/linked-data writes it
  expect(files.map(({ contentUrl }) => new URL(contentUrl).pathname)).toContain('/data/latest/agreements.csv');
  for (const { contentUrl } of files) expect((await request.get(new URL(contentUrl).pathname)).status()).toBe(200);
  expect(described(await read('/en/matrix'))).toMatchObject({ '@type': 'Dataset' });
  const agreement = await read('/en/agreements/manrs');
  expect(described(agreement)).toMatchObject({
    '@type': 'WebPage',
    mainEntity: { '@type': 'DefinedTerm', termCode: 'manrs' },
  });
  expect(after(agreement, /type="application\/atom\+xml"|rel="alternate"/)).toMatch(
    /\/feeds\/agreements\/manrs\.atom$/,
  );
});
