import { describe, expect, it } from 'vitest';
import { publicCellOf } from '@/prisma/factories/public-cells';
import type { PublicAgreement, PublicCell } from './schema';
import { assessmentOf, factOf, groupBySpace, tally } from './assessments';

const agreement = (
  slug: string,
  facts: Record<string, PublicCell['value']>,
  assessments: Record<string, string> = {},
): PublicAgreement => ({
  slug,
  name: slug,
  shortName: slug,
  version: 1,
  updatedAt: '2020-01-01T00:00:00.000Z',
  facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, publicCellOf(value)])),
  assessments: Object.fromEntries(Object.entries(assessments).map(([key, value]) => [key, publicCellOf(value)])),
});

describe('reading the dataset', () => {
  const manrs = agreement(
    'manrs',
    { space: 'within-stakeholder-group', launchDate: '2014' },
    { 'specified-cbms': 'no' },
  );
  const paris = agreement('paris-call', { space: 'between-stakeholder-groups' }, { 'specified-cbms': 'yes' });
  const accord = agreement('accord', { space: 'within-stakeholder-group' });
  const proposed = agreement('proposed-yesterday', {});

  it('reads a criterion without a cell, or with an unknown value, as not assessed', () => {
    expect(assessmentOf(manrs, 'specified-cbms')).toBe('no');
    expect(assessmentOf(accord, 'specified-cbms')).toBe('not_assessed');
    expect(assessmentOf(agreement('odd', {}, { 'specified-cbms': 'perhaps' }), 'specified-cbms')).toBe('not_assessed');
  });

  it('reads a fact by the schema of its field', () => {
    expect(factOf(manrs, 'launchDate')).toBe('2014');
    expect(factOf(paris, 'launchDate')).toBeNull();
    expect(factOf(agreement('odd', { launchDate: 'long ago' }), 'launchDate')).toBeNull();
  });

  it('groups by space in the order of the paper, then by name, and keeps agreements without a space', () => {
    const groups = groupBySpace([proposed, paris, manrs, accord]);
    expect(groups.map((group) => [group.space, group.agreements.map((one) => one.slug)])).toEqual([
      ['within-stakeholder-group', ['accord', 'manrs']],
      ['between-stakeholder-groups', ['paris-call']],
      ['unplaced', ['proposed-yesterday']],
    ]);
  });

  it('counts every agreement once per criterion', () => {
    expect(tally([manrs, paris, accord], 'specified-cbms')).toEqual({
      yes: 1,
      no: 1,
      indirect: 0,
      unclear: 0,
      not_assessed: 1,
    });
  });
});
