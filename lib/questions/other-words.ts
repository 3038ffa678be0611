import type { Words } from '@/lib/platform/i18n/words';
import { line, optional } from '@/lib/platform/text/typed-text';
import type { PlaceMaker } from '@/lib/questions/answer-places';
import type { PaperRow } from '@/lib/questions/value-kind';

const MAX_OTHER = 300;

/** The words of "other". */
export const otherText = optional(line(MAX_OTHER));

export const otherLabel = (words: Words) => words('questions.other.label');

/** The row of a paper that takes the words of "other", where that can be chosen. */
export const otherRow = (other: boolean | undefined, words: Words, place: PlaceMaker): PaperRow[] =>
  other
    ? [
        {
          label: otherLabel(words),
          answer: [place('O', { path: ['other'], control: { kind: 'line' }, label: otherLabel(words) })],
        },
      ]
    : [];
