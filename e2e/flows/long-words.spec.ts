import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';
import { published, withdrawn } from '@/prisma/factories/published';
import { submit } from '@/prisma/factories/submissions';
import type { SubmissionInput } from '@/prisma/factories/submissions';

/** An address of 120 characters and a compound of 80 letters, in every field that takes them. */
const ADDRESS = 'https://example.org/'.padEnd(120, 'abcdefghij');
const COMPOUND = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'.slice(0, 80);
const WORDS = `${COMPOUND} ${ADDRESS}`;
const WIDTHS = [320, 360, 1280];
const FORM = '/en/calls/2020/contribute';

const project = {
  title: COMPOUND,
  description: WORDS,
  link: ADDRESS,
  agreements: ['ungge-2015'],
  criteria: ['supply-chain-integrity'],
};
const about = {
  affiliation: COMPOUND,
  name: COMPOUND,
  country: 'FI',
  stakeholderGroup: 'academia' as const,
  show: { affiliation: true, name: true, country: true },
};
const proposal = (agreement: string) => ({
  kind: 'update' as const,
  agreement,
  comment: WORDS,
  changes: [
    { cell: 'maintainer', value: COMPOUND, note: WORDS, source: ADDRESS },
    { cell: 'link', value: ADDRESS, note: WORDS, source: ADDRESS },
    { cell: 'stakeholders', value: WORDS, note: WORDS, source: ADDRESS },
    {
      cell: 'signatories',
      value: { count: 28, unit: COMPOUND, list: [COMPOUND], link: ADDRESS },
      note: WORDS,
      source: ADDRESS,
    },
    { cell: 'uniqueElements', value: [WORDS], note: WORDS, source: ADDRESS },
    { cell: 'report-vulnerabilities', value: 'yes', note: WORDS, source: ADDRESS },
  ],
});
const wide = (agreement: string): SubmissionInput => ({
  answers: { signatory: WORDS, projects: WORDS, agreements: WORDS, gaps: WORDS, comments: WORDS },
  signatories: [
    { agreement: 'paris-call', note: WORDS },
    { name: COMPOUND, note: WORDS },
  ],
  projects: [project],
  proposals: [proposal(agreement) as never],
  about,
  consent: true,
});

/** What is wider than the page, innermost first: what to look at where one of these fails. */
const widest = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const within = (element: Element): boolean => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement)
        if (getComputedStyle(parent).overflowX !== 'visible') return true;
      return false;
    };
    const wider = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !within(element),
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wider.slice(-4).map((element) => element.outerHTML.slice(0, 160))];
  });

async function expectNoWider(page: Page, addresses: readonly string[]) {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const too = await widest(page);
      if (too.length > 0) found.push(`${address} at ${width}: ${too.join('\n  ')}`);
    }
  }
  expect(found.join('\n')).toBe('');
}

test('no page of the site is wider than the screen, whatever words it holds', async ({ page }) => {
  const { reference, version } = await published(wide('ecowas-directive'), { accept: 'ecowas-directive' });
  const { reference: gone } = await published(wide('eac-cyber-laws'));
  await withdrawn(gone);
  await expectNoWider(page, [
    '/en',
    '/en/calls',
    '/en/calls/2020',
    '/en/about',
    '/en/api',
    '/en/data',
    '/en/releases',
    '/en/no-such-page',
    '/sign-in',
    ...[
      '',
      '/view/q/ecowas',
      `/view/q/${COMPOUND.toLowerCase()}`,
      '/ecowas-directive',
      `/ecowas-directive/versions/${version}`,
      '/ecowas-directive/at/2020-11-30',
    ].map((path) => `/en/agreements${path}`),
    ...[
      '/en/matrix',
      '/en/matrix/view/transpose/yes',
      '/en/matrix/view/agreements/ecowas-directive,paris-call',
      '/en/compare',
      '/en/compare/view/agreements/ecowas-directive,paris-call',
    ],
    ...['/en/analysis', '/en/analysis/elements-2019', '/en/analysis/norms-2015'],
    ...[
      '/en/contributions',
      '/en/contributions/view/country/FI',
      `/en/contributions/${reference}`,
      `/en/contributions/${gone}`,
      '/en/projects',
      `/en/projects/view/q/${COMPOUND.toLowerCase()}`,
    ],
  ]);
});

test('no page of the form is wider than the screen, whatever was typed', async ({ page }) => {
  const { token } = await submit(wide('sadc-model-laws'));
  await page.goto(`/en/link/${token}`);
  await expectNoWider(
    page,
    ['/status', '/share', '/read', '/print', '/withdraw', '/erase'].map((path) => `${FORM}${path}`),
  );
  await page.goto(`${FORM}/status`);
  await page.getByRole('button', { name: 'Correct what you sent' }).click();
  await page.waitForURL(/\/contribute\/(?!status)/);
  await expectNoWider(
    page,
    [
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
      '/read',
    ].map((path) => `${FORM}${path}`),
  );
});

test('no page of the desk is wider than the screen, whatever contributors wrote', async ({ page, signedInAs }) => {
  await signedInAs('admin');
  const { reference } = await submit(wide('oas-strategy'));
  const { reference: decided } = await published(wide('arab-convention'), { accept: 'arab-convention' });
  await expectNoWider(page, [
    '/desk',
    '/desk?status=published',
    `/desk/contributions/${reference}`,
    `/desk/contributions/${decided}`,
    ...['', '/new', '/arab-convention', '/arab-convention/propose'].map((path) => `/desk/agreements${path}`),
    ...[
      'overview',
      'mail',
      'people',
      'approvals',
      'audit',
      'bulk',
      'criteria',
      'criteria/elements-2019',
      'criteria/new',
      'releases',
      'snippets',
      'tokens',
      'views',
      'you',
    ].map((path) => `/desk/${path}`),
  ]);
});
