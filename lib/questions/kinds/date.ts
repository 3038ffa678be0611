import { sayPartialDate } from '@/lib/platform/i18n/dates';
import { partialDate } from '@/lib/platform/text/typed-text';
import { oneRow, single } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { isBlank, typedText } from '@/lib/questions/typed-fields';
import { z } from 'zod';

/** A year, a month or a day: `2018`, `2018-02` or `2018-04-17`. */
export const date: ValueKind<string, string, Record<never, z.ZodType>> = {
  settings: {},
  settingFields: [],
  typed: typedText,
  sent: (typed) => (isBlank(typed) ? undefined : typed),
  schema: () => partialDate,
  shape: z.string().describe('A year, a month or a day: 2018, 2018-02 or 2018-04-17.'),
  fieldAt: () => [],
  prefill: (value) => value ?? '',
  parts: (value, _, { locale }) => single(sayPartialDate(value, locale)),
  compared: (value) => [value],
  columns: () => [{ name: '', title: '', cell: (value) => value }],
  paperRows: (_, context, label) => oneRow({ kind: 'date' }, context, label, [context.words('questions.date.hint')]),
  minutes: () => [1, 5],
};
