import { describe, expect, it } from 'vitest';
import type { AgreementCells } from '@/lib/agreements/cells';
import { changesOf } from '@/lib/questions/proposal-changes';
import { agreementAfter, applyIntent } from './intents';

const cell = (value: string) => ({ value, note: null, source: null, asOf: null, version: 4, decidedAt: new Date(0) });
const today: AgreementCells = {
  id: '1',
  slug: 'budapest-convention',
  name: 'Convention on Cybercrime',
  shortName: 'Budapest Convention',
  version: 4,
  cells: { launchDate: cell('2001-11') },
};
const section = { kind: 'proposal', base: {}, criteria: [] } as const;
const typed = {
  kind: 'new',
  cells: { name: { value: 'Budapest Convention' }, launchDate: { value: '2001-11' } },
  comment: 'For the editors',
  distinct: ['arab-convention'],
};

describe('a new agreement that is an existing one', () => {
  it('becomes an update with all typed values and proposes only those that differ from today', () => {
    const values = applyIntent(section, typed, 'become:budapest-convention', today);
    expect(agreementAfter('become:budapest-convention', { agreement: '' })).toBe('budapest-convention');
    expect(values).toMatchObject({
      kind: 'update',
      agreement: 'budapest-convention',
      baseVersion: 4,
      comment: 'For the editors',
      cells: { launchDate: { value: '2001-11' } },
    });
    if (!('cells' in values)) throw new Error('no proposal');
    expect(changesOf(values, today.cells, []).map((change) => change.cell)).toEqual(['name']);
  });

  it('stays new where the named agreement does not exist', () => {
    expect(applyIntent(section, typed, 'become:nowhere', null)).toMatchObject({
      kind: 'new',
      agreement: '',
      baseVersion: undefined,
    });
  });

  it('keeps its author’s statement that it is another one', () => {
    const once = applyIntent(section, typed, 'another:budapest-convention', null);
    expect(once).toMatchObject({
      kind: 'new',
      distinct: ['arab-convention', 'budapest-convention'],
      comment: 'For the editors',
    });
    expect(applyIntent(section, once, 'another:budapest-convention', null)).toEqual(once);
  });
});
