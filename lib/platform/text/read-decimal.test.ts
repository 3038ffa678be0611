import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '@/prisma/factories/thoroughness';
import { readDecimal } from './read-decimal';

describe('a typed decimal number', () => {
  it.each([
    ['0', '0'],
    ['-0.0', '0'],
    ['007.50', '7.5'],
    ['+12', '12'],
    ['−3.25', '-3.25'],
    ['1 200', '1200'],
    ["1'234'567.8", '1234567.8'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['１２.５', '12.5'],
    ['١٢٫٥', '12.5'],
    [' 0.000001 ', '0.000001'],
  ])('%s is %s', (typed, decimal) => {
    expect(readDecimal(typed)).toEqual({ ok: true, decimal });
  });

  it.each([
    ['1,200', 'decimal_is_ambiguous'],
    ['12,5', 'decimal_is_ambiguous'],
    ['1.200.300', 'decimal_is_ambiguous'],
    ['1 20', 'decimal_is_ambiguous'],
    ['many', 'not_a_decimal'],
    ['1e9', 'not_a_decimal'],
    ['', 'not_a_decimal'],
    ['1234567890123456', 'too_many_digits'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(readDecimal(typed)).toEqual({ ok: false, reason });
  });

  it('is stored exactly: reading what was read changes nothing, and it is the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }), (whole, shift) => {
        const typed = (whole / 10 ** shift).toFixed(shift);
        const read = readDecimal(typed);
        expect(read).toMatchObject({ ok: true });
        if (!read.ok) return;
        expect(Number(read.decimal)).toBe(Number(typed) + 0);
        expect(readDecimal(read.decimal)).toEqual(read);
      }),
      { numRuns: rounds(300, 5_000) },
    );
  });
});
