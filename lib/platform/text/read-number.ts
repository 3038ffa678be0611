export type ReadNumber = { ok: true; number: number } | { ok: false; reason: 'not_a_number' | 'number_is_ambiguous' };

/** The signs with which people set groups of thousands apart. */
const GROUPED = /^\d{1,3}(?:([,.'’ ])\d{3})(?:\1\d{3})*$/u;

/**
 * A whole number in common notations: `1200`, `1,200`, `1.200`, `1 200`, `1'200`. Signs between digits separate groups
 * only if all groups have three digits and the same sign; `1,5`, `12,50` and `18, 20` are ambiguous and not read as
 * numbers.
 */
export function readNumber(typed: string): ReadNumber {
  const text = typed.normalize('NFKC').trim();
  if (/^\d+$/.test(text)) return { ok: true, number: Number(text) };
  if (GROUPED.test(text) && !text.startsWith('0')) return { ok: true, number: Number(text.replace(/\D/g, '')) };
  return { ok: false, reason: /^\d[\d\s,.'’]*$/.test(text) ? 'number_is_ambiguous' : 'not_a_number' };
}

/** The number in a number field; if it can't be read, the text itself, which a schema then refuses with the reason. */
export function numberOrText(typed: string): number | string {
  const read = readNumber(typed);
  return read.ok ? read.number : typed.trim();
}
