import { describe, expect, it } from 'vitest';
import { isMeant } from './filter';
import { abbreviationsIn, initialsOf } from './normalise';
import { sameWord } from './likeness';

describe('a filter', () => {
  const texts = ['Council of Europe Convention on Cybercrime', 'Budapest Convention'];

  it.each([
    '',
    '  ',
    'buda',
    'BUDAPEST',
    'convention europe',
    'cybercrmie',
    'budapst',
    'budaoes',
    'Eur',
    'councilofeurope',
  ])('keeps what is meant by %j', (sought) => {
    expect(isMeant(sought, texts)).toBe(true);
  });

  it.each(['paris', 'budapest call', 'cyberspace', 'x'.repeat(500), 'convention 2001'])(
    'leaves out what is not meant by %j',
    (sought) => {
      expect(isMeant(sought, texts)).toBe(false);
    },
  );

  it('ignores signs and accents', () => {
    expect(isMeant('UN-GGE', ['UNGGE 2015'])).toBe(true);
    expect(isMeant('communique', ["Antalya Summit Leaders' Communiqué"])).toBe(true);
    expect(isMeant('%', ['Paris Call'])).toBe(true);
  });
});

describe('words', () => {
  it.each([
    ['paris', 'pars', true],
    ['paris', 'paris', true],
    ['crime', 'cirme', true],
    ['cybersecurity', 'cybrsecurty', true],
    ['act', 'pact', false],
    ['2015', '2016', false],
    ['cybercrime', 'cyberspace', false],
    ['norms', 'forums', false],
    ['', 'a', false],
  ])('%s and %s: the same but for a slip is %s', (one, other, same) => {
    expect(sameWord(one, other)).toBe(same);
    expect(sameWord(other, one)).toBe(same);
  });

  it('are abbreviated', () => {
    expect(initialsOf('Global Commission on the Stability of Cyberspace: Cyberstability Framework')).toEqual(['gcsc']);
    expect(abbreviationsIn('UNGGE Consensus Report (MANRS), G20 and EU')).toEqual(['ungge', 'manrs']);
  });
});
