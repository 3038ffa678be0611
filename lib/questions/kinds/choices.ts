import { z } from 'zod';
import { twoDigits } from '@/lib/questions/answer-places';
import { OTHER } from '@/lib/questions/question-key';
import { labelIn, options } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { otherLabel, otherRow, otherText } from '@/lib/questions/other-words';
import { chosen, group, isBlank, typedText } from '@/lib/questions/typed-fields';

const typed = group({ choices: chosen, other: typedText });
type Typed = z.infer<typeof typed>;

export type Choices = { choices: string[]; other?: string };

const settings = {
  options: options(2, 60),
  other: z.boolean().optional(),
  min: z.number().int().min(1).max(60).optional(),
  max: z.number().int().min(1).max(60).optional(),
};

/** Any of several, and another in words. */
export const choices: ValueKind<Typed, Choices, typeof settings> = {
  settings,
  settingFields: [
    { name: 'options', type: 'list', label: 'Choices', min: 2, max: 60 },
    { name: 'other', type: 'flag', label: 'Also “Other”, with words' },
    { name: 'min', type: 'number', label: 'How many at least', min: 1, max: 60 },
    { name: 'max', type: 'number', label: 'How many at most', min: 1, max: 60 },
  ],
  settingFaults: ({ options: list, other, min = 1, max }) => {
    const count = list.length + (other ? 1 : 0);
    if (min > count) return [{ message: 'more_than_choices', path: ['min'] }];
    return max !== undefined && max < min ? [{ message: 'max_below_min', path: ['max'] }] : [];
  },
  typed,
  // Words in "other" mean it, ticked or not.
  sent: ({ choices: ticked, other }) => {
    const meant = isBlank(other) || ticked.includes(OTHER) ? ticked : [...ticked, OTHER];
    if (meant.length === 0) return undefined;
    return meant.includes(OTHER) ? { choices: meant, other } : { choices: meant };
  },
  schema: ({ options: list, other = false, min = 1, max }) => {
    const keys = [...list.map(({ key }) => key), ...(other ? [OTHER] : [])];
    return z
      .strictObject({
        choices: z
          .array(z.enum(keys, { error: 'unknown_choice' }))
          .transform((ticked) => keys.filter((key) => ticked.includes(key)))
          .pipe(
            z
              .array(z.string())
              .min(min, 'too_few')
              .max(max ?? keys.length, 'too_many_choices'),
          ),
        other: otherText,
      })
      .superRefine((value, context) => {
        const isOther = value.choices.includes(OTHER);
        if (isOther && value.other === undefined)
          context.addIssue({ code: 'custom', message: 'other_needs_words', path: ['other'] });
        if (!isOther && value.other !== undefined)
          context.addIssue({ code: 'custom', message: 'other_not_chosen', path: ['other'] });
      });
  },
  shape: z
    .strictObject({ choices: z.array(z.string()), other: z.string().optional() })
    .describe(`Any of the choices by their keys; “${OTHER}” with words, where the question allows it.`),
  fieldAt: ([part = 'choices']) => [String(part)],
  labelOf: ([part], _, words) => (part === 'other' ? otherLabel(words) : undefined),
  prefill: (value) => ({ choices: value?.choices ?? [], other: value?.other ?? '' }),
  parts: ({ choices: ticked, other = '' }, { options: list }, { words }) => [
    {
      values: ticked.map((key) => ({
        text: key === OTHER ? words('questions.other.said', { words: other }) : labelIn(list, key),
      })),
    },
  ],
  compared: ({ choices: ticked }) => ticked,
  comparable: ({ options: list, other }, words) => [
    ...list.map(({ key, label }) => ({ value: key, label })),
    ...(other ? [{ value: OTHER, label: words?.('questions.other.option') ?? OTHER }] : []),
  ],
  columns: ({ other }, words) => [
    { name: '', title: '', cell: ({ choices: ticked }) => ticked.join('; ') },
    ...(other ? [{ name: 'other', title: otherLabel(words), cell: ({ other: said }: Choices) => said }] : []),
  ],
  paperRows: (given, { words, place }) => [
    ...(choices.comparable?.(given, words) ?? []).map(({ value, label }, at) => ({
      label,
      answer: [
        place(`C${twoDigits(at + 1)}`, { path: ['choices'], option: value, control: { kind: 'tick' as const }, label }),
      ],
    })),
    ...otherRow(given.other, words, place),
  ],
  minutes: () => [1, 4],
};
