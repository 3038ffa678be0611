import { searchWords } from '@/lib/platform/text/fold-text';

/** A reference of a contribution as people type it, with or without the zeros before its number. */
const REFERENCE = /^([a-z][a-z0-9]{1,9}-[a-z0-9-]+)-0*(\d+)$/i;
const MAX_TERMS = 12;

/**
 * What an editor typed into the search field: one reference, or words and phrases that must all occur; the last may be
 * unfinished.
 */
export type SearchTerms = { reference: string } | { whole: string[]; begun: string | null };

/**
 * Reads the search field. Nothing typed there can be an error: what is between quotation marks is a phrase, everything
 * else a word. A last word of letters and digits alone may be the beginning of a longer one. Null: nothing is sought.
 */
export function readSearchTerms(typed: string): SearchTerms | null {
  const text = typed.trim();
  const [, call, number] = REFERENCE.exec(text) ?? [];
  if (call !== undefined && number !== undefined)
    return { reference: `${call.toUpperCase()}-${number.padStart(3, '0')}` };
  const parts = [...text.matchAll(/"([^"]*)"|([^\s"]+)/g)].slice(0, MAX_TERMS);
  const last = parts.at(-1)?.[2];
  const begun = last !== undefined && /^[\p{L}\p{N}\p{M}]+$/u.test(last) ? last : null;
  const whole = parts.slice(0, begun === null ? undefined : -1).map((part) => searchWords(part[1] ?? part[2] ?? ''));
  return parts.length === 0 ? null : { whole, begun: begun === null ? null : searchWords(begun) };
}
