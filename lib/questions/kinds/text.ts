import { z } from 'zod';
import { SIZES } from '@/lib/questions/fields/words';
import { group, typedText } from '@/lib/questions/typed-fields';
import type { QuestionKind } from '@/lib/questions/kind';

const typed = group({ text: typedText });
const settings = { size: z.enum(['short', 'long']).optional() };

/** Free text and nothing else: several paragraphs, or one line. */
export const text: QuestionKind<z.infer<typeof typed>, undefined, typeof settings> = {
  settings,
  settingFields: [{ name: 'size', type: 'choices', label: 'Length', choices: SIZES }],
  typed,
  labels: {},
  sent: () => undefined,
  fieldAt: () => 'text',
  prefill: () => ({}),
  shown: () => [],
  statements: () => [],
  columns: () => [],
  blank: () => [],
  minutes: ({ size, maxWords = 500 }) => (size === 'short' ? [1, 2] : maxWords > 150 ? [5, 20] : [3, 10]),
  comparison: { choices: () => null, texts: () => [] },
};
