import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NORM_CRITERIA } from '@/lib/agreements/constants';
import { changesOf, typedFrom } from './proposal-changes';
import type { BaseCells } from './proposal-changes';
import { typedProposal } from './typed-proposal';

const base: BaseCells = {
  name: { value: 'Global Commission', note: null, source: 'Paper 2019' },
  signatories: {
    value: { count: 60, unit: 'companies', list: ['One', 'Two'] },
    note: 'As of spring',
    source: 'Paper 2019',
  },
  uniqueElements: { value: ['First', 'Second'], note: null, source: null },
  'supply-chain-integrity': { value: 'yes', note: 'Norm 3', source: 'Paper 2019' },
  'report-vulnerabilities': { value: 'not_assessed', note: null, source: null },
};
const proposed = (typed: object) => changesOf(typedProposal.parse(typed), base, NORM_CRITERIA);

describe('changesOf', () => {
  it('proposes nothing from empty fields', () => {
    expect(proposed({})).toEqual([]);
    expect(proposed({ cells: { name: { value: '  ', note: '', source: '\n' } } })).toEqual([]);
  });

  it('proposes nothing if the typed value is today’s', () => {
    expect(
      proposed({ cells: { name: { value: ' Global Commission ' }, uniqueElements: { value: 'First\n\n Second ' } } }),
    ).toEqual([]);
    expect(proposed({ signatories: { list: 'One\nTwo', unit: 'companies', count: '60' } })).toEqual([]);
  });

  it('proposes what differs, facts first, then criteria in their order', () => {
    expect(
      proposed({
        cells: {
          'report-vulnerabilities': { value: 'indirect', note: 'Article 5' },
          name: { value: 'Cyberstability Framework' },
          'supply-chain-integrity': { value: 'yes' },
        },
      }),
    ).toEqual([
      { cell: 'name', value: 'Cyberstability Framework' },
      { cell: 'report-vulnerabilities', value: 'indirect', note: 'Article 5' },
    ]);
  });

  it('applies a new note or source to today’s value, and keeps the other', () => {
    expect(proposed({ cells: { 'supply-chain-integrity': { source: 'Final report' } } })).toEqual([
      { cell: 'supply-chain-integrity', value: 'yes', note: 'Norm 3', source: 'Final report' },
    ]);
    expect(
      proposed({ cells: { 'supply-chain-integrity': { value: 'yes', note: 'Norm 3', source: 'Paper 2019' } } }),
    ).toEqual([]);
  });

  it('keeps a note on an empty cell without a value, so that the schema asks for one', () => {
    expect(proposed({ cells: { 'report-vulnerabilities': { note: 'See article 5' } } })).toEqual([
      { cell: 'report-vulnerabilities', value: undefined, note: 'See article 5', source: undefined },
    ]);
  });

  it('keeps untouched parts of signatories, and reads numbers as people write them', () => {
    const rest = { unit: 'companies', list: ['One', 'Two'] };
    expect(proposed({ signatories: { count: '1,100', asOf: '2020-10' } })).toEqual([
      { cell: 'signatories', value: { ...rest, count: 1100, asOf: '2020-10' } },
    ]);
    expect(proposed({ signatories: { count: 'about 80' } })).toEqual([
      { cell: 'signatories', value: { ...rest, count: 'about 80' } },
    ]);
    expect(proposed({ signatories: { count: '60' } })).toEqual([]);
  });

  it('removes a part of signatories only if the form began with today’s parts and it was emptied', () => {
    const today = typedFrom('signatories', base.signatories?.value ?? null);
    expect(today).toMatchObject({ whole: true, list: 'One\nTwo' });
    expect(proposed({ signatories: { ...(today as object), list: '' } })).toEqual([
      { cell: 'signatories', value: { count: 60, unit: 'companies' } },
    ]);
  });

  it('proposes a date alone, with what stands, and nothing where it is that of today', () => {
    const today = {
      ...base,
      'supply-chain-integrity': { ...base['supply-chain-integrity'], asOf: '2019' },
    } as BaseCells;
    const typed = (cell: object) =>
      changesOf(typedProposal.parse({ cells: { 'supply-chain-integrity': cell } }), today, NORM_CRITERIA);
    const stands = { cell: 'supply-chain-integrity', value: 'yes', note: 'Norm 3', source: 'Paper 2019' };
    expect(typed({ asOf: '2020-11' })).toEqual([{ ...stands, asOf: '2020-11' }]);
    expect(typed({ asOf: '2019' })).toEqual([]);
    expect(typed({ value: 'no' })).toEqual([{ cell: 'supply-chain-integrity', value: 'no' }]);
  });

  it('ignores cells that no criterion is named after', () => {
    expect(proposed({ cells: { 'no-such-norm': { value: 'yes' }, toString: { value: 'yes' } } })).toEqual([]);
  });

  it('proposes new rows by their fact alone, after corrections of known rows', () => {
    const known = { ...base, 'dates:adopted': { value: { event: 'adopted', date: '2015' }, note: null, source: 'S' } };
    const cells = {
      'dates:+2': { parts: { event: 'signed', date: '2019' } },
      'dates:+1': { parts: { event: '', date: ' ' } },
      'dates:adopted': { parts: { date: '2015-07' }, source: 'Resolution' },
      'nothing:one': { parts: { event: 'signed' } },
    };
    expect(changesOf(typedProposal.parse({ cells }), known, NORM_CRITERIA)).toEqual([
      { cell: 'dates:adopted', value: { event: 'adopted', date: '2015-07' }, source: 'Resolution' },
      { cell: 'dates', value: { event: 'signed', date: '2019' } },
    ]);
  });

  it('says that there is none of a fact with or without a value, with the reason as its note', () => {
    const cells = {
      signatories: { clear: 'on', note: 'it was never signed.' },
      maintainer: { clear: 'on', note: 'no office was set up.' },
    };
    expect(proposed({ cells })).toEqual([
      { cell: 'signatories', value: null, note: 'it was never signed.' },
      { cell: 'maintainer', value: null, note: 'no office was set up.' },
    ]);
  });

  it('says it neither of names, nor of assessments, nor of rows that the dataset does not have', () => {
    const cells = Object.fromEntries(
      ['name', 'supply-chain-integrity', 'dates:+1', 'dates:adopted'].map((cell) => [cell, { clear: 'on' }]),
    );
    expect(proposed({ cells })).toEqual([]);
  });

  it('proposes nothing where the same reason stands, and a better reason as such', () => {
    const cleared = { maintainer: { value: null, note: 'no office was set up.', source: 'Statutes' } };
    const typed = (cell: object) => changesOf(typedProposal.parse({ cells: { maintainer: cell } }), cleared, []);
    expect(typed({ clear: 'on', note: 'no office was set up.' })).toEqual([]);
    expect(typed({ clear: 'on' })).toEqual([]);
    const better = [{ cell: 'maintainer', value: null, note: 'it was closed.', source: 'Statutes' }];
    expect(typed({ clear: 'on', note: 'it was closed.' })).toEqual(better);
    expect(typed({ note: 'it was closed.' })).toEqual(better);
    expect(typed({ value: 'An office' })).toEqual([{ cell: 'maintainer', value: 'An office' }]);
  });

  it('keeps a value that is typed beside the words that there is none, and marks the two as contradictory', () => {
    const cells = { maintainer: { clear: 'on', value: 'An office', note: 'none.' }, signatories: { clear: 'on' } };
    expect(proposed({ cells, signatories: { count: '12' } })).toEqual([
      expect.objectContaining({
        cell: 'signatories',
        value: expect.objectContaining({ count: 12 }),
        contradictory: true,
      }),
      { cell: 'maintainer', value: 'An office', note: 'none.', contradictory: true },
    ]);
  });

  it('finds no difference in a value that was prefilled and not changed', () => {
    const item = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ]{0,20}[A-Za-z0-9]$/);
    const cells = fc.record(
      {
        name: item,
        summary: item,
        uniqueElements: fc.array(item, { minLength: 1 }),
        'supply-chain-integrity': fc.constantFrom('yes', 'no', 'indirect', 'unclear'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(cells, (values) => {
        const today = Object.fromEntries(
          Object.entries(values).map(([cell, value]) => [cell, { value, note: 'n', source: null }]),
        );
        const typed = Object.fromEntries(
          Object.entries(values).map(([cell, value]) => [cell, { value: typedFrom(cell, value) }]),
        );
        expect(changesOf(typedProposal.parse({ cells: typed }), today, NORM_CRITERIA)).toEqual([]);
      }),
    );
  });
});
