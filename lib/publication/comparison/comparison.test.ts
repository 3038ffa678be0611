import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_VALUES } from '@/lib/agreements/constants';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import { compareAgreements } from './comparison';
import { viewOfNames } from './filter-schema';
import { degree } from '@/lib/publication/analysis/similarity';
import { overlap } from '@/lib/publication/analysis/overlap';
import { studyOf } from '@/lib/publication/analysis/study';
import { nearestTo, notablePairs, pairOf } from './similarity';
import { comparisonCsv } from './table';

const cell = (value: PublicCell['value'], note: string | null = null): PublicCell => {
  const nothing = { source: null, asOf: null, contribution: null, contributions: [] };
  return { value, note, decidedAt: '2020-01-01T00:00:00.000Z', version: 1, ...nothing };
};
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];
const first: PublicCriterionSet = {
  slug: 'first',
  title: 'First',
  description: '',
  source: '',
  criteria: KEYS.map((key) => ({
    key,
    letter: null,
    title: `Title ${key}`,
    shortTitle: key,
    description: '',
    help: '',
  })),
};
const sets = [first];
const agreement = (
  slug: string,
  values: readonly string[],
  facts: Record<string, PublicCell['value']> = {},
): PublicAgreement => ({
  slug,
  name: `The ${slug}`,
  shortName: slug.toUpperCase(),
  version: 1,
  updatedAt: '2020-01-01T00:00:00.000Z',
  facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, cell(value)])),
  assessments: Object.fromEntries(
    values.flatMap((value, at) => (KEYS[at] === undefined ? [] : [[KEYS[at], cell(value)]])),
  ),
});

describe('a comparison', () => {
  const one = agreement('one', ['yes', 'no', 'yes', 'not_assessed'], {
    launchDate: '2018',
    space: 'united-nations',
    signatories: { count: 3 },
    summary: 'One.',
    'dates:adopted': { event: 'adopted', date: '2018-11' },
    'languages:fr': { language: 'fr' },
  });
  const two = agreement('two', ['yes', 'yes', 'not_assessed'], {
    launchDate: '2019',
    space: 'united-nations',
    signatories: { count: 3 },
    'languages:fr': { language: 'fr' },
  });

  it('separates different, equal and partly assessed criteria', () => {
    const [set] = compareAgreements([one, two], sets).sets;
    expect(set?.criteria.map(({ verdict, shared, values }) => [verdict, shared, ...values])).toEqual([
      ['same', 'yes', 'yes', 'yes'],
      ['differ', null, 'no', 'yes'],
      ['partly', 'yes', 'yes', 'not_assessed'],
      ...KEYS.slice(3).map(() => ['none', null, 'not_assessed', 'not_assessed']),
    ]);
    expect(set).toMatchObject({ assessed: 2, same: 1 });
  });

  it('has different facts first, with the rows of facts and without texts', () => {
    const { facts } = compareAgreements([one, two], sets);
    expect(facts.filter(({ differs }) => differs).map(({ field }) => field)).toEqual(['launchDate', 'dates:adopted']);
    expect(facts.filter(({ differs }) => !differs).map(({ field }) => field)).toEqual([
      'space',
      'signatories',
      'languages:fr',
    ]);
  });

  it('is a table with value, note and source of each', () => {
    const csv = comparisonCsv([one, two], compareAgreements([one, two], sets)).split('\r\n');
    expect(csv[0]).toBe(
      'set,key,title,verdict,one,one_note,one_source,two,two_note,two_source,one note,one source,two note,two source',
    );
    expect(csv[2]).toBe('first,b,Title b,differ,no,,,yes,,,,,,');
    expect(csv[6]).toBe('first,f,Title f,none,not_assessed,,,not_assessed,,,,,,');
    expect(csv[7]).toBe('facts,launchDate,launchDate,differ,2018,,,2019,,,,,,');
    expect(csv[10]).toBe('facts,signatories,signatories,same,"{""count"":3}",,,"{""count"":3}",,,,,,');
  });
});

const several = (fewest: number) =>
  fc
    .array(fc.array(fc.constantFrom(...ASSESSMENT_VALUES), { minLength: KEYS.length, maxLength: KEYS.length }), {
      minLength: fewest,
      maxLength: 6,
    })
    .map((rows) => rows.map((values, at) => agreement(`agreement-${at}`, values)));

describe('a comparison in either order', () => {
  it('has the same differences', () => {
    fc.assert(
      fc.property(
        several(2).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const judged = (given: PublicAgreement[]) =>
            compareAgreements(given, sets).sets.map(({ criteria, assessed, same }) => [
              criteria.map(({ verdict, shared }) => [verdict, shared]),
              assessed,
              same,
            ]);
          expect(judged(shuffled)).toEqual(judged(list));
        },
      ),
    );
  });

  it('gives the same similarity, that of the analysis, and 1 for an agreement with itself', () => {
    fc.assert(
      fc.property(several(2), ([one, other]) => {
        if (!one || !other) return;
        const { assessed, alike } = pairOf(one, other, first);
        expect(pairOf(other, one, first)).toMatchObject({ assessed, alike });
        const [pair] = overlap(studyOf([one, other], first), 1).strongest;
        expect(pair ? { shared: pair.shared, either: pair.either } : null).toEqual(alike);
        const self = pairOf(one, one, first).alike;
        if (self) expect(degree(self)).toBe(1);
        expect(compareAgreements([one, other], sets).sets[0]?.assessed).toBe(assessed);
      }),
    );
  });

  it('never has fewer differences after adding an agreement', () => {
    fc.assert(
      fc.property(several(3), (list) => {
        const differing = (given: PublicAgreement[]) =>
          new Set(
            compareAgreements(given, sets)
              .sets[0]?.criteria.filter(({ verdict }) => verdict === 'differ')
              .map(({ criterion }) => criterion.key),
          );
        const before = [...differing(list.slice(0, -1))];
        expect(before.filter((key) => !differing(list).has(key))).toEqual([]);
      }),
    );
  });

  it('the most alike pairs are those a full search would find, and none among fewer than five agreements', () => {
    fc.assert(
      fc.property(several(2), (list) => {
        const assessed = list.filter((one) =>
          Object.values(one.assessments).some(({ value }) => value !== 'not_assessed'),
        );
        const all = assessed
          .flatMap((one, at) => assessed.slice(at + 1).map((other) => pairOf(one, other, first).alike))
          .flatMap((alike) => (alike && assessed.length >= 5 ? [degree(alike)] : []));
        const { alike, unlike } = notablePairs(list, first, 3);
        expect(alike.map((pair) => degree(pair.alike))).toEqual(all.toSorted((a, b) => b - a).slice(0, 3));
        expect(unlike.map((pair) => degree(pair.alike))).toEqual(all.toSorted((a, b) => a - b).slice(0, 3));
      }),
    );
  });
});

describe('suggestions', () => {
  const list = [
    agreement('near', ['yes', 'yes', 'yes', 'no', 'no']),
    agreement('nearer', ['yes', 'yes', 'yes', 'yes', 'no']),
    agreement('far', ['no', 'no', 'no', 'no', 'yes']),
    agreement('unheard-of', ['yes']),
    agreement('none', ['no', 'no', 'no', 'no', 'no']),
  ];
  const [, nearer] = list;

  it('come nearest first, without hardly assessed agreements, and not among four', () => {
    const found = (among: PublicAgreement[]) =>
      nearer && nearestTo(nearer, among, first, 5).map(({ other, assessed, alike }) => [other.slug, assessed, alike]);
    expect(found(list)).toEqual([
      ['near', 5, { shared: 3, either: 4 }],
      ['far', 5, { shared: 0, either: 5 }],
      ['none', 5, { shared: 0, either: 4 }],
    ]);
    expect(found(list.slice(0, 4))).toEqual([]);
  });

  it('read a name in any spelling, and report unknown ones', () => {
    expect(viewOfNames(['THE Near', 'far', 'Fár', '', 'moon, the'], list, '2020-11-30')).toEqual({
      agreements: ['near', 'far'],
      at: ['2020-11-30'],
      unknown: ['moon the'],
    });
    expect(viewOfNames([], list, 'Yesterday!')).toEqual({});
    // Cutting may split a character, and an address can't hold half of one.
    expect(viewOfNames([`${'a'.repeat(119)}𠀀`], list)).toEqual({ unknown: ['a'.repeat(119)] });
  });
});
