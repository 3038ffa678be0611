import { expect, test } from 'vitest';
import agreementsFile from '@/prisma/data/agreements.json';
import { ask, read } from './requests';

/** The words of a page, without its marks. */
const wordsOf = (page: string) =>
  (/<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '')
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replace(/\s+/g, ' ');
const hrefsIn = (page: string) => [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');

test('the method states scope, spaces, binding nature, assessment and the next step, each with the part of the paper', async () => {
  const words = wordsOf(await read('/en/method'));
  for (const stated of [
    // how agreements were scoped, and by whom
    'commitments or recommendations. These apply to all groups of its signatories or to some of them',
    'have the stated goal of making cybersecurity better overall',
    'a significant part of the infrastructure of the internet or is a government',
    'Experts who took part in the Best Practice Forum identified the agreements.',
    '“How we scoped agreements”',
    // the spaces
    'Why the United Nations are apart',
    'unique role: as a multilateral forum that includes a very wide range of states, they set norms at a high level',
    '“Spaces for agreement”',
    // the nature, and the one rule
    'it needs 15 ratifications, of which there were 4 in 2019',
    'It is not legally binding.',
    'A rule of this site. Neither the paper nor the call states it.',
    '“The binding or non-binding nature of agreements”',
    // what comes next
    'norms catalysts',
    'contact signatories and those who hold the initiatives',
    'a list of initiatives that shows others how the agreements’ intended outcomes can be better achieved',
    // dates of values
    'is shown as of 2019, the year of the paper. It has no date of decision',
  ])
    expect(words).toContain(stated);
});

test('the figures of the method are those of the dataset', async () => {
  const values = agreementsFile.agreements
    .filter(({ analysed }) => analysed)
    .flatMap(({ assessments }) => Object.entries(assessments as Record<string, { value: string }>))
    .filter(([, cell]) => !('source' in cell && String(cell.source).includes('paragraph 13')))
    .map(([, { value }]) => value);
  const count = (value: string) => values.filter((one) => one === value).length;
  expect(wordsOf(await read('/en/method'))).toContain(
    `hence ${values.length} values: ${count('yes')} yes, ${count('no')} no and ${count('indirect')} indirect`,
  );
});

test('the background tells the forum’s history, the processes at the United Nations, the credits and whose views these are', async () => {
  const page = await read('/en/background');
  const words = wordsOf(page);
  for (const stated of [
    ...['2014–2015', '2016', '2017', '2018', '2019', '2020'],
    'unsolicited communications',
    'digital security divide',
    '15 August 2018',
    'It has been established five times since 2004.',
    'four sessions of one week',
    'happened in 2010, 2013 and 2015',
    ...['Resolution 73/226', 'Resolution 73/27', 'Open-Ended Working Group', 'Office for Disarmament Affairs'],
    'consultations with relevant regional organisations',
    ...['Editor', 'Key contributors'],
    'They do not imply any expression of opinion on the part of the United Nations.',
    'its values, notes and summaries are not statements of the United Nations',
    'Exploring Best Practices in Relation to International Cybersecurity Agreements',
    'What Cybersecurity Policymaking Can Learn from Normative Principles in Global Governance',
  ])
    expect(words).toContain(stated);
  expect(hrefsIn(page)).toEqual(
    expect.arrayContaining([
      'https://carnegieendowment.org/publications/interactive/cybernorms',
      'https://cyberregstrategies.com/an-analytical-review-and-comparison-of-operative-measures-included-in-cyber-diplomatic-initiatives/',
      'https://cyberpolicyportal.org/en/',
      'https://www.intgovforum.org/multilingual/content/bpf-cybersecurity',
    ]),
  );
  // No address of the people that it credits.
  expect(words).not.toMatch(/[\w.]+@[\w.]+/);
});

test('the glossary has every abbreviation of the paper’s list, and the words of the matrix', async () => {
  const words = wordsOf(await read('/en/glossary'));
  const listed =
    'AMCC ASEAN BPF,Budapest Convention,CBM CSDE EAC ECCAS ECOWAS ENISA EU GCSC ICT IGF ITU MANRS NATO,NIS Directive,NRIs OEWG,Paris Call,SCO UNGA UNGGE UNODA'
      .split(/,/)
      .flatMap((part) => (/[a-z]{3}/.test(part) ? [part] : part.split(' ')));
  expect(listed).toHaveLength(25);
  for (const name of listed) expect(words).toContain(` ${name} `);
  for (const term of ['Binding once ratified', 'Normative', 'Space for agreement', 'Norms catalyst', 'Assessment'])
    expect(words).toContain(term);
});

test.each([
  ['/en', ['/en/method', '/en/background', '/en/glossary']],
  ['/en/about', ['/en/background', '/en/background#views', '/en/method', '/en/glossary']],
  ['/en/agreements', ['/en/method#spaces', '/en/method#scope']],
  ['/en/agreements/budapest-convention', ['/en/method#spaces', '/en/method#nature', '/en/method#assessment']],
  // Its binding nature is not stated: the word is explained there, too.
  ['/en/agreements/paris-call', ['/en/method#nature']],
  ['/en/criteria/specified-cbms', ['/en/method#assessment']],
  ['/en/glossary', ['/en/criteria']],
  ['/en/matrix', ['/en/method#spaces', '/en/method#assessment', '/en/glossary']],
])('%s links its words to %j', async (address, wanted) => {
  expect(hrefsIn(await read(address))).toEqual(expect.arrayContaining(wanted));
});

test('each link into one of these pages leads to a part that exists', async () => {
  const sources = ['/en/about', '/en/agreements', '/en/agreements/manrs', '/en/matrix', '/en/method', '/en/background'];
  const pages = await Promise.all(sources.map((address) => read(address)));
  const links = new Set(
    pages.flatMap(hrefsIn).filter((href) => /^\/en\/(method|background|glossary|about)#/.test(href)),
  );
  expect(links.size).toBeGreaterThan(4);
  for (const link of links) {
    const [address = '', part = ''] = link.split('#');
    expect(await read(address), link).toContain(`id="${part}"`);
  }
});

test('the sitemap names the three pages, and readers may keep none of them without asking again', async () => {
  const sitemap = await read('/sitemap.xml');
  for (const page of ['method', 'background', 'glossary']) {
    expect(sitemap).toContain(`/en/${page}</loc>`);
    expect((await ask(`/en/${page}`)).headers.get('cache-control')).toBe(
      'public, max-age=0, s-maxage=1, must-revalidate',
    );
  }
});
