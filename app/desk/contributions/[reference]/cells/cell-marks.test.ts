import { expect, it } from 'vitest';
import { cellMarks } from './cell-marks';

const content = { value: 'yes', note: null, source: 'Its text', asOf: null } as const;
const ready = {
  key: 'supply-chain-integrity',
  base: null,
  current: null,
  proposed: content,
  state: 'apply',
  rivals: [],
  rivalsTotal: 0,
} as const;
const wordsOf = (change: Partial<Parameters<typeof cellMarks>[0]>) =>
  cellMarks({ ...ready, ...change } as Parameters<typeof cellMarks>[0]).map(({ words }) => words);

it('says nothing of a cell that is ready, or decided', () => {
  expect(wordsOf({})).toEqual([]);
  expect(wordsOf({ state: null, current: content })).toEqual([]);
});

it('marks a value without a source, and none where the source that stands is kept', () => {
  const proposed = { ...content, source: null };
  expect(wordsOf({ proposed })).toEqual(['no source']);
  const stands = { ...content, value: 'no' } as const;
  expect(wordsOf({ proposed, base: stands, current: stands })).toEqual([]);
  expect(wordsOf({ proposed: { ...content, source: '' }, base: stands, current: stands })).toEqual([
    'removes source',
    'no source',
  ]);
});

it('marks a conflict, a change since, and other proposals', () => {
  const rival = { ...content, reference: 'BPF-2020-001', identical: false };
  expect(
    wordsOf({
      state: 'conflict',
      current: { ...content, value: 'no' },
      rivals: [rival, { ...rival, identical: true }],
      rivalsTotal: 4,
    }),
  ).toEqual(['Conflict', 'changed since', '3 rivals', 'one says the same']);
  expect(wordsOf({ state: 'unchanged', current: content })).toEqual(['The dataset says so already', 'changed since']);
});
