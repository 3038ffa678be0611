import type { useTranslations } from 'next-intl';

type ErrorWords = ReturnType<typeof useTranslations<'errors'>>;

/**
 * The sentence for a fault code, which may be followed by a limit and a count, each after a colon. An unknown code gets
 * a general sentence.
 */
export function sentenceOf(t: ErrorWords, message: string): string {
  const [code = '', limit, count] = message.split(':');
  const key = `limits.${code}`;
  if (limit !== undefined && isKey(t, key)) {
    const [max, min] = [Number(limit), Number(limit)]; // a limit of either sort, as its sentence names it
    return t(key as 'limits.too_many_words', { max, min, count: Number(count ?? 0) });
  }
  const sentence = `codes.${code}`;
  return isKey(t, sentence) ? t(sentence as 'codes.invalid') : t('codes.invalid');
}

// The codes come from the schemas; a test checks that each has a sentence, and `has` asks here.
const isKey = (t: ErrorWords, key: string) => t.has(key as 'codes.invalid');

/** The names of agreements by slug and of cells by key, for field names that refer to them. */
export type Names = Record<string, string>;
