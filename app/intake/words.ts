import type { Words } from '@/lib/platform/i18n/words';
import type { PlacedAnswer } from '@/lib/intake/placing/place-answers';
import type { PlacedAt } from '@/lib/questions/answer-places';

/** Why a text has no place. An unknown code gets a general sentence. */
export function reasonInWords(reason: string, words: Words): string {
  const key = `errors.codes.${reason}` as 'errors.codes.invalid'; // `has` asks whether it is one
  return words.has(key) ? words(key) : words('errors.codes.invalid');
}

/** An answer as people read it: the names of what was chosen, not their keys. */
export function answerInWords(
  { control }: Pick<PlacedAt, 'control'>,
  value: PlacedAnswer['value'],
  words: Words,
): string {
  if (typeof value === 'boolean') return value ? words('intake.answers.ticked') : '';
  const options = control.kind === 'one' || control.kind === 'several' ? control.options : [];
  const named = (one: string) => options.find((option) => option.value === one)?.label ?? one;
  return [value].flat().map(named).join('\n');
}
