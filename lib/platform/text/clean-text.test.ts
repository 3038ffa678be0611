import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, hasVisible } from './clean-text';

/** Any text, with far more of the signs that matter here than chance would bring. */
export const HOSTILE = [
  '\u202A',
  '\u202E',
  '\u2066',
  '\u2069',
  '\u200B',
  '\u2060',
  '\uFEFF',
  '\u00AD',
  '\u{E0000}',
  '\u{E007F}',
  '\u0000',
  '\u0007',
  '\u007F',
  '\u0081',
  '\uD83D',
  '\uDE00',
  '\uFFFE',
  '\u200C',
  '\u200D',
];
const KEPT = [
  'a',
  ' ',
  '\n',
  '\t',
  'é',
  '\u0301',
  'م',
  'ی',
  'क',
  '्',
  '👩',
  '🏽',
  '\uFE0F',
  '❤',
  '\u200E',
  '\u200F',
  '\u061C',
  '\u000B',
  '\u000C',
  '\u0085',
  '\u2028',
  '\u2029',
  '\r',
];
const mixed = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE, ...KEPT), fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe('cleaning a text', () => {
  it.each(HOSTILE.slice(0, -2))('removes %j and reports it', (sign) => {
    const { text, dropped } = cleanText(`Paris${sign} Call`);
    expect(text).toBe('Paris Call');
    expect(dropped).toEqual([`U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`]);
  });

  it.each(['\u000B', '\u000C', '\u0085', '\u2028', '\u2029', '\r', '\r\n'])(
    'makes a line end of %j and calls it no loss',
    (end) => {
      expect(cleanText(`one${end}two`)).toEqual({ text: 'one\ntwo', dropped: [] });
    },
  );

  it.each(['می‌خواهم', 'क्‍ष', 'ന്‍', '👩‍👩‍👧', '👩🏽‍🚀', '❤️‍🔥', 'a\u200Eb\u200Fc\u061Cd', 'Zoe\u0308', 'a\tb\nc'])(
    'leaves %j as it is typed',
    (text) => {
      expect(cleanText(text)).toEqual({ text, dropped: [] });
    },
  );

  it.each([
    ['a\u200Cb', 'ab'],
    ['a\u200Db', 'ab'],
    ['می\u200C خواهم', 'می خواهم'],
    ['👩\u200D', '👩'],
    ['می\u200C\u200Cخواهم', 'می\u200Cخواهم'],
  ])('drops a joiner from %j, where nothing is joined', (typed, text) => {
    expect(cleanText(typed).text).toBe(text);
    expect(cleanText(typed).dropped).toHaveLength(1);
  });

  it('changes no clean text, and leaves no character that acts on a page', () => {
    fc.assert(
      fc.property(mixed, (typed) => {
        const { text } = cleanText(typed);
        expect(cleanText(text)).toEqual({ text, dropped: [] });
        expect(text).not.toMatch(
          /[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u00AD\u{E0000}-\u{E007F}]|(?![\t\n])\p{Cc}|\p{Cs}/u,
        );
        expect(text).not.toMatch(/[\r\u2028\u2029]/);
      }),
    );
  });
});

describe('a text with something to see', () => {
  it.each([
    '',
    ' ',
    '\u3164',
    '\u2800',
    '\u115F',
    '\u200B',
    '\u2060',
    '\u0301',
    '\uFE0F',
    '\u00A0\u2003',
    '\u034F',
    '\u200E',
    '\uE000',
  ])('is not %j', (text) => {
    expect(hasVisible(text)).toBe(false);
  });

  it.each(['a', '。', '-', '👍', '٠', '\u3164x', 'ي'])('is %j', (text) => {
    expect(hasVisible(text)).toBe(true);
  });
});
