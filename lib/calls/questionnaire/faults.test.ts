import { describe, expect, it } from 'vitest';
import { checkListOf } from './check-list';
import { faultsOf } from './faults';
import { readTyped } from './typed-questionnaire';

const NONE = new Map<string, string>();
const about = { title: 'About you', help: 'What is published.' };
const draft = (questions: object[], rest: object = {}) => readTyped({ about, questions, ...rest });
const sentences = (typed: ReturnType<typeof draft>, published = NONE) =>
  faultsOf(typed, published).map(({ sentence }) => sentence);

describe('the faults of a draft', () => {
  it('are none if it is complete', () => {
    expect(faultsOf(draft([{ id: 'a', kind: 'text', title: 'Why?' }]), NONE)).toEqual([]);
  });

  it('name a missing text, a wrong number and an empty questionnaire, each with its place', () => {
    expect(sentences(draft([]))).toEqual(['Questions: there is a need for at least 1.']);
    expect(sentences(draft([{ id: 'a', kind: 'text' }]))).toEqual([
      'Question 1, Question: it is missing.',
      'Question 1, Short title: it is missing.',
    ]);
    expect(sentences(draft([{ id: 'a', kind: 'text', title: 'Why?', maxWords: 'many' }]))).toEqual([
      'Question 1 “Why?”, Words at most: a whole number is needed.',
    ]);
    expect(sentences(draft([{ id: 'a', kind: 'text', title: 'Why?' }], { about: {} }))).toEqual([
      'About you, title: it is missing.',
    ]);
  });

  it('name the setting of a kind that is not complete', () => {
    const [first, ...others] = sentences(
      draft([{ id: 'a', kind: 'choice', title: 'Which?', settings: { options: [{ label: 'Only one' }] } }]),
    );
    expect(first).toMatch(/^Question 1 “Which\?”, Choices: /);
    expect(others).toEqual([]);
  });

  it('name a key that is used twice or that is no key', () => {
    expect(
      sentences(
        draft([
          { id: 'a', kind: 'text', title: 'Why?', key: 'why' },
          { id: 'b', kind: 'text', title: 'How?', key: 'why' },
          { id: 'c', kind: 'text', title: 'When?', key: 'When!' },
        ]),
      ),
    ).toEqual([
      'Question 3 “When?”, Key: a key has small letters, digits and hyphens, and begins with a letter.',
      'Question 2 “How?”, Key: this key is used twice. Give each its own.',
    ]);
  });

  it('name a kind that was changed after its publication', () => {
    const typed = draft([{ id: 'why', kind: 'yes-no', title: 'Why?' }]);
    expect(sentences(typed, new Map([['why', 'text']]))).toEqual([
      'Question 1 “Why?”, Kind of answer: it was published as a question of the kind “text”. A published question keeps its kind: another kind is another question, with another key.',
    ]);
  });

  it('name a rule about a later question, in a circle, about nothing, or with an answer that is not offered', () => {
    const rule = (question: string, value = 'yes') => ({ askedIf: [{ question, operator: 'is', value }] });
    const typed = draft([
      { id: 'a', kind: 'yes-no', title: 'A', ...rule('b') },
      { id: 'b', kind: 'yes-no', title: 'B', ...rule('a') },
      { id: 'c', kind: 'text', title: 'C', ...rule('gone') },
      { id: 'd', kind: 'text', title: 'D', ...rule('a', 'perhaps') },
      { id: 'e', kind: 'text', title: 'E', ...rule('f') },
      { id: 'f', kind: 'yes-no', title: 'F' },
      { id: 'g', kind: 'text', title: 'G', ...rule('f') },
    ]);
    const conditions = faultsOf(typed, NONE).filter(({ about: subject }) => subject === 'conditions');
    expect(conditions.map(({ path, part }) => `${path} of ${part}`)).toEqual([
      'questions.0.askedIf.0 of a',
      'questions.1.askedIf.0 of b',
      'questions.2.askedIf.0 of c',
      'questions.3.askedIf.0 of d',
      'questions.4.askedIf.0 of e',
    ]);
  });

  it('name rules that contradict each other', () => {
    const rule = (operator: string) => ({ question: 'a', operator, value: 'yes' });
    const typed = draft([
      { id: 'a', kind: 'yes-no', title: 'A' },
      { id: 'b', kind: 'text', title: 'B', askedIf: [rule('is'), rule('is_not')] },
    ]);
    expect(sentences(typed)).toEqual([
      'Question 2 “B”, Condition: these rules contradict each other, so it would never be asked. Change or remove one.',
    ]);
  });
});

describe('the check list', () => {
  const call = { id: '1', slug: '2020', title: 'Call' };

  it('leads to the first open point of each kind, and asks what is published', () => {
    const typed = draft([{ id: 'a', kind: 'text' }], { about: { title: 'About you' } });
    expect(checkListOf({ call, typed, published: NONE })).toEqual([
      {
        key: 'texts',
        ok: false,
        sentence: 'Question 1, Question: it is missing. One more point like this.',
        href: '/desk/calls/2020/questionnaire?open=a',
      },
      expect.objectContaining({ key: 'keys', ok: true }),
      expect.objectContaining({ key: 'settings', ok: true }),
      expect.objectContaining({ key: 'conditions', ok: true }),
      expect.objectContaining({ key: 'consent', ok: false, href: '/desk/calls/2020/questionnaire?open=about' }),
    ]);
  });
});
