import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { published, withdrawn } from '@/prisma/factories/published';
import { proposing } from '@/prisma/factories/submissions';
import { ask, read, statusOf } from './requests';

const AGREEMENT = 'arab-convention';
/** Another value in each run: repeating the present value is no change. */
const MAINTAINER = `A <b>secretariat</b> (${Date.now()})`;

const soon = { interval: 50, timeout: 20_000 };

test('feeds report a contribution, its changes and its withdrawal, and answer 304 without a change', async () => {
  const { reference, version } = await published(proposing(AGREEMENT, [{ cell: 'maintainer', value: MAINTAINER }]), {
    accept: AGREEMENT,
  });
  const readFeed = async (path: string) => {
    const response = await ask(path);
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseAtomFeed(await response.text());
    expect(feed.links?.find(({ rel }) => rel === 'self')?.href).toBe(feed.id);
    return { etag: response.headers.get('etag') ?? '', entries: feed.entries ?? [] };
  };
  const entryOf = async (path: string, id: string) =>
    (await readFeed(path)).entries.find((entry) => entry.id?.endsWith(id));
  for (const path of ['/feeds/dataset.atom', `/feeds/agreements/${AGREEMENT}.atom`]) {
    await expect
      .poll(async () => (await entryOf(path, `/en/agreements/${AGREEMENT}/versions/${version}`))?.content?.value, soon)
      .toContain('A &#60;b&#62;secretariat');
  }
  const title = async () => (await entryOf('/feeds/contributions.atom', reference))?.title?.value;
  await expect.poll(title, soon).toContain(reference);
  await withdrawn(reference);
  await expect.poll(title, soon).toBe(`${reference}: withdrawn`);
  const { etag } = await readFeed(`/feeds/agreements/${AGREEMENT}.atom`);
  expect(await statusOf(`/feeds/agreements/${AGREEMENT}.atom`, { headers: { 'If-None-Match': etag } })).toBe(304);
});

test('the sitemap names what is public, and robots.txt names the sitemap', async () => {
  const { reference } = await published({ signatories: [{ agreement: 'manrs' }], consent: true });
  await expect.poll(() => read('/sitemap.xml'), soon).toContain(`/en/contributions/${reference}</loc><lastmod>`);
  const robots = await read('/robots.txt');
  expect(robots).toContain('Disallow: /desk');
  expect(robots).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
});

/** The value of the first attribute after what names it. */
const attributeAfter = (html: string, name: RegExp) =>
  new RegExp(`${name.source}[^>]*? (?:content|href)="([^"]*)"`).exec(html)?.[1] ?? '';

test.each(['', '/agreements', '/matrix', '/analysis', '/compare', '/contributions', '/projects', '/data'])(
  'the page /en%s carries its picture',
  async (part) => {
    const html = await read(`/en${part}`);
    const image = new URL(attributeAfter(html, /property="og:image"/)).pathname;
    expect(image).toBe(`/en/social/${part.slice(1) || 'home'}.png`);
    expect(attributeAfter(html, /property="og:image:alt"/)).toMatch(/^BPF Contributions\. \S/);
    const response = await ask(image);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  },
);

test('pages describe the dataset and the agreement as linked data, and an agreement names its feed', async () => {
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
  const files = data.distribution as { contentUrl: string }[]; // as the linked data of the dataset writes it
  expect(files.map(({ contentUrl }) => new URL(contentUrl).pathname)).toContain('/data/latest/agreements.csv');
  for (const { contentUrl } of files) expect(await statusOf(new URL(contentUrl).pathname), contentUrl).toBe(200);
  expect(described(await read('/en/matrix'))).toMatchObject({ '@type': 'Dataset' });
  const agreement = await read('/en/agreements/manrs');
  expect(described(agreement)).toMatchObject({
    '@type': 'WebPage',
    mainEntity: { '@type': 'DefinedTerm', termCode: 'manrs' },
  });
  expect(attributeAfter(agreement, /type="application\/atom\+xml"|rel="alternate"/)).toMatch(
    /\/feeds\/agreements\/manrs\.atom$/,
  );
});
