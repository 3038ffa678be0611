import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBodies, diffWords } from './diff';
import type { DiffPart } from './diff';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Body } from '@/lib/questions/body';
import { makeQuestion } from '@/prisma/factories/questions';

const wording = {
  questions: [
    makeQuestion('signatory'),
    makeQuestion('projects'),
    makeQuestion('proposals'),
    makeQuestion('text', 'gaps'),
    makeQuestion('text', 'comments'),
  ],
  words: wordsIn('en'),
  locale: 'en',
  cell: (key: string) => key,
  agreement: (slug: string) => slug.toUpperCase(),
  criterion: (key: string) => key,
  value: (_cell: string, value: unknown) => String(value),
};
const nothing: Body = { answers: {}, signatories: [], projects: [], proposals: [] };
const side = (parts: DiffPart[], left: 'removed' | 'added') =>
  parts
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('');

describe('diffWords', () => {
  it('contains both texts at once, for any texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const parts = diffWords(before, after);
        expect(side(parts, 'removed')).toBe(before);
        expect(side(parts, 'added')).toBe(after);
      }),
    );
  });

  it('marks words, not letters', () => {
    expect(diffWords('We began in 2019.', 'We began in 2020.')).toEqual([
      { kind: 'same', text: 'We began in ' },
      { kind: 'removed', text: '2019' },
      { kind: 'added', text: '2020' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('shows two long texts without anything in common as replaced, in bounded time', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    const began = performance.now();
    const parts = diffWords(long('a'), long('b'));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect([side(parts, 'removed'), side(parts, 'added')]).toEqual([long('a'), long('b')]);
  });
});

describe('diffBodies', () => {
  it('finds nothing between a revision and itself', () => {
    const body: Body = {
      answers: { gaps: 'One' },
      signatories: [{ agreement: 'gcsc', note: 'A note' }, { name: 'Another' }],
      projects: [{ title: 'P', description: 'D', agreements: ['gcsc'], criteria: ['c'] }],
      proposals: [{ kind: 'update', agreement: 'gcsc', changes: [{ cell: 'name', value: 'N', note: 'x' }] }],
    };
    expect(diffBodies(body, structuredClone(body), wording)).toEqual([]);
  });

  it('tells answers, agreements, projects and cells that were added, removed or changed', () => {
    const before: Body = {
      answers: { gaps: 'Old words', comments: 'Gone' },
      signatories: [{ agreement: 'gcsc' }, { agreement: 'manrs', note: 'Since 2018' }],
      projects: [
        { title: 'Dialogues', description: 'Same', agreements: ['gcsc'], criteria: [] },
        { title: 'Dropped', description: 'Text', agreements: [], criteria: [] },
      ],
      proposals: [
        {
          kind: 'update',
          agreement: 'gcsc',
          comment: 'Why',
          changes: [
            { cell: 'launchDate', value: '2019' },
            { cell: 'link', value: 'https://example.org' },
          ],
        },
      ],
    };
    const after: Body = {
      answers: { gaps: 'New words' },
      signatories: [{ agreement: 'manrs', note: 'Since 2019' }, { agreement: 'paris-call' }],
      projects: [{ title: 'Dialogues', description: 'Same', agreements: ['gcsc', 'manrs'], criteria: [] }],
      proposals: [
        {
          kind: 'update',
          agreement: 'gcsc',
          comment: 'Why',
          changes: [{ cell: 'launchDate', value: '2020', source: 'Report' }],
        },
        { kind: 'new', changes: [{ cell: 'name', value: 'Accord' }] },
      ],
    };
    const found = diffBodies(before, after, wording).map(
      ({ place, kind }) => `${place.question} ${kind}: ${place.label}`,
    );
    expect(found).toEqual([
      'gaps changed: gaps',
      'comments removed: comments',
      'signatory changed: Agreement signed, note: MANRS',
      'signatory added: Agreement signed: PARIS-CALL',
      'signatory removed: Agreement signed: GCSC',
      'projects changed: Project “Dialogues”: agreements',
      'projects removed: Project “Dropped”: name',
      'projects removed: Project “Dropped”: description',
      'proposals changed: Update of GCSC: launchDate',
      'proposals added: Update of GCSC: launchDate, source',
      'proposals added: New agreement Accord: name',
      'proposals removed: Update of GCSC: link',
    ]);
  });

  it('knows a project that got another title in its place', () => {
    const project = { description: 'The same long description', agreements: [], criteria: [] };
    const found = diffBodies(
      { ...nothing, projects: [{ title: 'Old title', ...project }] },
      { ...nothing, projects: [{ title: 'New title', ...project }] },
      wording,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      kind: 'changed',
      place: { question: 'projects', label: 'Project “New title”: name' },
    });
  });
});
