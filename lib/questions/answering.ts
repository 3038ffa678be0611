import { optional } from '@/lib/platform/text/typed-text';
import type { Known } from './kind';
import { questionKey } from './question-key';

/**
 * The question that an item of a list answers, for questionnaires with several questions of its kind. The first of them
 * is left out, also if it was named, so that the same words are the same content.
 */
export const answering = ({ questions }: Known) => ({
  question: optional(
    questionKey
      .refine((key) => questions === null || questions.includes(key), 'unknown_question')
      .transform((key) => (key === questions?.[0] ? undefined : key)),
  ),
});

/** Positions of those values that an earlier one equals. */
export function repeated(values: (string | undefined)[]): number[] {
  return values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));
}
