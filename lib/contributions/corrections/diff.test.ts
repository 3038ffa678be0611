import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBodies, diffWords } from './diff';
import type { DiffPart } from './diff';
import type { SentBody } from './prefill';

const wording = {
  agreement: (slug: string) => slug.toUpperCase(),
  criterion: (key: string) => key,
  value: (_cell: string, value: unknown) => String(value),
};
const nothing: SentBody = { answers: {}, signatories: [], projects: [], proposals: [] };
const side = (parts: DiffPart[], left: 'removed' | 'added') =>
  parts
    .filter(({ kind }) => kind === 'same' || kind === left)
    .map(({ text }) => text)
    .join('');

describe('diffWords', () => {
  it('is both texts at once, whatever they say', () => {
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
    const body: SentBody = {
      answers: { gaps: 'One' },
      signatories: [{ agreement: 'gcsc', note: 'A note' }, { name: 'Another' }],
      projects: [{ title: 'P', description: 'D', agreements: ['gcsc'], criteria: ['c'] }],
      proposals: [{ kind: 'update', agreement: 'gcsc', changes: [{ cell: 'name', value: 'N', note: 'x' }] }],
    };
    expect(diffBodies(body, structuredClone(body), wording)).toEqual([]);
  });

  it('tells answers, agreements, projects and cells that were added, removed or changed', () => {
    const before: SentBody = {
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
    const after: SentBody = {
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
    const found = diffBodies(before, after, wording).map(({ place, kind }) => {
      const { kind: where, ...rest } = place;
      return [where, kind, ...Object.values(rest)].join(' ');
    });
    expect(found).toEqual([
      'answer changed gaps',
      'answer removed comments',
      'signatory changed MANRS note',
      'signatory added PARIS-CALL entry',
      'signatory removed GCSC entry',
      'project changed Dialogues agreements',
      'project removed Dropped title',
      'project removed Dropped description',
      'proposal changed GCSC false launchDate value',
      'proposal added GCSC false launchDate source',
      'proposal added Accord true name value',
      'proposal removed GCSC false link value',
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
    expect(found[0]).toMatchObject({ kind: 'changed', place: { kind: 'project', part: 'title' } });
  });
});
