import type { Words } from '@/lib/platform/i18n/words';
import { line, optional } from '@/lib/platform/text/typed-text';
import type { Option } from '@/lib/questions/value-kind';

const MAX_OTHER = 300;

/** The words of "other". */
export const otherText = optional(line(MAX_OTHER));

export const otherLabel = (words: Words) => words('questions.other.label');

/** The choices with boxes to tick on paper. */
export const paperChoices = (list: readonly Option[], other: boolean | undefined, words: Words): string[] => [
  ...list.map(({ label }) => `☐ ${label}`),
  ...(other ? [`☐ ${words('questions.paper.other')}`] : []),
];
