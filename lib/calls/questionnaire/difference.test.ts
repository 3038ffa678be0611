import { expect, it } from 'vitest';
import { differenceOf } from './difference';
import { COMMANDS, edit, setAt } from './editing';
import { readTyped } from './typed-questionnaire';

const before = readTyped({
  about: { title: 'About you', help: '' },
  questions: ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'text', title: `Question ${id}`, shortTitle: id })),
});
const changes = (after: typeof before) =>
  differenceOf(before, after).map(({ title, changes: kinds }) => `${title}: ${kinds.join(', ')}`);

it('has no difference with itself, and all questions as new without an earlier version', () => {
  expect(differenceOf(before, before)).toEqual([]);
  expect(differenceOf(null, before).map(({ changes: kinds }) => kinds)).toEqual([
    ['added'],
    ['added'],
    ['added'],
    ['added'],
  ]);
});

it('names what was added, removed and moved, and nothing that only made room', () => {
  const steps = [COMMANDS.remove('b'), COMMANDS.before('d', 'a'), COMMANDS.add()];
  const after = steps.reduce((typed, step) => edit(typed, step, { kind: 'text', section: '' }).typed, before);
  expect(changes(after)).toEqual(['d: moved', 'q5: added', 'b: removed']);
});

it('tells other words from other settings and other rules', () => {
  const title = setAt(before, 'questions.0.title', 'Question a, better said');
  expect(differenceOf(before, title)).toEqual([
    {
      id: 'a',
      title: 'a',
      changes: ['reworded'],
      texts: [{ label: 'Question', before: 'Question a', after: 'Question a, better said' }],
      reworded: true,
    },
  ]);
  expect(differenceOf(before, setAt(before, 'questions.0.required', true))).toMatchObject([
    { changes: ['settings'], reworded: false },
  ]);
  const rule = setAt(before, 'questions.1.askedIf', [{ question: 'a', operator: 'answered', value: '' }]);
  expect(differenceOf(before, rule)).toMatchObject([
    { id: 'b', changes: ['rules'], texts: [{ label: 'Condition 1', after: '“a” is answered' }], reworded: false },
  ]);
});
