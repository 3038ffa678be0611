import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedDataset } from '@/lib/agreements/seed-schema';
import { sameAddress } from './likeness';
import { alikeAmong } from './likeness';
import type { Description } from './likeness';

/** The dataset as it begins; the source states no links, so the test brings those it needs. */
const LINKS: Record<string, string> = {
  'au-convention': 'https://au.int/en/treaties/african-union-convention-cyber-security-and-personal-data-protection',
  'tech-accord': 'https://cybertechaccord.org/',
};
const dataset = seedDataset.parse(JSON.parse(readFileSync('prisma/data/agreements.json', 'utf8')));
const known = dataset.agreements.map(({ slug, facts: { name, shortName, launchDate } }) => ({
  slug,
  name: name.value,
  shortName: shortName.value,
  launchDate: launchDate?.value ?? '',
  link: LINKS[slug] ?? '',
}));
const described = (typed: Partial<Description>): Description => ({
  name: '',
  shortName: '',
  link: '',
  launchDate: '',
  ...typed,
});
const found = (typed: Partial<Description>) =>
  alikeAmong(described(typed), known).map(({ entry, reasons }) => [entry.slug, ...reasons]);

describe('a new agreement that looks like an existing one', () => {
  it.each<[string, Partial<Description>, string[]]>([
    [
      'by its initials',
      { name: 'Global Commission on the Stability of Cyberspace: Cyberstability Framework' },
      ['gcsc', 'abbreviation'],
    ],
    [
      'by its abbreviation',
      { name: 'Advancing Cyberstability', shortName: 'GCSC Six Critical Norms' },
      ['gcsc', 'abbreviation', 'name'],
    ],
    ['by its short name', { name: 'Tech Accord' }, ['tech-accord', 'abbreviation', 'name']],
    ['by most of its name', { name: 'The Cybersecurity Tech Accord of 2018' }, ['tech-accord', 'name']],
    ['with typing errors', { name: 'Pars Call for Trust and Securty in Cyberspace' }, ['paris-call', 'name']],
    ['by a part of its name', { name: 'Convention on Cybercrime' }, ['budapest-convention', 'name']],
    ['by the name it is known by', { name: 'Budapest Convention on Cybercrime' }, ['budapest-convention', 'name']],
    [
      'by its full name, under another short name',
      {
        name: 'African Union Convention on Cyber Security and Personal Data Protection',
        shortName: 'Malabo Convention',
      },
      ['au-convention', 'name'],
    ],
    [
      'by its link alone',
      {
        name: 'Malabo Convention',
        link: 'http://www.au.int/en/treaties/african-union-convention-cyber-security-and-personal-data-protection/#text',
      },
      ['au-convention', 'link'],
    ],
    ['by its link without a scheme', { link: 'cybertechaccord.org' }, ['tech-accord', 'link']],
    ['by an abbreviation in brackets', { name: 'Routing norms (MANRS)' }, ['manrs', 'abbreviation', 'name']],
    [
      'by an abbreviation spelled out',
      { name: 'Freedom Online Coalition: statement of 2020' },
      ['foc-recommendations', 'abbreviation'],
    ],
    [
      'written apart',
      { name: 'Report of governmental experts', shortName: 'UN-GGE 2015', launchDate: '2015-07' },
      ['ungge-2015', 'abbreviation', 'date'],
    ],
    ['by a shorter name', { name: 'NIS Directive', launchDate: '2016-07-06' }, ['eu-nis-directive', 'name', 'date']],
    [
      'by half its name and its year',
      { name: 'NATO Warsaw Cyber Defence Commitment', launchDate: '2016-07' },
      ['nato-cyber-defence-pledge', 'name', 'date'],
    ],
  ])('is recognised %s', (_, typed, expected) => {
    expect(found(typed)[0]).toEqual(expected);
  });

  it.each<[string, Partial<Description>]>([
    ['another instrument of the same body', { name: 'EU Cyber Resilience Act', shortName: 'CRA', launchDate: '2024' }],
    ['a law of the same kind', { name: 'Kenya Cybersecurity Act', launchDate: '2018' }],
    ['an act against a directive', { name: 'Regulation on ENISA and certification', shortName: 'CSA' }],
    [
      'a report of another year',
      { name: 'UNGGE Consensus Report of 2021', shortName: 'UNGGE 2021', launchDate: '2021-05-28' },
    ],
    ['another summit', { name: "Hangzhou Summit Leaders' Declaration", shortName: 'G20 Hangzhou Declaration' }],
    ['another convention', { name: 'United Nations Convention against Cybercrime', launchDate: '2024-12-24' }],
    ['common words only', { name: 'Convention on Security' }],
    ['another page of the same site', { name: 'Agenda 2063', link: 'https://au.int/en/agenda2063/overview' }],
    ['half a name of another year', { name: 'NATO Brussels Cyber Defence Commitment', launchDate: '2021' }],
    ['a date only', { name: 'Something else entirely', launchDate: '2016' }],
    ['nothing yet', {}],
  ])('is left alone where it is another: %s', (_, typed) => {
    expect(found(typed)).toEqual([]);
  });

  it('tells the agreements of the dataset apart from each other', () => {
    const confused = known.flatMap((one) =>
      alikeAmong(
        one,
        known.filter(({ slug }) => slug !== one.slug),
      ).map(({ entry, reasons }) => [one.slug, entry.slug, reasons]),
    );
    expect(confused).toEqual([]);
  });

  it('finds itself by each of its names', () => {
    for (const { slug, name, shortName } of known) {
      expect(found({ name })[0]?.[0]).toBe(slug);
      expect(found({ name: shortName })[0]?.[0]).toBe(slug);
    }
  });

  it('knows former names', () => {
    const renamed = {
      ...described({ name: 'Cyberstability Framework' }),
      otherNames: ['GCSC Six Critical Norms'],
      slug: 'gcsc',
    };
    expect(alikeAmong(described({ name: 'GCSC six critical norms' }), [renamed])).toEqual([
      { entry: renamed, reasons: ['name'] },
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['https://www.example.org/text/', 'example.org/text'],
    ['HTTP://EXAMPLE.org/text#part', 'example.org/text'],
    ['example.org/text/index.html?lang=en', 'example.org/text'],
    ['https://example.org', 'example.org'],
    ['https://example.org/Text', 'example.org/Text'],
    ['https://example.org/%E0%A4%A', 'example.org/%E0%A4%A'],
    ['javascript:alert(1)', null],
    ['ftp://example.org/x', null],
    ['not a link', null],
    ['', null],
  ])('%s is compared as %s', (link, expected) => {
    expect(sameAddress(link)).toBe(expected);
  });
});
