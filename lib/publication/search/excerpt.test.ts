import { expect, it } from 'vitest';
import { excerptAround, markWords } from './excerpt';

const LONG = `${'Before that come words of no interest. '.repeat(20)}Here the interference with elections is named. ${'And after that. '.repeat(40)}`;

it('an excerpt is the whole of a short text, and otherwise whole words around what was found', () => {
  expect(excerptAround(' One\n\ntext. ', new Set(['text']))).toBe('One text.');
  const cut = excerptAround(LONG, new Set(['elections']));
  expect(cut).toMatch(/^… \S.*Here the interference with elections is named\..* …$/);
  expect(cut.length).toBeLessThanOrEqual(245);
});

it('an excerpt without such a word is the beginning, and one with several places has most of the words', () => {
  expect(excerptAround(LONG, new Set())).toMatch(/^Before that come/);
  const places = `trust alone. ${'x '.repeat(200)} trust and security together`;
  expect(excerptAround(places, new Set(['trust', 'security']))).toContain('trust and security together');
});

it('marks words in whatever way they are written, and nothing within other words', () => {
  expect(markWords('Élections: the ELECTIONS, not selections', new Set(['elections']))).toEqual([
    { text: 'Élections', found: true },
    { text: ': the ', found: false },
    { text: 'ELECTIONS', found: true },
    { text: ', not selections', found: false },
  ]);
  expect(markWords('', new Set(['a']))).toEqual([]);
});
