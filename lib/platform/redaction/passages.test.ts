import { describe, expect, it } from 'vitest';
import { isWholeWords, withoutPassages } from './passages';

const MARK = '▇▇▇▇▇ ‹passage removed by the forum’s editors: required by law›';
const law = (passage: string, wholeWords = true) => [{ passage, reason: 'law' as const, wholeWords }];

describe('a passage that is taken out of a value', () => {
  it('is taken out of every free text of it', () => {
    expect(withoutPassages({ note: 'Jane said', list: ['by Jane'], n: 1 }, law('Jane'))).toEqual({
      note: `${MARK} said`,
      list: [`by ${MARK}`],
      n: 1,
    });
    expect(withoutPassages('Jane said', law('Jane'))).toBe(`${MARK} said`);
  });

  it('leaves dates, references, keys and choices as they are', () => {
    const cell = (note: string, source: string) => ({
      key: 'adopted-2019',
      contribution: 'OEWG-2019-001',
      decidedAt: '2019-01-01T00:00:00.000Z',
      before: { value: 'yes', note, source, asOf: '2019' },
      after: {
        value: [{ date: '2019-05-02', kind: 'adopted', what: `Adopted in ${note}` }],
        note,
        source,
        asOf: '2019-05',
      },
    });
    expect(withoutPassages(cell('2019', 'In 2019.'), law('2019'))).toEqual(cell(MARK, `In ${MARK}.`));
    const choice = { value: 'yes', note: 'yes', status: 'yes' };
    expect(withoutPassages(choice, law('yes'))).toEqual({ ...choice, note: MARK });
  });

  it('is no part of another word if it is short and was whole words, and is found anywhere if it was not', () => {
    const note = 'Ann, Anna and 12 of 2012: Ann’s.';
    expect(withoutPassages({ note }, law('Ann'))).toEqual({ note: `${MARK}, Anna and 12 of 2012: ${MARK}’s.` });
    expect(withoutPassages({ note }, law('12'))).toEqual({ note: `Ann, Anna and ${MARK} of 2012: Ann’s.` });
    expect(withoutPassages({ note: 'Anna' }, law('Ann', false))).toEqual({ note: `${MARK}a` });
    expect(withoutPassages({ note: 'Mariannenstrasse' }, law('Marianne'))).toEqual({ note: `${MARK}nstrasse` });
  });

  it('has its ends by letters of any script, where the script parts words', () => {
    expect(withoutPassages({ note: 'Иван и Иванов' }, law('Иван'))).toEqual({ note: `${MARK} и Иванов` });
    expect(withoutPassages({ note: '由王小明提出' }, law('王小明'))).toEqual({ note: `由${MARK}提出` });
    expect(isWholeWords('(Ann)', { start: 1, end: 4 })).toBe(true);
    expect(isWholeWords('Ann', { start: 0, end: 2 })).toBe(false);
    expect(isWholeWords('Ann', { start: 1, end: 3 })).toBe(false);
  });
});
