import { expect, it } from 'vitest';
import { cellKeyFor } from './row-key';
import { factCellLabel } from './words';
import type { RowField, RowKey } from './registry';

const LONG = 'agreement-of-the-ports-of-the-northern-and-eastern-coast';
const names = {
  agreements: { ngo: 'Harbour Accord', 'to-ngo': 'Lighthouse Pact', [LONG]: 'Coast Agreement' },
  criteria: { openness: 'Who may take part?', 'openness-no': 'Closed meetings' },
};
const labelOf = (key: RowKey) => factCellLabel(key, 'en', names).replace(/^.*?: /, '');

it.each([
  ['relations', { relation: 'builds-on', agreement: 'ngo' }, 'builds on Harbour Accord'],
  ['relations', { relation: 'refers-to', agreement: 'ngo' }, 'refers to Harbour Accord'],
  ['relations', { relation: 'refers-to', agreement: 'to-ngo' }, 'refers to Lighthouse Pact'],
  ['relations', { relation: 'builds-on', agreement: LONG }, 'builds on Coast Agreement'],
  ['relations', { relation: 'builds-on', agreement: 'eu-ngo' }, 'builds on eu ngo'],
  ['quotations', { criterion: 'openness', passage: 'P' }, 'Who may take part?'],
  ['views', { criterion: 'openness', value: 'indirect' }, 'Who may take part? indirect'],
  ['views', { criterion: 'openness-no', value: 'no' }, 'Closed meetings no'],
  ['dates', { event: 'in-force', date: '2020' }, 'in force'],
] satisfies [RowField, object, string][])('calls a row of %s with %j “%s”', (field, value, expected) => {
  expect(labelOf(cellKeyFor(field, value) as RowKey)).toBe(expected); // a row, by its field
});

it('calls a row by its key where two long names begin alike', () => {
  const key = cellKeyFor('relations', { relation: 'builds-on', agreement: LONG }) as RowKey; // a row, by its field
  const two = { ...names, agreements: { [LONG]: 'One', [`${LONG}-of-1999`]: 'Another' } };
  expect(factCellLabel(key, 'en', two)).toContain('builds on agreement of the ports');
});
