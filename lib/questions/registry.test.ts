import { expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { makeQuestion } from '@/prisma/factories/questions';
import { fieldLabel, kinds, question } from './registry';
import { VALUE } from './value-question';

const words = wordsIn('en');

it('reads a question by the settings of its kind, and refuses an unknown kind', () => {
  expect(question.safeParse(makeQuestion('projects')).success).toBe(true);
  expect(question.safeParse({ ...makeQuestion('projects'), kind: 'nothing' }).success).toBe(false);
  expect(question.safeParse({ ...makeQuestion('text'), extra: 1 }).success).toBe(false);
});

it('gives a field its label by its name alone, since no two kinds use the same name', () => {
  const names = Object.values(kinds).flatMap(({ labels }) => Object.keys(labels));
  // The label of a value follows from its question.
  const fixed = names.filter((name) => name !== VALUE);
  expect(fixed).toEqual([...new Set(fixed)]);
  expect(fieldLabel('others.1.note', words, {})).toBe('Other agreement 2, Note');
  expect(fieldLabel('cells.name.source', words, { name: 'Name' })).toMatch(/^Name, /);
  expect(fieldLabel('country', words, {})).toBeNull();
});
