import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentValue } from '@/lib/agreements/schema';
import { anyRows, setOf, sketched, studyOfRows } from '@/prisma/factories/studies';
import { coOccurrence, liftOf } from './co-occurrence';
import { coverage, shareOf, withEnoughAssessed } from './coverage';
import { horizontality, reachCounts } from './horizontality';
import { overlap } from './overlap';
import { within } from './selection';
import { degree, profileOf, similarity } from './similarity';
import { bySpace, widestGap } from './spaces';
import { isAssessed, isFound, studyOf } from './study';
import { datedByKind, largestGain, overTime } from './time';

describe('similarity', () => {
  it('counts only criteria on which both were assessed, indirect as found', () => {
    const [one, other] = studyOfRows([
      ['yes', 'indirect', 'no', 'yes', 'not_assessed', 'no', 'no'],
      ['yes', 'no', 'yes', 'not_assessed', 'yes', 'no', 'no'],
    ]).agreements.map(profileOf);
    // Five are assessed in both; the first is in both, the second and third in one each, the last two in neither.
    expect(one && other && similarity(one, other)).toEqual({ shared: 1, either: 3 });
  });

  it('is not said of two that were assessed on four of the same criteria, and is said of five', () => {
    const alike = (common: number) => {
      const [one, other] = studyOfRows([
        Array.from({ length: 8 }, () => 'yes' as const),
        Array.from({ length: 8 }, (_, at) => (at < common ? 'yes' : 'not_assessed')),
      ]).agreements.map(profileOf);
      return one && other && similarity(one, other);
    };
    expect([alike(4), alike(5)]).toEqual([null, { shared: 5, either: 5 }]);
  });

  it('is symmetric, between 0 and 1, 1 with itself, and undefined if neither has a criterion', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const one of rows) {
          const self = similarity(profileOf({ values: one }), profileOf({ values: one }));
          expect(self && degree(self)).toBe(one.some(isFound) && one.filter(isAssessed).length >= 5 ? 1 : null);
          for (const other of rows) {
            const alike = similarity(profileOf({ values: one }), profileOf({ values: other }));
            expect(similarity(profileOf({ values: other }), profileOf({ values: one }))).toEqual(alike);
            const both = one.flatMap((value, at) =>
              isAssessed(value) && isAssessed(other[at]) ? [[value, other[at]] as const] : [],
            );
            const either = both.filter(([a, b]) => isFound(a) || isFound(b)).length;
            expect(alike).toEqual(
              either === 0 || both.length < 5
                ? null
                : { shared: both.filter(([a, b]) => isFound(a) && isFound(b)).length, either },
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('overlap', () => {
  it('names the same pairs as comparing every two and sorting them all', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 5 }), (rows, most) => {
        const { agreements } = studyOfRows(rows);
        const all = agreements.flatMap((one, at) =>
          agreements.slice(at + 1).flatMap((other) => {
            const alike = similarity(profileOf(one), profileOf(other));
            return alike ? [{ one, other, ...alike }] : [];
          }),
        );
        const sorted = all.toSorted(
          (a, b) =>
            degree(b) - degree(a) ||
            b.shared - a.shared ||
            (a.one.slug + a.other.slug < b.one.slug + b.other.slug ? -1 : 1),
        );
        const found = overlap(studyOfRows(rows), most);
        expect(found.strongest.map(({ one, other }) => [one.slug, other.slug])).toEqual(
          sorted.slice(0, most).map(({ one, other }) => [one.slug, other.slug]),
        );
        expect([found.pairs, found.half, found.leftOut]).toEqual([
          all.length,
          all.filter((pair) => degree(pair) >= 0.5).length,
          0,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('returns how many were left out if there are more different agreements than it compares', () => {
    const rows = Array.from({ length: 8 }, (_, at) =>
      Array.from({ length: 3 }, (__, bit) => ((at >> bit) & 1 ? ('yes' as const) : ('no' as const))),
    );
    expect(overlap(studyOfRows([...rows, ...rows]), 10, 6).leftOut).toBe(4);
  });
});

describe('counting', () => {
  it('has every two criteria once, none counted together more often than alone, and none on fewer than five', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const study = studyOfRows(rows);
        const pairs = coOccurrence(study);
        expect(pairs).toHaveLength((study.criteria.length * (study.criteria.length - 1)) / 2);
        for (const { assessed, counts } of pairs) {
          expect(counts === null).toBe(assessed < 5);
          if (!counts) continue;
          expect(counts.both).toBeLessThanOrEqual(Math.min(counts.one, counts.other));
          expect(counts.lift === null).toBe(counts.one * counts.other === 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the lift that is computed by hand', () => {
    // 10 of 20 say yes to the one, 8 to the other: 10 × 8 ÷ 20 = 4 by chance, 6 in fact, 6 ÷ 4 = 1.5.
    expect(liftOf({ both: 6, one: 10, other: 8, assessed: 20 })).toEqual({ expected: 4, lift: 1.5 });
    expect(liftOf({ both: 0, one: 0, other: 8, assessed: 20 })).toEqual({ expected: 0, lift: null });
    const rows: AssessmentValue[][] = [
      ['yes', 'yes'],
      ['yes', 'yes'],
      ['yes', 'no'],
      ['indirect', 'yes'],
      ['no', 'not_assessed'],
      ['no', 'no'],
    ];
    const [pair] = coOccurrence(studyOfRows(rows));
    // The fifth was not assessed on both: 3 × 3 ÷ 5 = 1.8 by chance, 2 in fact.
    expect(pair).toMatchObject({ assessed: 5, counts: { both: 2, one: 3, other: 3, expected: 1.8 } });
    expect(pair?.counts?.lift).toBeCloseTo(1.111, 3);
    expect(coOccurrence(studyOfRows(rows.slice(1)))).toMatchObject([{ assessed: 4, counts: null }]);
  });

  it('does not depend on the order in which agreements come', () => {
    fc.assert(
      fc.property(anyRows, fc.infiniteStream(fc.nat()), (rows, order) => {
        const width = rows[0]?.length ?? 0;
        const set = setOf(Array.from({ length: width }, (_, at) => `c${at}`));
        const list = rows.map((row, at) =>
          sketched({
            slug: `a${at}`,
            facts: { launchDate: `${2000 + (at % 4)}` },
            assessments: Object.fromEntries(row.map((value, place) => [`c${place}`, value])),
          }),
        );
        const mixed = list
          .map((agreement) => ({ agreement, at: order.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ agreement }) => agreement);
        const [one, other] = [studyOf(list, set), studyOf(mixed, set)];
        for (const analysis of [coverage, horizontality, coOccurrence, bySpace, datedByKind])
          expect(analysis(other)).toEqual(analysis(one));
        for (const analysis of [overTime, largestGain])
          expect(analysis(other, 'launched')).toEqual(analysis(one, 'launched'));
        expect(overlap(other, 5)).toEqual(overlap(one, 5));
      }),
      { numRuns: 40 },
    );
  });

  it('calls a criterion shared, specific or open by how many contain it and how many were assessed', () => {
    const study = studyOfRows([
      ['yes', 'yes', 'indirect', 'no', 'yes'],
      ['indirect', 'no', 'no', 'no', 'yes'],
      ['yes', 'yes', 'no', 'unclear', 'yes'],
      ['yes', 'no', 'no', 'no', 'yes'],
      ['no', 'no', 'no', 'no', 'not_assessed'],
    ]);
    const read = Object.fromEntries(
      horizontality(study).map(({ criterion, reach, only }) => [criterion.key, [reach, only?.slug ?? null]]),
    );
    expect(read).toEqual({
      c0: ['most', null],
      c1: ['several', null],
      c2: ['one', 'a00000'],
      c3: ['none', null],
      c4: ['open', null],
    });
    expect(reachCounts(horizontality(study))).toEqual({ most: 1, several: 1, one: 1, none: 1, open: 1 });
  });
});

describe('spaces and time', () => {
  const agreement = (slug: string, space: string, launchDate: string, value: string) =>
    sketched({ slug, facts: { space, launchDate }, assessments: { c: value } });
  const list = [
    agreement('a', 'within-stakeholder-group', '2001', 'no'),
    agreement('b', 'within-stakeholder-group', '2010-05', 'no'),
    agreement('c', 'between-stakeholder-groups', '2018', 'yes'),
    agreement('d', 'between-stakeholder-groups', '2018-11-12', 'indirect'),
    sketched({ slug: 'e', assessments: { c: 'yes' } }),
  ];
  const study = studyOf(list, setOf(['c']));

  it('counts agreements without a space or date separately', () => {
    expect(bySpace(study).map(({ space, agreements }) => [space, agreements])).toEqual([
      ['within-stakeholder-group', 2],
      ['between-stakeholder-groups', 2],
      ['unplaced', 1],
    ]);
    expect(overTime(study, 'launched')).toMatchObject({
      dated: 4,
      undated: 1,
      years: [2001, 2010, 2018],
      criteria: [],
    });
  });

  it('has a curve per kind of date from the year by which five were assessed, and none of four', () => {
    const dated = (slug: string, events: Record<string, string>, value = 'yes') =>
      sketched({
        slug,
        facts: Object.fromEntries(
          Object.entries(events).map(([event, date]) => [`dates:${event}`, { event, date }] as const),
        ),
        assessments: { c: value },
      });
    const five = ['2001', '2010-05', '2010-05-17', '2015', '2018-11-12'].map((date, at) =>
      dated(`a${at}`, { adopted: date, ...(at > 0 && { signed: date }) }, at === 0 ? 'no' : 'yes'),
    );
    const followed = studyOf([...five, dated('a5', { adopted: '2020' }, 'not_assessed')], setOf(['c']));
    expect(overTime(followed, 'adopted').criteria.map(({ points }) => points)).toEqual([
      [{ year: 2018, found: 4, assessed: 5 }],
    ]);
    expect(overTime(followed, 'signed')).toMatchObject({ dated: 4, undated: 1, criteria: [] });
    expect(datedByKind(followed).filter((one) => one.dated > 0)).toEqual([
      { kind: 'adopted', dated: 5, assessed: 5 },
      { kind: 'signed', dated: 4, assessed: 4 },
    ]);
  });

  it('finds the largest differences between spaces and halves of time, of at least five agreements', () => {
    const times = (count: number) =>
      list
        .slice(0, 4)
        .flatMap((one) => Array.from({ length: count }, (_, at) => ({ ...one, slug: `${one.slug}${at}` })));
    const large = studyOf(times(3), setOf(['c']));
    expect(widestGap(bySpace(large))).toMatchObject({
      high: { space: 'between-stakeholder-groups', found: 6 },
      low: { space: 'within-stakeholder-group', found: 0 },
      difference: 1,
    });
    expect(largestGain(large, 'launched')).toMatchObject({
      since: 2018,
      gain: { earlier: { found: 0, assessed: 6 }, later: { found: 6, assessed: 6 } },
    });
    expect(largestGain(studyOf(list.slice(2), setOf(['c'])), 'launched')).toBeNull();
  });

  it('gives no share, gap, gain or criterion for fewer than five agreements', () => {
    expect(widestGap(bySpace(study))).toBeNull();
    expect(largestGain(study, 'launched')).toBeNull();
    expect([4, 5].map((assessed) => shareOf({ found: 2, assessed }))).toEqual([null, 0.4]);
    const rows = Array.from({ length: 5 }, (_, at) => ['yes', at === 0 ? 'not_assessed' : 'yes', 'no'] as const);
    const { criteria, agreements } = withEnoughAssessed(studyOfRows(rows));
    expect([criteria.map(({ key }) => key), agreements[1]?.values]).toEqual([
      ['c0', 'c2'],
      ['yes', 'no'],
    ]);
  });

  it('narrows to a space', () => {
    expect(within(list, { space: ['between-stakeholder-groups'] }).map(({ slug }) => slug)).toEqual(['c', 'd']);
    expect(within(list, {})).toHaveLength(5);
  });
});

it('compares 2,300 agreements, all different, within the time a test has', { timeout: 10_000 }, () => {
  const values = ['yes', 'no', 'indirect', 'not_assessed'] as const;
  let seed = 7;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) % values.length;
  const study = studyOfRows(
    Array.from({ length: 2_300 }, () => Array.from({ length: 21 }, () => values[next()] ?? 'no')),
  );
  const { strongest, leftOut } = overlap(study, 100);
  expect([strongest.length, leftOut]).toEqual([100, 0]);
});
