import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtWord, cutStart, cutText } from './cut-text';

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('👩‍👩‍👧', '🇨🇭', 'e\u0301', '😀', 'a', ' ', '\n', '漢', 'क्ष'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const graphemes = (of: string) =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(of)].map(({ segment }) => segment);

describe('a text that is shortened', () => {
  it.each([
    ['ab😀', 3, 'ab'],
    ['ab😀', 4, 'ab😀'],
    ['Zoe\u0308', 3, 'Zo'],
    ['🇨🇭🇫🇷', 5, '🇨🇭'],
    ['a b', 2, 'a'],
    ['a 👩‍👩‍👧', 9, 'a'],
    ['👩‍👩‍👧', 4, '👩\u200D'],
    ['😀', 1, ''],
  ])('%j to %d is %j', (whole, most, cut) => {
    expect(cutText(whole, most)).toBe(cut);
  });

  it('is its longest beginning in whole characters that fits with its mark', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), fc.constantFrom('', '…', ' …'), (whole, most, mark) => {
        const cut = cutText(whole, most, mark);
        expect(cut.length).toBeLessThanOrEqual(most);
        if (cut === whole) return;
        const kept = cut.slice(0, cut.length - mark.length);
        const parts = graphemes(whole);
        const ways = parts
          .map((_, at) => parts.slice(0, at).join(''))
          .filter((way) => way.length <= most - mark.length);
        expect(ways.map((way) => way.trimEnd())).toContain(kept);
        expect(kept).toBe(ways.at(-1)?.trimEnd());
      }),
    );
  });

  it('contains no half character, however small the limit', () => {
    fc.assert(fc.property(text, fc.nat(8), (whole, most) => cutText(whole, most).isWellFormed()));
  });

  it('ends with a word where it has words', () => {
    expect(cutAtWord('One sentence with several words', 20)).toBe('One sentence with …');
    expect(cutAtWord('漢'.repeat(30), 20)).toBe(`${'漢'.repeat(18)} …`);
    expect(cutAtWord(`Word ${'x'.repeat(50)}`, 20)).toBe(`Word ${'x'.repeat(13)} …`);
    expect(cutAtWord('short', 20)).toBe('short');
  });

  it('can lose its beginning in the same way', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 40 }), (whole, most) => {
        const end = cutStart(whole, most);
        expect(end.length).toBeLessThanOrEqual(most);
        expect(
          graphemes(whole)
            .slice(graphemes(whole).length - graphemes(end).length)
            .join(''),
        ).toBe(end);
      }),
    );
  });
});
