import { z } from 'zod';
import { filled, line, text } from '@/lib/platform/text/typed-text';
import { cutText } from '@/lib/platform/text/cut-text';
import { oneRow, single } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { isBlank, typedText } from '@/lib/questions/typed-fields';

export const SHORT_TEXT = 300;
export const LONG_TEXT = 10_000;

const settings = { size: z.enum(['short', 'long']).optional() };

export const SIZES = [
  { value: 'short', label: 'Short: one line' },
  { value: 'long', label: 'Long: several lines' },
] as const;

/** A text in a field of records: one line, or several. */
export const words: ValueKind<string, string, typeof settings> = {
  settings,
  settingFields: [{ name: 'size', type: 'choices', label: 'Length', choices: SIZES }],
  typed: typedText,
  sent: (typed) => (isBlank(typed) ? undefined : typed),
  schema: ({ size = 'short' }) => filled(size === 'short' ? line(SHORT_TEXT) : text(LONG_TEXT)),
  shape: z.string().describe('A text.'),
  fieldAt: () => [],
  prefill: (value) => value ?? '',
  parts: (value) => single(value),
  compared: (value) => [cutText(value, SHORT_TEXT)],
  columns: () => [{ name: '', title: '', cell: (value) => value }],
  paperRows: ({ size = 'short' }, context, label) =>
    oneRow({ kind: size === 'short' ? 'line' : 'text' }, context, label),
  minutes: ({ size = 'short' }) => (size === 'short' ? [1, 2] : [3, 10]),
};
