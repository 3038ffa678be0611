import { z } from 'zod';
import type { Words } from '@/lib/platform/i18n/words';
import { codedOption, twoDigits } from '@/lib/questions/answer-places';
import type { PlaceMaker } from '@/lib/questions/answer-places';
import { answerTable } from '@/lib/questions/answer-table';
import { tellingOf } from '@/lib/questions/kind';
import type { BlankContext, QuestionKind, QuestionWith, Statement } from '@/lib/questions/kind';
import { captioned } from '@/lib/questions/paper';
import type { Block } from '@/lib/questions/paper';
import { eachKeyOnce } from '@/lib/questions/question-key';
import { FIELD_KINDS, fieldKindOf, recordField } from '@/lib/questions/record-fields';
import type { RecordField } from '@/lib/questions/record-fields';
import { titlesNow } from '@/lib/questions/rows-compared';
import { byName, group, rows, typedText } from '@/lib/questions/typed-fields';
import { choicesIn, partsOf, sayParts } from '@/lib/questions/value-kind';
import type { PaperContext, PaperRow, Path, References, Telling } from '@/lib/questions/value-kind';

/** What was posted or stored: the kinds of the fields read it, when it is known what the question asks for. */
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
const typed = group({ text: typedText, records: rows(byName(z.custom<Json>())) });
type Typed = z.infer<typeof typed>;

/** The values of a record's fields, by their keys; a field left empty has none. */
export type RecordValue = Record<string, unknown>;

const MOST = 30;
const settings = {
  fields: z
    .array(recordField)
    .min(1)
    .max(20)
    .refine(...eachKeyOnce),
  /** What one record is called: “Incident”. */
  record: z.string().min(1).max(60).optional(),
  max: z.number().int().min(1).max(100).optional(),
};
type Question = QuestionWith<typeof settings>;

function recordSchema({ fields, max = MOST }: Question): z.ZodType<RecordValue[]> {
  const shape = fields.map((field) => {
    const schema = fieldKindOf(field).schema(field);
    return [field.key, field.required ? schema : schema.optional()] as const;
  });
  const record = z
    .strictObject(Object.fromEntries(shape))
    .refine((values) => Object.values(values).some((value) => value !== undefined), 'required');
  return z.array(record).min(1, 'required').max(max, 'too_many');
}

/** The records with content, each with its place in the form. */
function written({ records }: Typed, { fields }: Question) {
  return records.flatMap((row, index) => {
    const values = fields.flatMap((field) => {
      const sent = sentField(field, row[field.key]);
      return sent === undefined ? [] : [[field.key, sent] as const];
    });
    return values.length === 0 ? [] : [{ index, record: Object.fromEntries(values) }];
  });
}

const sentField = (field: RecordField, data: unknown): unknown => {
  const kind = fieldKindOf(field);
  return kind.sent(kind.typed.parse(data), field);
};

const fieldsIn = (question: Question, value: RecordValue) =>
  question.fields.flatMap((field) => (value[field.key] === undefined ? [] : [{ field, value: value[field.key] }]));

/** A row of this question's value is a record. */
const valueOf = (row: unknown, { key }: RecordField) => (row as RecordValue)[key];

const recordTitle = ({ record }: Question, number: number, words: Words) =>
  record === undefined
    ? words('questions.records.record', { number })
    : words('questions.records.named', { record, number });

/** A list of things of the same shape, such as incidents: each has the fields that the questionnaire names. */
export const records: QuestionKind<Typed, RecordValue[], typeof settings> = {
  settings,
  settingFields: [
    { name: 'record', type: 'text', label: 'What one of them is called, such as “Incident”' },
    { name: 'fields', type: 'fields', label: 'Fields of each', min: 1, max: 20 },
    { name: 'max', type: 'number', label: 'How many at most', hint: `Without it: ${MOST}.`, min: 1, max: 100 },
  ],
  settingFaults: ({ fields }) =>
    fields.flatMap((field, at) =>
      (fieldKindOf(field).settingFaults?.(field) ?? []).map(({ message, path }) => ({
        message,
        path: ['fields', at, ...path],
      })),
    ),
  typed,
  rows: {
    name: 'records',
    movable: true,
    first: ({ fields: [field] }) => (field ? [field.key, ...fieldKindOf(field).fieldAt([], field)].join('.') : ''),
  },
  labels: { records: (words) => words('questions.records.list') },
  labelOf: ([, at, key, ...rest], question, words) => {
    if (at === undefined) return undefined;
    const row = recordTitle(question, Number(at) + 1, words);
    const field = question.fields.find((one) => one.key === key);
    if (!field) return row;
    const part = fieldKindOf(field).labelOf?.(rest, field, words);
    return [row, field.label, ...(part === undefined ? [] : [part])].join(', ');
  },
  choicesIn: ([, , key, ...rest], { fields }, words) => {
    const field = fields.find((one) => one.key === key);
    return field ? choicesIn(fieldKindOf(field), rest, field, words) : [];
  },
  value: {
    schema: recordSchema,
    shape: z
      .array(z.record(z.string(), z.union(FIELD_KINDS.map((kind) => fieldKindOf({ kind }).shape))))
      .describe('Records, each with the values of its fields by their keys.'),
    say: (value, question, telling) =>
      value
        .map((one) =>
          fieldsIn(question, one)
            .map((entry) => `${entry.field.label}: ${sayField(entry.field, entry.value, telling)}`)
            .join('\n'),
        )
        .join('\n\n'),
    references: (value, question) => referencesIn(value, question),
  },
  sent: (values, question) => {
    const sent = written(values, question).map(({ record }) => record);
    return sent.length === 0 ? undefined : sent;
  },
  fieldAt: ([at, key, ...rest], values, question) => {
    const row = written(values, question)[Number(at)];
    if (!row) return 'records';
    const field = question.fields.find((one) => one.key === key) ?? question.fields[0];
    if (!field) return `records.${row.index}`;
    return ['records', row.index, field.key, ...fieldKindOf(field).fieldAt(rest, field)].join('.');
  },
  prefill: (value = [], { fields }) => ({
    records: value.map((one) =>
      // typed fields are texts, and lists and objects of texts
      Object.fromEntries(fields.map((field) => [field.key, fieldKindOf(field).prefill(one[field.key]) as Json])),
    ),
  }),
  shown: (value, question, telling) => [
    {
      piece: 'records',
      items: value.map((one, at) => ({
        title: recordTitle(question, at + 1, telling.words),
        fields: fieldsIn(question, one).flatMap((entry) => shownField(entry.field, entry.value, telling)),
      })),
    },
  ],
  statements: (value, question, wording, now) => {
    const nameOf = (one: RecordValue) => {
      const [named] = fieldsIn(question, one);
      return named ? sayField(named.field, named.value, tellingOf(wording)) : '';
    };
    const nameNow = titlesNow(value.map(nameOf), (now ?? value).map(nameOf));
    return value.flatMap((one, at) => {
      const name = nameNow(nameOf(one), at);
      return fieldsIn(question, one).map(({ field, value: given }): Statement => ({
        id: `record ${name} ${field.key}`,
        place: { label: wording.words('questions.records.place', { name: nameOf(one), field: field.label }) },
        text: sayField(field, given, tellingOf(wording)),
      }));
    });
  },
  // Each record is a row of a table of its own; here is how many there are.
  columns: (_, words) => [{ name: '', title: words('questions.records.count'), cell: (value) => value.length }],
  table: ({ fields }, words) => ({
    heads: fields.map((field) => ({
      key: field.key,
      label: field.label,
      parts: (row, telling) => partsOf(fieldKindOf(field), valueOf(row, field), field, telling),
    })),
    columns: fields.flatMap((field) =>
      fieldKindOf(field)
        .columns(field, words)
        .map(({ name, title, cell }) => ({
          name: name === '' ? field.key : `${field.key}.${name}`,
          title: title === '' ? field.label : words('questions.partOf', { whole: field.label, part: title }),
          cell: (row: unknown) => (valueOf(row, field) === undefined ? undefined : cell(valueOf(row, field))),
        })),
    ),
  }),
  rowsFor: (value, { fields }) =>
    value
      .map((one) =>
        Object.fromEntries(
          fields.flatMap((field) => {
            const parsed = fieldKindOf(field).schema(field).safeParse(one[field.key]);
            return parsed.success ? [[field.key, parsed.data] as const] : [];
          }),
        ),
      )
      .filter((row) => Object.keys(row).length > 0),
  minutes: ({ fields }) => {
    const [short, thorough] = [0, 1].map((at) => fields.reduce((sum, field) => sum + minutesOf(field, at), 0));
    return [short ?? 0, 3 * (thorough ?? 0)];
  },
  comparison: {
    choices: () => null,
    texts: (value, { fields }) =>
      value.flatMap((one) =>
        fields.flatMap((field) => {
          const parsed = fieldKindOf(field).schema(field).safeParse(one[field.key]);
          return parsed.success ? fieldKindOf(field).compared(parsed.data) : [];
        }),
      ),
  },
  blank: (question, context) =>
    Array.from(
      { length: Math.min(question.max ?? MOST, Math.max(MIN_TABLES, context.filled + 1)) },
      (_, at) => at,
    ).flatMap((at) => blankRecord(question, at, context)),
};

const minutesOf = (field: RecordField, at: number): number => fieldKindOf(field).minutes(field)[at] ?? 0;

const sayField = (field: RecordField, value: unknown, telling: Telling): string =>
  sayParts(partsOf(fieldKindOf(field), value, field, telling));

function shownField(field: RecordField, value: unknown, telling: Telling) {
  return partsOf(fieldKindOf(field), value, field, telling).map(({ label, values }) => ({
    label: label === undefined ? field.label : telling.words('questions.partOf', { whole: field.label, part: label }),
    values,
  }));
}

function referencesIn(value: readonly RecordValue[], { fields }: Question): References {
  const found = value.flatMap((one, at) =>
    fields.flatMap((field) => {
      const references = one[field.key] === undefined ? undefined : fieldKindOf(field).references?.(one[field.key]);
      return references ? [placed(references, [at, field.key])] : [];
    }),
  );
  return {
    agreements: found.flatMap(({ agreements }) => agreements),
    criteria: found.flatMap(({ criteria }) => criteria),
  };
}

function placed({ agreements, criteria }: References, before: Path): References {
  const below = ({ key, path }: References['agreements'][number]) => ({ key, path: [...before, ...path] });
  return { agreements: agreements.map(below), criteria: criteria.map(below) };
}

const MIN_TABLES = 2;

/** A table of a few columns, which fits a page whatever the fields are. */
function blankRecord(question: Question, at: number, context: BlankContext): Block[] {
  const { words, agreements, sets } = context;
  const criteria = sets.flatMap((set) => set.criteria.map(codedOption));
  const rows = question.fields.flatMap((field, index) => {
    const code = `E${at + 1}.${twoDigits(index + 1)}`;
    const place: PlaceMaker = (row, one) =>
      context.place(row === '' ? code : `${code}.${row}`, {
        ...one,
        path: ['records', String(at), field.key, ...one.path],
      });
    return fieldRows(field, { words, place, agreements, criteria });
  });
  return captioned(answerTable(rows, words, recordTitle(question, at + 1, words)));
}

/** The rows of a field; where it has several, each also says the field that it belongs to. */
function fieldRows(field: RecordField, context: PaperContext): PaperRow[] {
  const rows = fieldKindOf(field).paperRows(field, context, field.label);
  return rows.map((row, at) => ({
    ...row,
    label:
      row.label === field.label
        ? field.label
        : context.words('questions.partOf', { whole: field.label, part: row.label }),
    hints: [...(at === 0 && field.help ? [field.help] : []), ...(row.hints ?? [])],
  }));
}
