import { z } from 'zod';
import { OTHER } from '@/lib/questions/question-key';
import { labelIn, options, single } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { otherLabel, otherRow, otherText } from '@/lib/questions/other-words';
import { group, isBlank, typedText } from '@/lib/questions/typed-fields';

const typed = group({ choice: typedText, other: typedText });
type Typed = z.infer<typeof typed>;

export type Choice = { choice: string; other?: string };

const settings = { options: options(2, 60), other: z.boolean().optional() };

/** One of several, or another in words. */
export const choice: ValueKind<Typed, Choice, typeof settings> = {
  settings,
  settingFields: [
    { name: 'options', type: 'list', label: 'Choices', min: 2, max: 60 },
    { name: 'other', type: 'flag', label: 'Also “Other”, with words' },
  ],
  typed,
  // The words of "other" are kept in the draft when another choice is made, and not sent.
  sent: ({ choice: chosen, other }) => {
    if (chosen === OTHER) return { choice: chosen, other };
    return chosen === '' ? (isBlank(other) ? undefined : { choice: OTHER, other }) : { choice: chosen };
  },
  schema: ({ options: list, other = false }) =>
    z
      .strictObject({
        choice: z.enum([...list.map(({ key }) => key), ...(other ? [OTHER] : [])], { error: 'unknown_choice' }),
        other: otherText,
      })
      .superRefine((value, context) => {
        if (value.choice === OTHER && value.other === undefined)
          context.addIssue({ code: 'custom', message: 'other_needs_words', path: ['other'] });
        if (value.choice !== OTHER && value.other !== undefined)
          context.addIssue({ code: 'custom', message: 'other_not_chosen', path: ['other'] });
      }),
  shape: z
    .strictObject({ choice: z.string(), other: z.string().optional() })
    .describe(`One choice by its key; “${OTHER}” with words, where the question allows it.`),
  fieldAt: ([part = 'choice']) => [String(part)],
  labelOf: ([part], _, words) => (part === 'other' ? otherLabel(words) : undefined),
  prefill: (value) => ({ choice: value?.choice ?? '', other: value?.other ?? '' }),
  parts: ({ choice: chosen, other }, { options: list }, { words }) =>
    single(chosen === OTHER ? words('questions.other.said', { words: other ?? '' }) : labelIn(list, chosen)),
  compared: ({ choice: chosen }) => [chosen],
  comparable: ({ options: list, other }, words) => [
    ...list.map(({ key, label }) => ({ value: key, label })),
    ...(other ? [{ value: OTHER, label: words?.('questions.other.option') ?? OTHER }] : []),
  ],
  columns: ({ other }, words) => [
    { name: '', title: '', cell: ({ choice: chosen }) => chosen },
    ...(other ? [{ name: 'other', title: otherLabel(words), cell: ({ other: said }: Choice) => said }] : []),
  ],
  paperRows: (given, { words, place }, label) => {
    const offered = choice.comparable?.(given, words) ?? [];
    return [
      {
        label,
        hints: [words('questions.paper.one'), ...offered.map((one) => `– ${one.label}`)],
        answer: [place('', { path: ['choice'], control: { kind: 'one', options: offered }, label })],
      },
      ...otherRow(given.other, words, place),
    ];
  },
  minutes: () => [1, 3],
};
