import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import { publicCellOf } from '@/prisma/factories/public-cells';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';
import { readView, viewAddress, viewOfQuery } from '@/lib/publication/views/address';
import { bodyNames, facetsOf } from './facets';
import { narrow } from './filter';
import { bodyOptions, yearOptions } from './options';
import { inOrder, PAGE_LENGTH, pageOf, soughtAmong } from './order';
import { agreementsView, choicesOf, withChoice, criterionFacet } from './view';

const CRITERIA = ['specified-cbms', 'responsible-disclosure'];

const cells = (values: Record<string, PublicCell['value'] | undefined>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, publicCellOf(value)]])),
  );

type Said = {
  facts?: Record<string, string | undefined>;
  assessments?: Record<string, string | undefined>;
  updatedAt?: string;
};
const agreement = (
  name: string,
  { facts = {}, assessments = {}, updatedAt = '2020-01-01T00:00:00.000Z' }: Said = {},
): PublicAgreement => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  shortName: name,
  version: 1,
  updatedAt,
  facts: cells(facts),
  assessments: cells(assessments),
});

const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const datasets = fc
  .array(
    fc.record({
      facts: fc.record({
        space: maybe(SPACES),
        bindingNature: maybe(BINDING_NATURES),
        maintainer: maybe(['Council of Europe', 'IETF', 'Internet Society', '—']),
        launchDate: maybe(['2001-11', '2008', '2015', '2018-11-12']),
      }),
      assessments: fc.record(Object.fromEntries(CRITERIA.map((key) => [key, maybe(ASSESSMENT_VALUES)]))),
    }),
    { maxLength: 30 },
  )
  .map((rows) => rows.map((row, at) => agreement(`Agreement ${at}`, row)));

const slugs = (agreements: readonly PublicAgreement[]) => agreements.map(({ slug }) => slug);

describe('the facets of the list', () => {
  const facets = facetsOf(CRITERIA);

  it('count for every value the agreements left after choosing it', () => {
    const choices = fc.dictionary(
      fc.constantFrom(...facets.map(({ name }) => name)),
      fc.constantFrom('none', 'yes', 'no', 'normative', 'united-nations', '2015', '2010s', 'ietf'),
    );
    fc.assert(
      fc.property(datasets, choices, (agreements, chosen) => {
        const before = new Map(Object.entries(chosen));
        const { counts } = narrow(agreements, facets, before);
        for (const facet of facets) {
          const everyValue = new Set(agreements.flatMap((one) => facet.valuesOf(one)));
          for (const value of everyValue) {
            const after = narrow(agreements, facets, new Map([...before, [facet.name, value]]));
            expect(counts.get(facet.name)?.get(value) ?? 0).toBe(after.agreements.length);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  const budapest = agreement('Budapest Convention', {
    facts: { space: 'within-stakeholder-group', maintainer: 'Council of Europe', launchDate: '2001-11' },
    assessments: { 'specified-cbms': 'no' },
  });
  const paris = agreement('Paris Call', {
    facts: { space: 'between-stakeholder-groups', launchDate: '2018-11-12' },
    assessments: { 'specified-cbms': 'yes', 'responsible-disclosure': 'yes' },
  });
  const manrs = agreement('MANRS', {
    facts: { space: 'within-stakeholder-group', maintainer: 'Internet Society' },
    updatedAt: '2021-05-01T00:00:00.000Z',
  });
  const all = [budapest, paris, manrs];

  it('filter by all choices at once, and count what each other value would leave', () => {
    const { agreements, counts } = narrow(
      all,
      facets,
      new Map([
        ['space', 'within-stakeholder-group'],
        [criterionFacet('specified-cbms'), 'no'],
      ]),
    );
    expect(slugs(agreements)).toEqual(['budapest-convention']);
    expect(Object.fromEntries(counts.get('space') ?? [])).toEqual({ 'within-stakeholder-group': 1 });
    expect(Object.fromEntries(counts.get(criterionFacet('specified-cbms')) ?? [])).toEqual({ no: 1, not_assessed: 1 });
    expect(Object.fromEntries(counts.get('year') ?? [])).toEqual({ '2001': 1, '2000s': 1 });
    expect(Object.fromEntries(counts.get('body') ?? [])).toEqual({ 'council-of-europe': 1 });
  });

  it('list bodies by their number of agreements, and "not stated" last', () => {
    const { counts } = narrow(
      [...all, agreement('Second', { facts: { maintainer: 'Internet society' } })],
      facets,
      new Map(),
    );
    expect(bodyOptions(counts.get('body') ?? new Map(), bodyNames(all))).toEqual([
      { value: 'internet-society', count: 2 },
      { value: 'council-of-europe', count: 1 },
      { value: 'none', count: 1 },
    ]);
    expect(bodyNames(all).get('internet-society')).toBe('Internet Society');
    expect([...bodyNames([agreement('Long', { facts: { maintainer: `${'a'.repeat(119)}𠀀` } })]).keys()]).toEqual([
      'a'.repeat(119),
    ]);
  });

  it('offer years, and where there are many of them decades with the years of the chosen one', () => {
    const counts = new Map(Array.from({ length: 14 }, (_, at) => [`${2000 + at}`, 1] as const));
    const few = new Map([
      ['2015', 2],
      ['2010s', 2],
      ['none', 1],
    ]);
    expect(yearOptions(few).map(({ value }) => value)).toEqual(['2015', 'none']);
    expect(yearOptions(few, '2010s').map(({ value }) => value)).toEqual(['2010s', '2015', 'none']);
    const many = new Map([...counts, ['2000s', 10], ['2010s', 4]] as const);
    expect(yearOptions(many)).toEqual([
      { value: '2010s', count: 4 },
      { value: '2000s', count: 10 },
    ]);
    expect(yearOptions(many, '2012').map(({ value }) => value)).toEqual([
      '2010s',
      '2013',
      '2012',
      '2011',
      '2010',
      '2000s',
    ]);
  });

  it('are part of the address, and a changed choice begins at the first page', () => {
    const view = readView(['space', 'united-nations', 'criterion', 'specified-cbms.yes', 'page', '2'], agreementsView);
    expect(view).not.toBeNull();
    const more = withChoice(view ?? {}, criterionFacet('responsible-disclosure'), 'no');
    expect(viewAddress('/en/agreements', agreementsView, more)).toBe(
      '/en/agreements/view/space/united-nations/criterion/responsible-disclosure.no,specified-cbms.yes',
    );
    expect(viewAddress('/en/agreements', agreementsView, withChoice(more, 'space', null))).toBe(
      '/en/agreements/view/criterion/responsible-disclosure.no,specified-cbms.yes',
    );
    expect(withChoice({ criterion: ['specified-cbms.yes'] }, criterionFacet('specified-cbms'), 'no')).toEqual({
      criterion: ['specified-cbms.no'],
    });
    expect(choicesOf({ criterion: ['specified-cbms.yes', 'specified-cbms.no'] })).toBeNull();
    expect(Object.fromEntries(choicesOf(more) ?? [])).toEqual({
      space: 'united-nations',
      'criterion.responsible-disclosure': 'no',
      'criterion.specified-cbms': 'yes',
    });
  });

  it('normalise typed values as they are compared, commas included', () => {
    expect(viewOfQuery(new URLSearchParams({ q: ' Déclaration, de “Paris” ' }), agreementsView)).toEqual({
      q: ['declaration de paris'],
    });
    expect(viewOfQuery(new URLSearchParams({ q: ' … ', year: 'soon', at: 'long ago' }), agreementsView)).toEqual({});
  });
});

describe('the order of the list', () => {
  const early = agreement('Zagreb', { facts: { launchDate: '2001' }, assessments: { 'specified-cbms': 'yes' } });
  const late = agreement('Addis', { facts: { launchDate: '2018-03' }, updatedAt: '2022-01-01T00:00:00.000Z' });
  const undated = agreement('Bern', { assessments: { 'specified-cbms': 'yes', 'responsible-disclosure': 'yes' } });
  const all = [early, late, undated];

  it.each([
    ['name', ['addis', 'bern', 'zagreb']],
    ['newest', ['addis', 'zagreb', 'bern']],
    ['oldest', ['zagreb', 'addis', 'bern']],
    ['changed', ['addis', 'bern', 'zagreb']],
    ['yes', ['bern', 'zagreb', 'addis']],
  ] as const)('by %s', (order, expected) => {
    expect(slugs(inOrder(all, order, CRITERIA))).toEqual(expected);
  });

  it('keeps the order of the search, then lists what today’s search no longer finds', () => {
    expect(slugs(soughtAmong(all, ['bern', 'gone'], 'bern'))).toEqual(['bern']);
    expect(slugs(soughtAmong(all, [], 'ZÁGREB'))).toEqual(['zagreb']);
  });

  it('is cut into pages, with none beyond the last', () => {
    const long = Array.from({ length: PAGE_LENGTH + 1 }, (_, at) => at);
    expect(pageOf(long, 2)).toEqual({ entries: [PAGE_LENGTH], page: 2, pages: 2 });
    expect(pageOf(long, 3)).toBeNull();
    expect(pageOf([], 1)).toEqual({ entries: [], page: 1, pages: 1 });
  });
});
