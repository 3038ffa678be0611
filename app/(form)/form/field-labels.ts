import type { Words } from '@/lib/platform/i18n/words';
import { fieldLabel as kindFieldLabel } from '@/lib/questions/registry';
import type { Question } from '@/lib/questions/registry';
import type { Names } from './sentences';

/** A field's name in a sentence, with its row or cell. */
export function fieldLabel(words: Words, names: Names, name: string, question?: Question): string {
  const [group = ''] = name.split('.');
  if (group === 'text') return words('contribute.form.answer.label');
  return kindFieldLabel(name, words, names, question) ?? words(`contribute.form.about.${aboutField(group)}`);
}

const oneOf =
  <const Known extends string>(known: readonly Known[], fallback: NoInfer<Known>) =>
  (name: string): Known =>
    known.find((one) => one === name) ?? fallback;
const aboutField = oneOf(
  ['attribution', 'name', 'affiliation', 'email', 'country', 'stakeholderGroup', 'language', 'show'],
  'name',
);
