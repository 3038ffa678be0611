import type { z } from 'zod';
import { answerTable } from './answer-table';
import { codedOption } from './answer-places';
import type { PlaceMaker } from './answer-places';
import { tellingOf } from './kind';
import type { QuestionKind } from './kind';
import { group, typedText } from './typed-fields';
import { choicesIn, partsOf, sayParts } from './value-kind';
import type { ValueKind } from './value-kind';

/** The name of a value's form fields, or what their names begin with. */
export const VALUE = 'value';

/** A question that is answered by one value, and by words in addition. */
export function valueQuestion<Typed, Value, Settings extends z.ZodRawShape>(
  kind: ValueKind<Typed, Value, Settings>,
): QuestionKind<{ text: string; value: Typed }, Value, Settings> {
  return {
    settings: kind.settings,
    settingFields: kind.settingFields,
    settingFaults: kind.settingFaults?.bind(kind),
    // the fields named above, as their schemas read them
    typed: group({ text: typedText, value: kind.typed }) as z.ZodType<{ text: string; value: Typed }>,
    labels: { [VALUE]: (words) => words('questions.answer') },
    labelOf: ([, ...rest], question, words) => kind.labelOf?.(rest, question, words),
    choicesIn: ([, ...rest], question, words) => choicesIn(kind, rest, question, words),
    value: {
      schema: (question) => kind.schema(question),
      shape: kind.shape,
      say: (value, question, telling) => sayParts(kind.parts(value, question, telling)),
      references: (value) => kind.references?.(value) ?? { agreements: [], criteria: [] },
    },
    sent: ({ value }, question) => kind.sent(value, question),
    fieldAt: (path, _, question) => [VALUE, ...kind.fieldAt(path, question)].join('.'),
    prefill: (value) => ({ value: kind.prefill(value) }),
    shown: (value, question, telling) =>
      partsOf(kind, value, question, telling).map(({ label = telling.words('questions.answer'), values }) => ({
        piece: 'value',
        label,
        values,
      })),
    statements: (value, question, wording) =>
      partsOf(kind, value, question, tellingOf(wording)).map(({ label, values }) => ({
        id: `value ${label ?? ''}`,
        place: {
          label:
            label === undefined
              ? question.shortTitle
              : wording.words('questions.partOf', { whole: question.shortTitle, part: label }),
        },
        text: sayParts([{ values }]),
      })),
    columns: (question, words) => kind.columns(question, words),
    blank: (question, context) => {
      const { words } = context;
      const place: PlaceMaker = (row, one) => context.place(row, { ...one, path: [VALUE, ...one.path] });
      const criteria = context.sets.flatMap((set) => set.criteria.map(codedOption));
      return [answerTable(kind.paperRows(question, { ...context, place, criteria }, words('questions.answer')), words)];
    },
    minutes: (question) => kind.minutes(question),
    comparison: {
      choices: (question, words) => kind.comparable?.(question, words) ?? null,
      texts: (value, question) => {
        const parsed = kind.schema(question).safeParse(value);
        return parsed.success ? kind.compared(parsed.data) : [];
      },
      things: (question) => kind.things?.(question) ?? [],
      textsOf: (value, question, thing) => {
        const parsed = kind.schema(question).safeParse(value);
        return parsed.success ? (kind.comparedOf?.(parsed.data, thing) ?? []) : [];
      },
    },
  };
}
