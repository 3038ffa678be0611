import { describe, expect, it } from 'vitest';
import type { PublicAgreement, PublicCell, PublicCriterionSet } from '@/lib/publication/schema';
import { cellOrder, inCellOrder } from './cell-order';
import { listSources, sourceNumber } from './sources';

const criterion = (key: string) => ({ key, letter: null, title: key, shortTitle: key, description: '', help: '' });
const sets: PublicCriterionSet[] = [
  { slug: 'first', title: '', description: '', source: '', criteria: [criterion('zeal'), criterion('accord')] },
  { slug: 'second', title: '', description: '', source: '', criteria: [criterion('basis')] },
];

const cell = (source: string | null): PublicCell => ({
  value: 'yes',
  note: null,
  source,
  asOf: null,
  decidedAt: '2020-01-01T00:00:00.000Z',
  version: 1,
  contribution: null,
  contributions: [],
});

describe('the order of cells', () => {
  it('is facts, then each set with its criteria in order, then unknown keys', () => {
    const entries = ['unheard-of', 'basis', 'accord', 'zeal', 'summary', 'name'].map((key) => ({ cell: key }));
    expect(inCellOrder(entries, sets).map((entry) => entry.cell)).toEqual([
      'name',
      'summary',
      'zeal',
      'accord',
      'basis',
      'unheard-of',
    ]);
  });

  it('numbers each source once, by its first place on the page', () => {
    const agreement: PublicAgreement = {
      slug: 'one',
      name: 'One',
      shortName: 'One',
      version: 1,
      updatedAt: '2020-01-01T00:00:00.000Z',
      facts: { summary: cell('Paper, section 2'), name: cell('Paper, section 1') },
      assessments: { accord: cell('Paper, section 1'), zeal: cell('Final report'), basis: cell(null) },
    };
    const sources = listSources(agreement, cellOrder(sets));
    expect(sources).toEqual(['Paper, section 1', 'Paper, section 2', 'Final report']);
    expect(sourceNumber(agreement.assessments.zeal, sources)).toBe(3);
    expect(sourceNumber(agreement.assessments.basis, sources)).toBeNull();
  });
});
