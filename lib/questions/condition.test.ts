import { describe, expect, it } from 'vitest';
import { wordsIn } from '@/lib/platform/i18n/words';
import { makeQuestion } from '@/prisma/factories/questions';
import { askedKeys, isAsked, ruleFaults, sentenceOf } from './condition';
import type { Answers } from './condition';
import type { Question } from './registry';
import type { Rule } from './rule';

const words = wordsIn('en');
const text = (key: string, ...askedIf: Rule[]): Question => ({
  ...makeQuestion('text', key),
  ...(askedIf.length > 0 && { askedIf }),
});
const given = (answers: Record<string, string>, more: Partial<Answers> = {}): Answers => ({
  answers,
  signatories: [],
  projects: [],
  proposals: [],
  ...more,
});
const rule = (question: string, operator: 'is' | 'is_not' | 'contains', value: string): Rule => ({
  question,
  operator,
  value,
});
const answered = (question: string): Rule => ({ question, operator: 'answered' });

describe('a question with rules', () => {
  const asks = (one: Rule, answers: Answers) => isAsked(text('b', one), [text('a'), text('b', one)], answers);

  it('is asked if its rule holds for the answer', () => {
    expect(asks(answered('a'), given({ a: 'x' }))).toBe(true);
    expect(asks(rule('a', 'is', 'Yes'), given({ a: ' yes ' }))).toBe(true);
    expect(asks(rule('a', 'is', 'Yes'), given({ a: 'Yes, often' }))).toBe(false);
    expect(asks(rule('a', 'contains', 'OFTEN'), given({ a: 'Yes, often' }))).toBe(true);
    expect(asks(rule('a', 'contains', 'never'), given({ a: 'Yes, often' }))).toBe(false);
    expect(asks(rule('a', 'is_not', 'No'), given({ a: 'Yes' }))).toBe(true);
    expect(asks(rule('a', 'is_not', 'No'), given({ a: 'no' }))).toBe(false);
  });

  it('is not asked while the answer is missing, whatever the rule', () => {
    for (const one of [answered('a'), rule('a', 'is', 'x'), rule('a', 'is_not', 'x'), rule('a', 'contains', 'x')])
      expect(asks(one, given({ a: '  ' }))).toBe(false);
  });

  it('is asked if a file answers the question of the rule', () => {
    expect(asks(answered('a'), given({}, { files: new Set(['a']) }))).toBe(true);
  });

  it('is asked if a list answers the question of the rule', () => {
    const questions: Question[] = [makeQuestion('signatory', 'signed'), text('b', answered('signed'))];
    expect(askedKeys(questions, given({}))).toEqual(new Set(['signed']));
    expect(askedKeys(questions, given({}, { signatories: [{ name: 'A pledge' }] }))).toEqual(new Set(['signed', 'b']));
  });

  it('needs all of its rules to hold', () => {
    const questions = [text('a'), text('b'), text('c', answered('a'), answered('b'))];
    expect(askedKeys(questions, given({ a: 'x' }))).toEqual(new Set(['a', 'b']));
    expect(askedKeys(questions, given({ a: 'x', b: 'y' }))).toEqual(new Set(['a', 'b', 'c']));
  });

  it('takes the answer to a question that is not asked as missing', () => {
    const questions = [text('a'), text('b', answered('a')), text('c', answered('b'))];
    expect(askedKeys(questions, given({ b: 'kept from before' }))).toEqual(new Set(['a']));
  });
});

describe('a rule about a question with values', () => {
  const options = [
    { key: 'none', label: 'None at all' },
    { key: 'none-yet', label: 'None yet' },
  ];
  const has = {
    'yes-no': { ...makeQuestion('text', 'a'), kind: 'yes-no' as const },
    choice: { ...makeQuestion('text', 'a'), kind: 'choice' as const, options },
    choices: { ...makeQuestion('text', 'a'), kind: 'choices' as const, options },
  };
  const asks = (target: Question, one: Rule, value: unknown) =>
    isAsked(text('b', one), [target, text('b', one)], given({}, { values: { a: value } }));

  it('compares the keys of choices as a whole', () => {
    expect(asks(has.choice, rule('a', 'is', 'none'), { choice: 'none' })).toBe(true);
    expect(asks(has.choice, rule('a', 'is', 'none'), { choice: 'none-yet' })).toBe(false);
    expect(asks(has.choices, rule('a', 'contains', 'none'), { choices: ['none-yet'] })).toBe(false);
    expect(asks(has.choices, rule('a', 'contains', 'none-yet'), { choices: ['none', 'none-yet'] })).toBe(true);
    expect(asks(has['yes-no'], rule('a', 'is', 'yes'), true)).toBe(true);
    expect(asks(has['yes-no'], rule('a', 'is_not', 'yes'), false)).toBe(true);
  });

  it('does not hold for a value that is not valid yet', () => {
    expect(asks(has.choice, rule('a', 'is', 'none'), { choice: 'no such' })).toBe(false);
    expect(asks(has['yes-no'], rule('a', 'is', 'yes'), 'maybe')).toBe(false);
  });

  it('has the label of the choice in its sentence, and a fault if there is no such choice', () => {
    const questions = [has.choice, text('b', rule('a', 'is', 'none-yet'), rule('a', 'is', 'gone'))];
    expect(sentenceOf(questions[1]!, questions, words)).toContain('is “None yet”, and');
    expect(ruleFaults({ questions })).toEqual([{ question: 'b', at: 1, code: 'rule_names_no_choice' }]);
  });
});

describe('the faults of rules', () => {
  const faults = (...questions: Question[]) =>
    ruleFaults({ questions, sections: [{ key: 'general' }] }).map(
      ({ question, at, code }) => `${question} ${at} ${code}`,
    );

  it('names a rule on nothing, a section, itself and a later question', () => {
    expect(
      faults(text('a', answered('nothing'), answered('general'), answered('a'), answered('b')), text('b')),
    ).toEqual(['a 0 rule_on_nothing', 'a 1 rule_on_section', 'a 2 rule_on_itself', 'a 3 rule_on_later']);
  });

  it('names every rule of a circle', () => {
    expect(faults(text('a', answered('c')), text('b', answered('a')), text('c', answered('b')))).toEqual([
      'a 0 rule_in_circle',
      'b 0 rule_in_circle',
      'c 0 rule_in_circle',
    ]);
  });

  it('names a comparison with answers that can not be compared', () => {
    expect(faults(makeQuestion('projects', 'a'), text('b', rule('a', 'is', 'x')))).toEqual([
      'b 0 rule_compares_nothing',
    ]);
  });

  it('has none for rules about earlier questions', () => {
    expect(faults(text('a'), text('b', rule('a', 'is', 'any text')), text('c', answered('a'), answered('b')))).toEqual(
      [],
    );
  });
});

describe('the sentence of rules', () => {
  it('names each question by its number and title', () => {
    const questions = [
      { ...text('a'), number: 'A.1', shortTitle: 'Your policy' },
      { ...text('b'), shortTitle: 'Its age' },
      text('c', rule('a', 'is', 'Yes'), rule('a', 'is_not', 'No'), rule('a', 'contains', 'x'), answered('b')),
    ];
    expect(sentenceOf(questions[2]!, questions, words)).toBe(
      'Asked only if the answer to question A.1 (“Your policy”) is “Yes”, ' +
        'and the answer to question A.1 (“Your policy”) is given and is not “No”, ' +
        'and the answer to question A.1 (“Your policy”) contains “x”, and question 2 (“Its age”) is answered.',
    );
    expect(sentenceOf(questions[0]!, questions, words)).toBeNull();
  });
});
