import type { useTranslations } from 'next-intl';
import type { Words } from '@/lib/platform/i18n/words';
import { fieldLabel as kindFieldLabel } from '@/lib/questions/registry';

type ErrorWords = ReturnType<typeof useTranslations<'errors'>>;

/** The sentence for a fault: a code, with its limit after a colon where it has one. An unknown code is said in general. */
export function sentenceOf(t: ErrorWords, message: string): string {
  const [code = '', max] = message.split(':');
  const limit = `limits.${code}`;
  if (max !== undefined && isKey(t, limit)) return t(limit as 'limits.too_long', { max: Number(max) });
  const sentence = `codes.${code}`;
  return isKey(t, sentence) ? t(sentence as 'codes.invalid') : t('codes.invalid');
}

// The codes come from the schemas; that each has a sentence is tested, and asked here.
const isKey = (t: ErrorWords, key: string) => t.has(key as 'codes.invalid');

/** What the things are called that names of fields refer to: agreements by slug, cells by key. */
export type Names = Record<string, string>;

/** What a field is called in a sentence of its own, with the row or cell it belongs to. */
export function fieldLabel(words: Words, names: Names, name: string): string {
  const [group = ''] = name.split('.');
  if (group === 'text') return words('contribute.form.answer.label');
  return kindFieldLabel(name, words, names) ?? words(`contribute.form.about.${aboutField(group)}`);
}

const oneOf =
  <const Known extends string>(known: readonly Known[], fallback: NoInfer<Known>) =>
  (name: string): Known =>
    known.find((one) => one === name) ?? fallback;
const aboutField = oneOf(
  ['attribution', 'name', 'affiliation', 'email', 'country', 'stakeholderGroup', 'language', 'show'],
  'name',
);
