import { describe, expect, it } from 'vitest';
import { NORM_CRITERIA } from '@/lib/agreements/constants';
import { askedKeys } from '@/lib/questions/condition';
import { KIND_NAMES } from '@/lib/questions/registry';
import type { KindName, Question } from '@/lib/questions/registry';
import { EVERY_KIND } from '@/prisma/factories/every-kind';
import { makeQuestion } from '@/prisma/factories/questions';
import { draftIssues } from './assembly';
import type { DraftPart } from './assembly';
import { proposalState, stepState } from './progress';
import type { DraftState } from './progress';

type Typed = { about?: object; proposals?: object[]; files?: string[] };

/** A draft of one question with what is typed in it; `about` is signed unless the case is about it. */
function draftOf(question: Question, data: unknown, { about, proposals = [], files = [] }: Typed = {}): DraftState {
  const parts: DraftPart[] = [
    { step: question.key, section: { kind: question.kind, question }, data },
    ...proposals.map((one, at): DraftPart => ({
      step: question.key,
      position: at + 1,
      section: { kind: 'proposal', base: {}, criteria: [] },
      data: one,
    })),
    { step: 'about', section: { kind: 'about' }, data: about ?? { attribution: 'anonymous' } },
  ];
  const attached = files.map((questionKey) => ({ questionKey }));
  const questionnaire = { questions: [question] };
  return {
    parts,
    files: attached,
    asked: askedKeys([question], { answers: {}, files: new Set(files) } as never), // only what a question without rules reads
    issues: draftIssues(parts, {
      questionnaire,
      criteria: NORM_CRITERIA,
      agreements: ['gcsc', 'paris-call'],
      files: attached,
    }),
  };
}

const NEW_AGREEMENT = { kind: 'new', cells: { name: { value: 'An accord' } } };
const options = [
  { key: 'one', label: 'One' },
  { key: 'two', label: 'Two' },
];
const levels = [
  { key: 'low', label: 'Low' },
  { key: 'high', label: 'High' },
];
const fields = [
  { key: 'what', label: 'What', kind: 'text' as const, required: true },
  { key: 'when', label: 'When', kind: 'date' as const },
];

/** Of each kind, fields that lack something, and fields that would be refused. */
type Case = { settings?: object; lacking: unknown; faulty: unknown };
const WORDS_ONLY = { text: 'Words beside the answer' };
const CASES: Record<KindName, Case | null> = {
  text: null, // a text lacks nothing once it has begun
  proposals: null, // proposals have sections of their own
  signatory: {
    lacking: { others: [{ name: '', note: 'of what?' }] },
    faulty: { agreements: ['gcsc'], notes: { gcsc: 'x'.repeat(2_001) } },
  },
  projects: {
    lacking: { projects: [{ title: 'Without a description' }] },
    faulty: { projects: [{ title: 'T', description: 'D', link: 'javascript:alert(1)' }] },
  },
  choice: {
    settings: { options, other: true },
    lacking: { value: { choice: 'other', other: '' } },
    faulty: { value: { choice: 'three', other: '' } },
  },
  choices: {
    settings: { options, min: 2 },
    lacking: { value: { choices: ['one'] } },
    faulty: { value: { choices: ['one', 'three'] } },
  },
  'yes-no': { settings: { required: true }, lacking: WORDS_ONLY, faulty: { text: 'x'.repeat(2_001), value: 'yes' } },
  rating: {
    settings: { levels, evidence: true },
    lacking: { value: { level: '', evidence: 'https://example.org/a' } },
    faulty: { value: { level: 'low', evidence: 'javascript:alert(1)' } },
  },
  number: { settings: { required: true }, lacking: WORDS_ONLY, faulty: { value: 'many' } },
  date: { settings: { required: true }, lacking: WORDS_ONLY, faulty: { value: 'soon' } },
  link: { settings: { required: true }, lacking: WORDS_ONLY, faulty: { value: 'javascript:alert(1)' } },
  file: { settings: { required: true }, lacking: WORDS_ONLY, faulty: { text: 'x'.repeat(2_001) } },
  records: {
    settings: { fields },
    lacking: { records: [{ what: '', when: '2019' }] },
    faulty: { records: [{ what: 'It', when: 'soon' }] },
  },
};
const WITH_CASES = KIND_NAMES.flatMap((kind) => {
  const found = CASES[kind];
  return found ? [{ kind, ...found }] : [];
});

describe('the state of a step', () => {
  it.each(EVERY_KIND.map(({ question }) => [question.key, question] as const))(
    'says that %s is optional while nothing is entered, also when its page was saved empty',
    (key, question) => {
      expect(stepState(key, draftOf(question, undefined))).toBe('optional');
      expect(stepState(key, draftOf(question, { text: ' ', value: '', projects: [{ title: '' }] }))).toBe('optional');
    },
  );

  it.each(EVERY_KIND.map(({ question }) => [question.key, question] as const))(
    'says that %s is needed where the questionnaire asks for an answer',
    (key, question) => {
      expect(stepState(key, draftOf({ ...question, required: true }, undefined))).toBe('needed');
    },
  );

  it.each(EVERY_KIND.map((one) => [one.question.key, one] as const))(
    'says that %s is complete once it is answered and nothing needed is lacking',
    (key, { question, typed }) => {
      const proposals = question.kind === 'proposals' ? [NEW_AGREEMENT] : [];
      const files = question.kind === 'file' ? [key] : [];
      expect(stepState(key, draftOf({ ...question, required: true }, typed, { proposals, files }))).toBe('complete');
    },
  );

  it.each(WITH_CASES)('says that $kind is in progress while something needed is lacking', (one) => {
    const question = makeQuestion(one.kind, 'asked', one.settings);
    expect(stepState('asked', draftOf(question, one.lacking))).toBe('in_progress');
  });

  it.each(WITH_CASES)('says that $kind has errors where an entry would be refused', (one) => {
    const question = makeQuestion(one.kind, 'asked', one.settings);
    expect(stepState('asked', draftOf(question, one.faulty))).toBe('errors');
  });

  it('says that a text has errors when it is too long', () => {
    expect(stepState('asked', draftOf(makeQuestion('text', 'asked'), { text: 'x'.repeat(2_001) }))).toBe('errors');
  });

  it('follows the proposals of a step', () => {
    const question = makeQuestion('proposals', 'asked');
    const state = (...proposals: object[]) => stepState('asked', draftOf(question, undefined, { proposals }));
    const update = { kind: 'update', agreement: 'gcsc', baseVersion: 1, cells: { name: { value: 'Another' } } };
    expect(state({ ...update, cells: {} })).toBe('in_progress');
    expect(state(NEW_AGREEMENT, { kind: 'new', cells: { launchDate: { value: '2019' } } })).toBe('in_progress');
    expect(state({ kind: 'new', cells: { name: { value: 'A' }, launchDate: { value: 'May' } } })).toBe('errors');
    expect(state(update)).toBe('complete');
  });

  it('finds that two proposals name one agreement also while another step lacks something', () => {
    const update = { kind: 'update', agreement: 'gcsc', baseVersion: 1, cells: { name: { value: 'Another' } } };
    const question = makeQuestion('proposals', 'asked');
    const draft = draftOf(question, undefined, { proposals: [update, update], about: {} });
    expect(stepState('asked', draft)).toBe('errors');
    expect([1, 2].map((position) => proposalState('asked', position, draft))).toEqual(['complete', 'errors']);
    expect(stepState('about', draft)).toBe('needed');
  });

  it('asks of the author how to publish, and no more', () => {
    const state = (about: object) => stepState('about', draftOf(makeQuestion('text', 'asked'), undefined, { about }));
    // The page chooses the language by itself.
    expect([{}, { language: 'en', name: '' }].map(state)).toEqual(['needed', 'needed']);
    expect([{ name: 'A name' }, { attribution: 'organisation' }].map(state)).toEqual(['in_progress', 'in_progress']);
    expect(state({ attribution: 'anonymous', email: 'no address' })).toBe('errors');
    expect(state({ attribution: 'anonymous' })).toBe('complete');
  });

  it('says of a question that is not asked only that', () => {
    const draft = draftOf(makeQuestion('text', 'asked'), { text: 'Kept' });
    expect(stepState('asked', { ...draft, asked: new Set() })).toBe('not_asked');
  });

  it('lets the check page be ready only if nothing keeps the draft from being sent', () => {
    const question = makeQuestion('text', 'asked');
    expect(stepState('check', draftOf(question, undefined))).toBe('not_ready');
    expect(stepState('check', draftOf(question, { text: 'Words' }, { about: {} }))).toBe('not_ready');
    expect(stepState('check', draftOf(question, { text: 'Words' }))).toBe('ready');
  });
});
