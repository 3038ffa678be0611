import type { z } from 'zod';
import { group, typedText } from '@/lib/questions/typed-fields';
import type { QuestionKind } from '@/lib/questions/kind';

const typed = group({ text: typedText });

/** Free text and nothing else. */
export const text: QuestionKind<z.infer<typeof typed>, undefined> = {
  settings: {},
  typed,
  labels: {},
  sent: () => undefined,
  fieldAt: () => 'text',
  prefill: () => ({}),
  shown: () => [],
  statements: () => [],
  blank: () => [],
  minutes: ({ maxWords = 500 }) => (maxWords > 150 ? [5, 20] : [3, 10]),
  comparison: { choices: () => null, texts: () => [] },
};
