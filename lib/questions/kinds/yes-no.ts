import { z } from 'zod';
import { oneRow, single } from '@/lib/questions/value-kind';
import type { ValueKind } from '@/lib/questions/value-kind';
import { typedText } from '@/lib/questions/typed-fields';
import type { Words } from '@/lib/platform/i18n/words';

const ANSWERS = ['yes', 'no'] as const;
const answerOf = (value: boolean) => (value ? 'yes' : 'no');
const yesNoOptions = (words?: Words) =>
  ANSWERS.map((value) => ({ value, label: words?.(`questions.yesNo.${value}`) ?? value }));

/** Yes or no: true or false where it is sent. */
export const yesNo: ValueKind<string, boolean, Record<never, z.ZodType>> = {
  settings: {},
  settingFields: [],
  typed: typedText,
  sent: (typed) => (typed === '' ? undefined : typed === 'yes' ? true : typed === 'no' ? false : typed),
  schema: () => z.boolean({ error: 'unknown_choice' }),
  shape: z.boolean().describe('Yes or no.'),
  fieldAt: () => [],
  prefill: (value) => (value === undefined ? '' : answerOf(value)),
  parts: (value, _, { words }) => single(words(`questions.yesNo.${answerOf(value)}`)),
  compared: (value) => [answerOf(value)],
  comparable: (_, words) => yesNoOptions(words),
  columns: () => [{ name: '', title: '', cell: answerOf }],
  paperRows: (_, context, label) =>
    oneRow({ kind: 'one', options: yesNoOptions(context.words) }, context, label, [
      context.words('questions.paper.oneOf', {
        choices: yesNoOptions(context.words)
          .map((one) => one.label)
          .join('; '),
      }),
    ]),
  minutes: () => [1, 3],
};
