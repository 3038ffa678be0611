import fs from 'node:fs';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { published, takenDown } from '@/prisma/factories/published';
import { ask, read, readJson, statusOf, textOf } from './requests';

const documentOf = async (address: string) => parseHTML(await read(address)).document;
const marked = (document: Document) => [...document.querySelectorAll('main mark')].map((mark) => mark.textContent);

test('the search form leads to the address of its view, which shows groups with the words in context', async () => {
  const response = await ask('/en/search/find?q=Prot%C3%A9ction&in=');
  expect([response.status, response.headers.get('location')]).toEqual([303, '/en/search/view/q/protection']);
  const page = await documentOf('/en/search/view/q/protection');
  expect(page.querySelector('h1')?.textContent).toBe('Search');
  expect([...page.querySelectorAll('main section > div > h2')].map((title) => title.id)).toContain('values');
  expect(marked(page).length).toBeGreaterThan(0);
  for (const word of marked(page)) expect(word).toMatch(/^protect(s|ed|ing|ion)?$/i);
  expect(page.querySelector<HTMLInputElement>('#q')?.getAttribute('value')).toBe('protection');
  expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toContain('noindex');
});

test('a group alone comes in pages, and a page behind the last says so', async () => {
  const first = await documentOf('/en/search/view/q/security/in/agreements');
  const hits = [...first.querySelectorAll('main section li > a')];
  expect(hits.length).toBeGreaterThan(5);
  for (const hit of hits) expect(await statusOf(hit.getAttribute('href') ?? '')).toBe(200);
  expect(textOf(await read('/en/search/view/q/security/in/agreements/page/99'))).toContain('There are no more hits');
});

test('texts are shown as they are written, never as markup', async () => {
  const description = 'Zqmarkup <script>alert(1)</script> & <mark>not ours</mark> "quoted"';
  await published({ projects: [{ title: '<b>Zqbold</b>', description }], consent: true });
  const html = await read('/en/search/view/q/zqmarkup');
  const page = parseHTML(html).document;
  const [hit] = page.querySelectorAll('main section li');
  expect(hit?.textContent).toContain(`<b>Zqbold</b>`);
  expect(hit?.textContent).toContain(description);
  expect(marked(page)).toEqual(['Zqmarkup']);
  expect(hit?.querySelectorAll('b, script')).toHaveLength(0);
});

test('a contribution that was taken down is not found by the next request', async () => {
  const { reference } = await published({ answers: { gaps: 'Zqsoon is missing.' }, consent: true });
  const addresses = ['/en/search/view/q/zqsoon', '/api/v1/search?q=zqsoon'];
  for (const address of addresses) expect(await read(address)).toContain(reference);
  await takenDown(reference);
  await expect
    .poll(
      async () =>
        (await Promise.all(addresses.map((address) => read(address)))).filter((body) => body.includes(reference)),
      { timeout: 5_000 },
    )
    .toEqual([]);
});

test('a search without hits offers what is spelt alike, and the lists', async () => {
  const page = await documentOf('/en/search/view/q/budapst%20convntion');
  const links = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
  expect(links).toContain('/en/search/view/q/budapest%20convention');
  expect(links).toContain('/en/agreements/budapest-convention');
  expect(links).toContain('/en/glossary');
  expect(textOf(await read('/en/search/view/q/xyzzyqq'))).toContain('Nothing has “xyzzyqq”');
});

test('a list in which words find nothing leads to the search through everything', async () => {
  for (const list of ['agreements', 'participants'])
    expect([list, await read(`/en/${list}/view/q/xyzzyqq`)]).toEqual([
      list,
      expect.stringContaining('href="/en/search/view/q/xyzzyqq"'),
    ]);
});

test('the API finds the same, and refuses what it does not take', async () => {
  const answer = await readJson('/api/v1/search?q=protection&group=values&limit=1');
  expect(answer).toMatchObject({
    data: [{ group: 'values', hits: [{ title: expect.any(String) as string }] }],
    near: null,
  });
  expect(answer.data[0].hits).toHaveLength(1);
  expect(await readJson('/api/v1/search?q=budapst')).toMatchObject({ data: [], near: { searches: ['budapest'] } });
  for (const query of ['', '?q=', '?q=a&group=people', '?q=a&limit=0', '?q=a&page=2', `?q=${'x'.repeat(121)}`])
    expect([query, await statusOf(`/api/v1/search${query}`)]).toEqual([query, 400]);
  expect(await readJson('/api/v1/search?q=%3A%2A')).toMatchObject({ data: [] });
});

/** Every page for readers, with names in place of what its address leaves open. */
const pagesForReaders = () =>
  fs
    .readdirSync('app/(site)', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx') && file.startsWith('[locale]') && !file.includes('preview'))
    .map((file) =>
      `/${file.replace(/\/?page\.tsx$/, '').replace('[locale]', 'en')}`
        .replace('[...view]', 'sort/name')
        .replaceAll(/\[(\w+)\]/g, 'any-$1'),
    );

test('no page ignores a parameter: an unknown one leads to the address without it', async () => {
  const pages = pagesForReaders();
  expect(pages.length).toBeGreaterThan(30);
  const answers = await Promise.all(
    pages.map(async (page) => {
      const response = await ask(`${page}?unknown=1&utm_source=mail`);
      return [response.status, response.headers.get('location')];
    }),
  );
  expect(answers).toEqual(pages.map((page) => [307, page]));
  const kept = await ask('/en/agreements?sort=newest&unknown=1', { redirect: 'follow' });
  expect([kept.status, new URL(kept.url).pathname]).toEqual([200, '/en/agreements/view/sort/newest']);
});
