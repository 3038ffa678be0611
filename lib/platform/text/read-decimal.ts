type ReadDecimal =
  { ok: true; decimal: string } | { ok: false; reason: 'not_a_decimal' | 'decimal_is_ambiguous' | 'too_many_digits' };

/** The most digits with which a number is still exact in every program that reads it. */
const MAX_DIGITS = 15;

const PLAIN = /^\d+(?:\.\d+)?$/;
/** Groups of thousands with a space or an apostrophe between them. */
const SPACED = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
/** With commas only where nothing else can be meant: several commas, or a point after them. */
const COMMAS = /^\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+(?=\.))(?:\.\d+)?$/;

/**
 * A number in common notations as its digits: `1 200` is `1200`, `+1,200.50` is `1200.5`. A single comma is not guessed
 * at: `1,200` may mean twelve hundred or a little more than one.
 */
export function readDecimal(typed: string): ReadDecimal {
  const text = latinDigits(typed.normalize('NFKC')).trim();
  const [, sign = '', digits = ''] = /^([+\-−]?)(.*)$/u.exec(text) ?? [];
  if (![PLAIN, SPACED, COMMAS].some((notation) => notation.test(digits)))
    return { ok: false, reason: /^\d[\d.,'’\s]*$/.test(digits) ? 'decimal_is_ambiguous' : 'not_a_decimal' };
  const [whole = '', fraction = ''] = digits.replace(/[ ,'’]/g, '').split('.');
  const parts = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')].filter((part) => part !== '');
  if (parts.join('').length > MAX_DIGITS) return { ok: false, reason: 'too_many_digits' };
  const decimal = parts.join('.');
  return { ok: true, decimal: decimal === '0' || sign === '' || sign === '+' ? decimal : `-${decimal}` };
}

/** Also the digits of Arabic and Persian keyboards, and their point. */
const latinDigits = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٫/g, '.');
