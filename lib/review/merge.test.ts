import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellContent } from '@/lib/agreements/schema';
import { isSameJson } from '@/lib/platform/json';
import { mergeCell, mergedContent, sameContent, sameProposal } from './merge';

const value = fc.oneof(
  fc.constantFrom('yes', 'no', 'indirect', 'unclear', 'not_assessed'),
  fc.string({ maxLength: 12 }),
  fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  fc.record({ count: fc.nat(), unit: fc.string({ maxLength: 5 }) }, { requiredKeys: [] }),
);
/** In a proposal, empty text means removal; present content is never empty. */
const words = fc.option(fc.string({ maxLength: 8 }), { nil: null });
const optionalText = fc.option(fc.string({ minLength: 1, maxLength: 8 }), { nil: null });
const dates = ['2018', '2018-04', '2019-11-23'];
const content: fc.Arbitrary<CellContent> = fc.record({
  ...{ value, note: words, source: words },
  asOf: fc.constantFrom(...dates, '', null, undefined),
});
const cell: fc.Arbitrary<CellContent | null> = fc.option(
  fc.record({ value, note: optionalText, source: optionalText, asOf: fc.constantFrom(...dates, null) }),
  {
    nil: null,
  },
);

describe('the merge of one cell', () => {
  it('applies when the cell is unchanged since, unless it says that already', () => {
    fc.assert(
      fc.property(cell, content, (base, proposed) => {
        const says = base !== null && mergeCell(base, base, proposed) === 'unchanged';
        expect(mergeCell(base, base, proposed)).toBe(says ? 'unchanged' : 'apply');
        if (says) expect(isSameJson(base?.value, proposed.value)).toBe(true);
      }),
    );
  });

  it('has nothing to do where the cell holds exactly the proposal, with any base', () => {
    fc.assert(
      fc.property(cell, cell, (base, current) => {
        if (current !== null) expect(mergeCell(base, current, current)).toBe('unchanged');
      }),
    );
  });

  it('is a conflict exactly where the cell moved to something else', () => {
    fc.assert(
      fc.property(cell, cell, content, (base, current, proposed) => {
        const state = mergeCell(base, current, proposed);
        if (state === 'conflict') expect(sameContent(base, current)).toBe(false);
        if (!sameContent(base, current) && (current === null || !isSameJson(current.value, proposed.value)))
          expect(state).toBe('conflict');
      }),
    );
  });

  it('comes to the same after it was applied: accepting twice is accepting once', () => {
    fc.assert(
      fc.property(cell, content, (current, proposed) => {
        const once = mergedContent(current, proposed, 'Contribution BPF-2020-001');
        expect(mergedContent(once, { ...proposed, source: proposed.source || once.source }, 'other')).toEqual(once);
        expect(mergeCell(current, once, { ...proposed, source: proposed.source || null })).toBe('unchanged');
      }),
    );
  });

  it('never loses the proposed value, and erases a note or source only where the proposal says that it goes', () => {
    fc.assert(
      fc.property(cell, content, (current, proposed) => {
        const merged = mergedContent(current, proposed, 'fallback');
        expect(merged.value).toEqual(proposed.value);
        expect(merged.note).toBe(proposed.note === null ? (current?.note ?? null) : proposed.note || null);
        expect(merged.source).toBe(
          (proposed.source === null ? current?.source : proposed.source || null) ?? 'fallback',
        );
      }),
    );
  });

  it('keeps the date beside the value that it is of, and no other value inherits it', () => {
    fc.assert(
      fc.property(cell, content, (current, proposed) => {
        const stands = isSameJson(current?.value, proposed.value) ? (current?.asOf ?? null) : null;
        const { asOf } = mergedContent(current, proposed, 'fallback');
        expect(asOf).toBe((proposed.asOf ?? null) === null ? stands : proposed.asOf || null);
      }),
    );
    const dated: CellContent = { value: 'yes', note: null, source: 'S', asOf: '2019' };
    const silent = { value: 'no', note: null, source: null };
    expect(mergedContent(dated, silent, '').asOf).toBeNull();
    expect(mergedContent(dated, { ...silent, value: 'yes', note: 'More' }, '').asOf).toBe('2019');
    expect(mergeCell(dated, dated, { ...silent, value: 'yes', asOf: '2020' })).toBe('apply');
    expect(mergeCell(dated, dated, { ...silent, value: 'yes', asOf: '' })).toBe('apply');
    expect(mergeCell(dated, { ...dated, asOf: '2020' }, silent)).toBe('conflict');
    expect(sameProposal({ ...silent, asOf: '2019' }, { ...silent, asOf: '2020' })).toBe(false);
    expect(sameProposal({ ...silent, asOf: '2019' }, silent)).toBe(true);
  });

  it('keeps a source that names a contribution only beside the value that came from it', () => {
    const stands: CellContent = { value: 'yes', note: null, source: 'Contribution BPF-2020-004' };
    expect(
      mergedContent(stands, { value: 'yes', note: 'More', source: null }, 'Contribution BPF-2020-009').source,
    ).toBe('Contribution BPF-2020-004');
    expect(mergedContent(stands, { value: 'no', note: null, source: null }, 'Contribution BPF-2020-009').source).toBe(
      'Contribution BPF-2020-009',
    );
  });

  it('treats proposals alike in either order', () => {
    fc.assert(
      fc.property(
        content,
        content,
        (one, other) => void expect(sameProposal(one, other)).toBe(sameProposal(other, one)),
      ),
    );
  });

  it('says conflict in words everyone agrees on', () => {
    const held = (text: string): CellContent => ({ value: text, note: null, source: null });
    expect(mergeCell(held('no'), held('no'), held('yes'))).toBe('apply');
    expect(mergeCell(held('no'), held('yes'), held('yes'))).toBe('unchanged');
    expect(mergeCell(held('no'), held('indirect'), held('yes'))).toBe('conflict');
    expect(mergeCell(null, null, held('yes'))).toBe('apply');
    expect(mergeCell(held('no'), { ...held('no'), note: 'Looked at again in 2021.' }, held('yes'))).toBe('conflict');
  });
});
