import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citationReader, isContributionSource } from './citations';
import type { CitedSource } from './citations';

const sourceOf = (key: string, more: Partial<CitedSource>): CitedSource => ({
  key,
  kind: 'forum_analysis',
  link: null,
  archivedLink: null,
  citedAs: [],
  ...more,
});
const PAPER = sourceOf('paper', { citedAs: ['The Paper (2019)', 'The Paper'] });
const CALL = sourceOf('call', { citedAs: ['The Call (2020)'] });
const TREATY = sourceOf('treaty', {
  kind: 'text',
  link: 'https://example.org/treaty',
  archivedLink: 'https://archive.example/1/treaty/',
});

const read = citationReader([PAPER, CALL, TREATY]);
const found = (text: string | null) => read(text).map(({ source, place }) => [source.key, place]);

test('a text names a source by its words, and the rest is the page or article', () => {
  expect(found('The Paper (2019), analysis of the Paris Call; Spaces')).toEqual([
    ['paper', 'analysis of the Paris Call; Spaces'],
  ]);
  expect(found('The Paper (2019)')).toEqual([['paper', null]]);
  expect(found('As The Paper says on page 4')).toEqual([['paper', 'As … says on page 4']]);
  expect(found('Annex to The Call (2020)')).toEqual([['call', 'Annex to …']]);
});

test('the longest match leads where a text names several sources', () => {
  expect(found('Listed in The Call (2020); The Paper (2019), page 3').map(([key]) => key)).toEqual(['paper', 'call']);
  expect(found('The Call (2020), question 3, and The Paper').map(([key]) => key)).toEqual(['call', 'paper']);
});

test('a text names a source by its link or that of its archived copy, with or without the last slash', () => {
  for (const text of ['https://example.org/treaty', 'https://example.org/treaty/', 'https://archive.example/1/treaty'])
    expect([text, found(text)]).toEqual([text, [['treaty', null]]]);
  expect(found('https://example.org/treaty#article-4')).toEqual([['treaty', '#article-4']]);
  expect(found('https://example.org/treaty, Article 4')).toEqual([['treaty', 'Article 4']]);
  expect(found('See https://example.org/treaty.')).toEqual([['treaty', 'See ….']]);
});

test('the beginning of other words or of another address is no match', () => {
  for (const text of [
    'The Papers of others',
    'OtherThe Paper',
    'https://example.org/treaty-2',
    'https://example.org/treaty/annex',
    'https://example.org/treaty.pdf',
    'https://example.org/treaty?lang=fr',
    'the paper',
    '',
  ])
    expect([text, found(text)]).toEqual([text, []]);
  expect(found(null)).toEqual([]);
});

test('whatever surrounds the words of a source, it is found, and no text fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      expect(found(`${before} The Paper (2019) ${after}`).map(([key]) => key)).toContain('paper');
      expect(() => found(`${before}${after}`)).not.toThrow();
    }),
  );
});

test('the source of a value without one is a contribution’s reference', () => {
  expect(isContributionSource('Contribution BPF-2020-001')).toBe(true);
  for (const text of [null, '', 'Contribution BPF-2020-001, question 3', 'A contribution', 'Contribution'])
    expect([text, isContributionSource(text)]).toEqual([text, false]);
});
