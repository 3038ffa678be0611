import { describe, expect, it } from 'vitest';
import { parseCellValue } from '@/lib/agreements/schema';
import { decisionsInput } from '@/lib/review/schema';
import { readValue, valueAsTyped } from './decision-fields';
import { faultsOf, readDecisions, pendingInput } from './decision-form-data';

const [A, B, C, D] = [1, 2, 3, 4].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`) as [
  string,
  string,
  string,
  string,
]; // four numbers, four ids
const fieldsOf = (change: string, fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ key: 'name', seen: '3', state: 'apply', ...fields }).map(([part, value]) => [
      `${change}.${part}`,
      value,
    ]),
  );

it('reads only the cells that have a choice', () => {
  const typed = {
    intent: 'chosen',
    ...fieldsOf(A, { outcome: 'accept', reason: '' }),
    ...fieldsOf(B, {
      outcome: 'amend',
      'amended-value': ' Better name ',
      note: '',
      source: 'Its statutes',
      asOf: ' 2019-11 ',
      state: 'conflict',
    }),
    ...fieldsOf(C, { outcome: 'reject', reason: 'No source.' }),
    ...fieldsOf(D, { outcome: '', reason: 'Typed, then left for later' }),
  };
  expect(decisionsInput.parse(readDecisions(typed)).decisions).toEqual([
    { change: A, outcome: 'accept', seen: 3, resolve: false },
    { change: B, outcome: 'amend', seen: 3, value: 'Better name', note: '', source: 'Its statutes', asOf: '2019-11' },
    { change: C, outcome: 'reject', reason: 'No source.' },
  ]);
});

it('accepts a conflict only by choice; accepting all skips conflicts', () => {
  const fields = {
    ...fieldsOf(A, { outcome: 'accept', state: 'conflict' }),
    ...fieldsOf(B, { state: 'unchanged', outcome: '' }),
    ...fieldsOf(C, { state: 'conflict', outcome: '' }),
  };
  expect(readDecisions({ intent: 'chosen', ...fields }).decisions[0]).toMatchObject({ change: A, resolve: true });
  expect(readDecisions({ intent: 'ready', ...fields })).toEqual({
    decisions: [{ change: B, outcome: 'accept', seen: 3 }],
  });
});

it('accepting all includes only cells without a choice, and keeps every choice and text', () => {
  const typed = {
    intent: 'ready',
    ...fieldsOf(A, { outcome: 'reject', reason: 'No source.' }),
    ...fieldsOf(B, { outcome: '', reason: '' }),
    ...fieldsOf(C, { outcome: 'amend', 'amended-value': 'Corrected' }),
    ...fieldsOf(D, { outcome: '', reason: 'Typed, then left for later' }),
  };
  const { decisions } = readDecisions(typed);
  expect(decisions).toEqual([{ change: B, outcome: 'accept', seen: 3 }]);
  const left = pendingInput(
    typed,
    decisions.map(({ change }) => change),
  );
  expect(left).toMatchObject({
    [`${A}.outcome`]: 'reject',
    [`${A}.reason`]: 'No source.',
    [`${C}.amended-value`]: 'Corrected',
    [`${D}.reason`]: 'Typed, then left for later',
  });
  expect(Object.keys(left).some((name) => name.startsWith(B))).toBe(false);
});

it('maps each issue back to its field', () => {
  const { decisions } = readDecisions({
    ...fieldsOf(A, { outcome: 'accept' }),
    ...fieldsOf(B, { outcome: 'reject', reason: '' }),
  });
  expect(
    faultsOf(
      [
        { path: 'decisions.1.reason', code: 'reason_required' },
        { path: 'decisions.0', code: 'conflict' },
        { path: 'decisions.7', code: 'stale' },
      ],
      decisions,
    ),
  ).toEqual([
    { change: B, part: 'reason', code: 'reason_required' },
    { change: A, part: 'outcome', code: 'conflict' },
  ]);
});

describe('a value that is typed', () => {
  it.each([
    ['name', 'Paris Call'],
    ['launchDate', '2018-11'],
    ['space', 'united-nations'],
    ['summary', 'First line.\nSecond line.'],
    ['uniqueElements', ['One', 'Two']],
    [
      'signatories',
      { count: 1200, unit: 'states', asOf: '2019', list: ['Aland', 'Beland'], link: 'https://example.org/list' },
    ],
    ['signatories', { list: ['Aland'] }],
    ['vulnerability-equities-processes', 'indirect'],
  ])('%s is read as it was stored', (key, value) => {
    const typed = valueAsTyped(key, value);
    const read = readValue(key, (part) => typed[part] ?? '');
    expect(parseCellValue(key, read)).toEqual({ success: true, data: value });
  });

  it('is rejected by the cell’s own schema, not silently changed', () => {
    expect(readValue('signatories', (part) => ({ count: 'about twenty' })[part] ?? '')).toEqual({
      count: 'about twenty',
    });
    expect(parseCellValue('signatories', { count: 'about twenty' }).success).toBe(false);
  });
});
