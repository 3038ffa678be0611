import { describe, expect, it } from 'vitest';
import { readDecisions } from './decision-form-data';
import { changedFields, countChoices, fieldsOf, initialReviewState, reviewReducer, textsIn } from './review-state';
import type { DecidableChange, ReviewEvent, ReviewState } from './review-state';

const changeOf = (id: string, change: Partial<DecidableChange> = {}): DecidableChange => ({
  id,
  key: 'maintainer',
  title: 'Maintainer',
  state: 'apply',
  currentVersion: 3,
  disputed: false,
  current: { value: 'ISOC', note: 'Since 2014', source: null },
  proposed: { value: 'Internet Society', note: null, source: 'Its site' },
  ...change,
});
const CHANGES = [changeOf('a'), changeOf('b'), changeOf('c', { state: 'conflict' }), changeOf('d', { state: null })];
const UNDECIDED = CHANGES.filter(({ state }) => state !== null);

const run = (...events: ReviewEvent[]): ReviewState => events.reduce(reviewReducer, initialReviewState({}));

describe('choices', () => {
  it('counts the chosen, selected and ready changes', () => {
    const state = run(
      { type: 'chosen', changes: ['a'], outcome: 'reject' },
      { type: 'selected', changes: ['c', 'd'], on: true },
    );
    expect(countChoices(UNDECIDED, state)).toEqual({ accept: 0, amend: 0, reject: 1, selected: ['c'], ready: ['b'] });
  });

  it('counts a change with a reason and no choice as neither chosen nor ready', () => {
    const state = run({ type: 'entered', change: 'a', parts: { reason: 'To come.' } });
    expect(countChoices(UNDECIDED, state)).toMatchObject({ accept: 0, amend: 0, reject: 0, ready: ['b'] });
  });

  it('sets a common reason only where no reason is written yet', () => {
    const state = run(
      { type: 'entered', change: 'a', parts: { reason: 'Its own.' } },
      { type: 'chosen', changes: ['a', 'b'], outcome: 'reject', reason: 'For all.', message: 'Reject chosen for 2.' },
    );
    expect(state.entered).toEqual({
      a: { outcome: 'reject', reason: 'Its own.' },
      b: { outcome: 'reject', reason: 'For all.' },
    });
    expect(state.message).toBe('Reject chosen for 2.');
  });

  it('clears the message of a selection with the next choice', () => {
    const state = run(
      { type: 'selected', changes: ['a'], on: false, message: 'Nothing is selected.' },
      { type: 'chosen', changes: ['a'], outcome: 'accept' },
    );
    expect(state).toMatchObject({ message: '', answerRead: true });
  });
});

describe('fields', () => {
  it('sends the initial content of unchanged fields', () => {
    expect(fieldsOf(changeOf('a'), { outcome: 'amend', 'amended-value': 'ISOC itself' })).toEqual({
      'a.key': 'maintainer',
      'a.state': 'apply',
      'a.seen': '3',
      'a.outcome': 'amend',
      'a.reason': '',
      'a.slug': '',
      'a.note': 'Since 2014',
      'a.source': 'Its site',
      'a.asOf': '',
      'a.amended-value': 'ISOC itself',
    });
  });

  it('sends decisions that the server reads as the same', () => {
    const state = run({ type: 'chosen', changes: ['c'], outcome: 'accept' });
    const typed = Object.assign({ intent: 'chosen' }, ...UNDECIDED.map((one) => fieldsOf(one, state.entered[one.id])));
    expect(readDecisions(typed).decisions).toEqual([
      { change: 'c', outcome: 'accept', seen: 3, resolve: true, reason: '' },
    ]);
  });

  it('renders the fields of a posted form that came back', () => {
    const state = initialReviewState({
      reference: 'BPF-2020-001',
      'a.key': 'maintainer',
      'a.outcome': 'reject',
      'a.reason': 'No source.',
      'b.selected': 'on',
    });
    expect(state.entered).toEqual({ a: { outcome: 'reject', reason: 'No source.' } });
    expect(state.selected).toEqual(['b']);
  });

  it('takes over what was entered before the script ran, also where older choices were backed up', () => {
    const drawn = initialReviewState({});
    const posted = { ...fieldsOf(changeOf('a'), undefined), ...fieldsOf(changeOf('b'), { outcome: 'accept' }) };
    const typed = changedFields({ ...posted, 'c.selected': 'on' }, UNDECIDED, drawn);
    expect(typed).toEqual({ 'b.outcome': 'accept', 'c.selected': 'on' });
    const restored = { at: '2026-01-01T00:00:00.000Z', cells: { a: { outcome: 'amend' }, b: { outcome: 'reject' } } };
    const state = reviewReducer(drawn, { type: 'hydrated', typed, restored });
    expect(state).toMatchObject({
      entered: { a: { outcome: 'amend' }, b: { outcome: 'accept' } },
      selected: ['c'],
      restored,
      hydrated: true,
    });
  });
});

describe('an answer', () => {
  const chosen: ReviewEvent = { type: 'chosen', changes: ['a', 'b'], outcome: 'accept' };

  it('removes recorded choices and keeps the others', () => {
    const state = run(chosen, { type: 'answered', recorded: ['a'], waiting: false });
    expect(state).toMatchObject({ entered: { b: { outcome: 'accept' } }, recorded: ['a'], answerRead: false });
  });

  it('keeps choices that wait for a second editor or were rejected', () => {
    expect(run(chosen, { type: 'answered', recorded: ['a', 'b'], waiting: true }).entered).toHaveProperty('b');
    expect(run(chosen, { type: 'answered', recorded: [], waiting: false }).entered).toHaveProperty('a');
  });
});

it('shows the texts of an amendment, and of another choice only its reason', () => {
  const parts = { 'amended-value': 'Better', note: ' ', reason: 'Why' };
  expect(textsIn({ outcome: 'amend', ...parts })).toEqual(['Better', 'Why']);
  expect(textsIn({ outcome: 'reject', ...parts })).toEqual(['Why']);
});

it('removes one choice, or all with the selection', () => {
  const chosen: ReviewEvent[] = [
    { type: 'chosen', changes: ['a', 'b'], outcome: 'accept' },
    { type: 'selected', changes: ['a'], on: true },
  ];
  expect(run(...chosen, { type: 'forgotten', changes: ['a'] }).entered).toEqual({ b: { outcome: 'accept' } });
  expect(run(...chosen, { type: 'cleared' })).toMatchObject({ entered: {}, selected: [] });
});
