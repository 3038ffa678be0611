import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPartialDate, readDate } from './read-date';
import { readNumber } from './read-number';
import { webAddress } from './web-address';

describe('a number as it is typed', () => {
  it.each(['1,5', '12,5', '18, 20', '1,20', '12,3456', '1.200,000', '0,123', '1,,200', '1 2'])(
    'is not guessed: %j',
    (typed) => {
      expect(readNumber(typed)).toEqual({ ok: false, reason: 'number_is_ambiguous' });
    },
  );

  it.each(['', '-1', 'twelve', '1e3', '0x10', '1200 states'])('is none: %j', (typed) => {
    expect(readNumber(typed)).toEqual({ ok: false, reason: 'not_a_number' });
  });

  it('is read with its groups of three, by any of the usual signs', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.constantFrom('', ',', '.', ' ', "'", '’', '\u00A0', '\u202F', '\u2009'),
        (number, sign) => {
          const typed = String(number).replace(/\B(?=(\d{3})+$)/g, sign);
          expect(readNumber(` ${typed} `)).toEqual({ ok: true, number });
        },
      ),
    );
  });

  it('never becomes a number with other digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,4}[,. ']\s?\d{1,4}$/), (typed) => {
        const read = readNumber(typed);
        if (read.ok) expect(typed).toMatch(/^[1-9]\d{0,2}[,. ']\d{3}$/);
      }),
    );
  });
});

describe('a date as it is typed', () => {
  it.each([
    ['2019', '2019'],
    ['November 2019', '2019-11'],
    ['Nov. 2019', '2019-11'],
    ['01/2021', '2021-01'],
    ['1/2021', '2021-01'],
    ['2021/01', '2021-01'],
    ['2018-2-3', '2018-02-03'],
    ['3 November 2019', '2019-11-03'],
    ['November 3, 2019', '2019-11-03'],
    ['13/4/2018', '2018-04-13'],
    ['4/13/2018', '2018-04-13'],
    ['04.03.2018', '2018-03-04'],
    ['4/4/2018', '2018-04-04'],
    ['mars 2018', '2018-03'],
    ['1er mars 2018', '2018-03-01'],
    ['12. März 2018', '2018-03-12'],
    ['ноября 2019', '2019-11'],
  ])('%j is %s', (typed, date) => {
    expect(readDate(typed)).toEqual({ ok: true, date });
  });

  it.each([
    ['31/02/2018', 'not_a_partial_date'],
    ['13/2018', 'not_a_partial_date'],
    ['soon', 'not_a_partial_date'],
    ['11/19', 'not_a_partial_date'],
    ['', 'not_a_partial_date'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(readDate(typed)).toEqual({ ok: false, reason });
  });

  it('says which two days it can be, where it is not clear', () => {
    for (const typed of ['4/3/2018', ' 04-03-2018 '])
      expect(readDate(typed)).toEqual({
        ok: false,
        reason: 'date_is_ambiguous',
        readings: ['2018-03-04', '2018-04-03'],
      });
  });

  it('in the stored form stays as it is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        fc.constantFrom(4, 7, 10),
        (day, length) => {
          const date = day.toISOString().slice(0, length);
          expect(isPartialDate(date)).toBe(true);
          expect(readDate(date)).toEqual({ ok: true, date });
        },
      ),
    );
  });
});

const sign = fc.constantFrom(
  'https://',
  'www.',
  'http:',
  '/',
  '//',
  '.',
  '@',
  ':',
  '\\',
  '?',
  '#',
  ' ',
  'example',
  'org',
  'пример',
  '80',
  'рф',
  '%20',
  '\u3002',
  '[',
);
const typedAddress = fc
  .array(fc.oneof(sign, fc.string({ unit: 'grapheme', maxLength: 1 })), { maxLength: 9 })
  .map((parts) => parts.join(''));

describe('a web address as it is typed', () => {
  it.each([
    ['https:///x', 'link_needs_host'],
    ['https://.', 'link_needs_host'],
    ['https://example', 'link_needs_host'],
    ['http://localhost/x', 'link_needs_host'],
    ['https://10.0.0.1/', 'link_needs_host'],
    ['http://[::1]/', 'link_needs_host'],
    ['https://a..b.org', 'link_needs_host'],
    ['http://printer.local', 'link_needs_host'],
    ['https://example.org/a b.pdf', 'link_has_space'],
    ['https://example.org\\evil', 'link_has_backslash'],
    ['https://user:pw@example.org/', 'link_has_password'],
    ['https://@example.org', 'link_has_password'],
    ['javascript:alert(1)', 'not_a_link'],
    ['mailto:secretariat@example.org', 'not_a_link'],
    ['secretariat@example.org', 'not_a_link'],
    ['ftp://example.org', 'not_a_link'],
    ['https:/example.org', 'not_a_link'],
    ['report.pdf', 'not_a_link'],
    ['see the paper', 'not_a_link'],
    ['', 'not_a_link'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(webAddress(typed)).toEqual({ ok: false, reason });
  });

  it.each([
    ['www.example.org/x', 'https://www.example.org/x'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['https://пример.рф/x', 'https://пример.рф/x'],
    ['пример.рф', 'https://пример.рф'],
    ['https://münchen.example.org/ü?x=1#y', 'https://münchen.example.org/ü?x=1#y'],
    ['HTTPS://Example.org', 'HTTPS://Example.org'],
    ['https://example.org/~me/(a)', 'https://example.org/~me/(a)'],
  ])('%j is kept as %j', (typed, address) => {
    expect(webAddress(typed)).toEqual({ ok: true, address });
  });

  it('keeps everything typed, and contains no user name or password', () => {
    fc.assert(
      fc.property(typedAddress, (typed) => {
        const read = webAddress(typed);
        if (!read.ok) return;
        expect([typed.trim(), `https://${typed.trim()}`]).toContain(read.address);
        const { username, password, hostname } = new URL(read.address);
        expect([username, password]).toEqual(['', '']);
        expect(hostname).toContain('.');
        expect(webAddress(read.address)).toEqual(read);
      }),
    );
  });
});
