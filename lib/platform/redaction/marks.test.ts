import { describe, expect, it } from 'vitest';
import { occurrencesOf, withRedactions } from './marks';
import { hashOfText, listTexts, redactedColumns, redactedWords } from './texts';

const MARK = (reasons: string) => `▇▇▇▇▇ ‹passage removed by the forum’s editors: ${reasons}›`;

describe('a redacted text', () => {
  it('has a mark of one length in place of each passage, and the words around it', () => {
    expect(withRedactions('They lied about it.', [{ start: 5, end: 9, reason: 'insult' }], 'readers')).toBe(
      `They ${MARK('insult')} about it.`,
    );
    expect(withRedactions('They lied about it.', [{ start: 5, end: 9, reason: 'insult' }], 'marked')).toBe(
      'They ‹not shown to readers: lied› about it.',
    );
  });

  it('joins passages that overlap, and names both reasons', () => {
    const ranges = [
      { start: 2, end: 6, reason: 'law' as const },
      { start: 0, end: 4, reason: 'personal_data' as const },
    ];
    expect(withRedactions('abcdefgh', ranges, 'readers')).toBe(`${MARK('personal data, required by law')}gh`);
  });

  it('stays an address where it is one', () => {
    expect(withRedactions('https://example.org/jane', [{ start: 20, end: 24, reason: 'safety' }], 'readers')).toBe(
      'https://example.org/passage-removed',
    );
  });
});

describe('a passage', () => {
  it('is found whatever its spaces and line ends, with signs that mean something in patterns', () => {
    expect(occurrencesOf('a (b)\r\n  c?', 'x a (b) c? a (b)\nc?')).toEqual([
      { start: 2, end: 10 },
      { start: 11, end: 19 },
    ]);
    const signs = '-/\\^$*+?.()|[]{}#&~`"\'<>=!%,:;@_';
    expect(occurrencesOf(signs, `x ${signs}`)).toEqual([{ start: 2, end: 2 + signs.length }]);
    expect(occurrencesOf('😀-é', 'a 😀-é 😀')).toEqual([{ start: 2, end: 6 }]);
    expect(occurrencesOf('  ', 'a b')).toEqual([]);
    expect(occurrencesOf('B', 'a b')).toEqual([]);
  });
});

const row = {
  place: 'answer/incidents',
  columns: { text: 'Nothing', value: [{ what: 'Jane called', kind: 'phone' }] },
};
const ranged = (place: string, text: string) => ({
  ...{ place, start: 0, end: 4, reason: 'personal_data' as const },
  textHash: hashOfText(text),
});

describe('the texts of a row', () => {
  it('have a place each; keys of choices are none', () => {
    expect(listTexts([row])).toEqual([
      { place: 'answer/incidents/text', text: 'Nothing' },
      { place: 'answer/incidents/value/0/what', text: 'Jane called' },
    ]);
  });

  it('are redacted within values, and the row keeps its other columns', () => {
    expect(redactedColumns(row, [ranged('answer/incidents/value/0/what', 'Jane called')], 'readers')).toEqual({
      value: [{ what: `${MARK('personal data')} called`, kind: 'phone' }],
    });
    expect(redactedColumns(row, [ranged('answer/incident/text', 'Nothing')], 'readers')).toBeNull();
  });

  it('are never redacted by a redaction of another text', () => {
    expect(() => redactedColumns(row, [ranged('answer/incidents/text', 'Something')], 'readers')).toThrow(
      'answer/incidents/text is not the text that was redacted',
    );
  });

  it('leave nothing of the words of a value in which the passage is written otherwise', () => {
    const passage = { start: 0, end: 4, passage: 'Jane', reason: 'law' as const };
    expect(redactedWords('What: Jane called', [passage], 'readers')).toBe(`What: ${MARK('required by law')} called`);
    expect(redactedWords('What: J. called', [passage], 'readers')).toBe(MARK('required by law'));
  });
});
