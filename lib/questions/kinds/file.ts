import type { z } from 'zod';
import { group, typedText } from '@/lib/questions/typed-fields';
import type { QuestionKind } from '@/lib/questions/kind';

const typed = group({ text: typedText });

/** Answered by the files that go with it, which only the editors read: what is public is how many there are. */
export const file: QuestionKind<z.infer<typeof typed>, undefined> = {
  settings: {},
  settingFields: [],
  typed,
  files: true,
  labels: {},
  sent: () => undefined,
  fieldAt: () => 'text',
  prefill: () => ({}),
  shown: () => [],
  statements: () => [],
  columns: () => [],
  blank: () => [],
  minutes: () => [5, 10],
};
