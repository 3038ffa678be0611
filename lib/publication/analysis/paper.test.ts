import { describe, expect, it } from 'vitest';
import { seededAgreements, seededSet } from '@/prisma/factories/studies';
import { coOccurrence } from './co-occurrence';
import { coverage } from './coverage';
import { horizontality, reachCounts } from './horizontality';
import { overlap } from './overlap';
import { degree } from './similarity';
import { bySpace } from './spaces';
import { studyOf } from './study';
import { overTime } from './time';
import { uniqueElements } from './unique-elements';

const agreements = seededAgreements();
const study = studyOf(agreements, seededSet('elements-2019'));

/**
 * What the 2019 paper says of the agreements it analysed, counted by hand in its tables ("Analysis of each agreement",
 * where "Indirectly" is our indirect): yes, indirect, no.
 */
const TABLES: Record<string, [number, number, number]> = {
  'further-multi-stakeholderism': [15, 2, 3],
  'vulnerability-equities-processes': [3, 0, 17],
  'responsible-disclosure': [11, 1, 8],
  'reference-to-international-law': [8, 5, 7],
  'definition-of-cyber-threats': [6, 2, 12],
  'definition-of-cyber-attacks': [2, 5, 13],
  'reference-to-capacity-building': [13, 3, 4],
  'specified-cbms': [11, 1, 8],
  'reference-to-human-rights': [10, 0, 10],
  'references-to-content-restrictions': [9, 1, 10],
};

describe('the analysis of what the 2019 paper found', () => {
  it('counts the twenty agreements of "Analysis of each agreement" and leaves out those that "Spaces for agreement" only names', () => {
    expect(study.agreements).toHaveLength(20);
    expect(study.unassessed).toBe(3);
    expect(study.agreements.map(({ slug }) => slug)).not.toContain('g20-antalya-communique');
  });

  it('has the counts of its tables', () => {
    expect(
      Object.fromEntries(
        coverage(study).map(({ criterion, counts }) => [criterion.key, [counts.yes, counts.indirect, counts.no]]),
      ),
    ).toEqual(TABLES);
  });

  it('finds, as "Overlapping elements of agreements" says, that each of the ten elements affects more than a single agreement', () => {
    const read = horizontality(study);
    expect(reachCounts(read)).toEqual({ most: 5, several: 5, one: 0, none: 0, open: 0 });
    expect(read.map(({ criterion }) => criterion.key).slice(0, 5)).toEqual([
      'further-multi-stakeholderism',
      'reference-to-capacity-building',
      'reference-to-international-law',
      'responsible-disclosure',
      'specified-cbms',
    ]);
  });

  it('finds the same elements in the Tech Accord and the Charter of Trust, whose tables are alike', () => {
    const same = overlap(study, 190)
      .strongest.filter((pair) => degree(pair) === 1)
      .map(({ one, other }) => [one.slug, other.slug]);
    expect(same).toContainEqual(['charter-of-trust', 'tech-accord']);
  });

  it('has in the space "Within the United Nations" the report of 2015 alone', () => {
    expect(bySpace(study).map(({ space, agreements: count }) => [space, count])).toEqual([
      ['within-stakeholder-group', 16],
      ['between-stakeholder-groups', 3],
      ['united-nations', 1],
    ]);
  });

  it('counts apart the agreements whose date the paper does not state', () => {
    const { dated, undated, years } = overTime(study, 'launched');
    expect(dated + undated).toBe(20);
    expect([years[0], years.at(-1)]).toEqual([2001, 2018]);
  });

  it('names the elements that it calls unique, such as those of the Paris Call', () => {
    const stated = uniqueElements(agreements);
    expect(stated.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['paris-call', 'ungge-2015', 'gcsc', 'au-convention']),
    );
    expect(stated.find(({ slug }) => slug === 'paris-call')?.elements).toHaveLength(5);
  });

  it('has multi-stakeholderism and responsible disclosure together in every agreement that states the latter', () => {
    const pair = coOccurrence(study).find(
      ({ one, other }) => one.key === 'further-multi-stakeholderism' && other.key === 'responsible-disclosure',
    );
    // 15 × 11 ÷ 20 = 8.25 by chance, 11 in fact: 1.33 times as often.
    expect(pair).toMatchObject({ assessed: 20, counts: { both: 11, one: 15, other: 11, expected: 8.25 } });
    expect(pair?.counts?.lift).toBeCloseTo(4 / 3, 9);
  });
});
