import { expect, test } from 'vitest';
import { publishContribution } from '@/lib/review/publication';
import { makeEditor } from '@/prisma/factories/people';
import { proposing, submit } from '@/prisma/factories/submissions';
import { ask, read, readJson, signIn, statusOf, textOf } from './requests';

/** As React writes a text into a page. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');

const FORM = '/en/calls/2020/contribute';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('differently filtered lists have different titles', async () => {
  const addresses = [
    ...[
      '',
      '/view/space/united-nations',
      '/view/criterion/specified-cbms.yes',
      '/view/criterion/specified-cbms.no',
      '/view/q/convention',
      '/view/sort/newest',
    ].map((path) => `/en/agreements${path}`),
    '/en/contributions',
    '/en/contributions/view/call/2020',
    '/en/projects',
    '/en/projects/view/criterion/specified-cbms',
    '/en/matrix',
    '/en/matrix/view/space/united-nations',
    '/en/matrix/view/transpose/yes',
  ];
  const titles = new Set<string>();
  for (const address of addresses) titles.add(/<title>([^<]*)<\/title>/.exec(await read(address))?.[1] ?? '');
  expect(titles.size).toBe(addresses.length);
  expect([...titles]).toContainEqual(expect.stringMatching(/: Specified CBMs: Yes/));
});

test('the page of a call names every norm in full, the languages, and a source for each sentence of the annex', async () => {
  const html = await read('/en/calls/2020');
  const words = textOf(html);
  const { data } = (await readJson('/api/v1/criteria')) as {
    data: { slug: string; criteria: { title: string; description: string }[] }[];
  };
  const norms = data.find(({ slug }) => slug === 'norms-2015')?.criteria ?? [];
  expect(norms).toHaveLength(11);
  for (const { title, description } of norms) {
    expect(words).toContain(escaped(title));
    expect(words).toContain(escaped(description));
  }
  expect(words).toContain('The form is in English. You may answer in any language');
  const annex = /<section[^>]*aria-labelledby="annex[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  expect(annex.split('Source: ').length - 1).toBe(20); // one for each agreement of Annex A
  expect(words).not.toContain('Opened'); // no source says when the call of 2020 opened
});

test.each([
  ['/desk', 'Queue: Submitted · Desk'],
  ['/desk?status=published', 'Queue: Published · Desk'],
  ['/desk?status=all&q=elan', 'Queue: All, Search: “elan” · Desk'],
  ['/desk/mail?status=failed', 'Mail: Failed · Desk'],
  ['/desk/agreements?q=manrs', 'Agreements: “manrs” · Desk'],
  ['/desk/audit?action=mail.sent', 'Audit: mail.sent · Desk'],
])('the title of the list at %s is %s', async (address, title) => {
  expect(await read(address, { headers: await signIn('admin') })).toContain(`<title>${title}</title>`);
});

test.each([
  ['/en/agreements?space=united-nations&sort=newest', '/en/agreements/view/space/united-nations/sort/newest'],
  ['/en/agreements/paris-call?at=2026-01-01', '/en/agreements/paris-call/at/2026-01-01'],
  ['/en/agreements/find?at=2026-01-01', '/en/agreements/view/at/2026-01-01'],
  ['/en/analysis/norms-2015?space=united-nations', '/en/analysis/norms-2015/view/space/united-nations'],
  ['/en/projects?criterion=supply-chain-integrity', '/en/projects/view/criterion/supply-chain-integrity'],
])('the query of %s leads to the view %s', async (from, to) => {
  const { pathname, search } = new URL((await ask(from, { redirect: 'follow' })).url);
  expect(decodeURIComponent(pathname + search)).toBe(to);
});

test('a comparison with an unknown name says that the dataset lacks it', async () => {
  const found = await ask('/en/compare/find?agreements=Paris+call&agreements=Treaty+of+the+Moon', {
    redirect: 'follow',
  });
  expect(await found.text()).toContain('The dataset has no agreement called “treaty of the moon”');
});

test('a proposal is shown beside the value that the dataset had, also one with a date', async () => {
  const { reference } = await submit(proposing('charter-of-trust', [{ cell: 'shortName', value: 'The Charter' }]));
  expect(await publishContribution({ editor: await makeEditor(), reference })).toEqual({ ok: true });
  const words = textOf(await read(`/en/contributions/${reference}`)).replace(/\s+/g, ' ');
  expect(words).toMatch(/Short name ?(Before)? ?Charter of Trust ?(Proposed)? ?The Charter/);
});

test('the empty questions are a public Word file', async () => {
  const address = '/en/calls/2020/questions.docx';
  expect(await read('/en/calls/2020')).toContain(address);
  const file = await ask(address);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': WORD,
    'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
    'content-disposition': 'attachment; filename="bpf-call-2020.docx"',
  });
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK'); // as a ZIP archive begins
  expect(await statusOf(address, { headers: { 'If-None-Match': file.headers.get('etag') ?? '' } })).toBe(304);
  expect(await statusOf('/en/calls/1815/questions.docx')).toBe(404);
});

test.each(['gaps', 'share', 'print', 'read', 'check', 'nonsense', 'agreements/7'])(
  'the form’s page %s, opened without a draft, says what to do',
  async (path) => {
    const response = await ask(`${FORM}/${path}`, { redirect: 'follow' });
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('This browser holds no draft of this call'),
    ]);
  },
);

test.each(['docx', 'pdf'])(
  'the file of a draft as .%s is answered with 404 to a browser without a draft',
  async (format) => {
    for (const path of ['', '/read']) expect(await statusOf(`${FORM}${path}/contribution.${format}`)).toBe(404);
  },
);
